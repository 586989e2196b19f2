package io.plimsoll.guard;

import java.util.List;

/**
 * What the rules and the alarms say together.
 *
 * @param result the worst result of the applicable rules, {@code NOT_COMPARABLE} if none applies; {@code FAIL} if an alarm is not lifted
 * @param alarms what looks too good to be true, lifted or not
 */
public record Verdict(Result result, List<Finding> findings, List<Alarm> alarms) {
    public Verdict {
        findings = List.copyOf(findings);
        alarms = List.copyOf(alarms);
    }

    static Verdict over(List<Finding> findings, List<Alarm> alarms) {
        Result worst = findings.stream().map(Finding::result).reduce(Result.NOT_APPLICABLE, Result::worseOf);
        Result ofRules = worst == Result.NOT_APPLICABLE ? Result.NOT_COMPARABLE : worst;
        return new Verdict(alarms.stream().allMatch(Alarm::isLifted) ? ofRules : Result.FAIL, findings, alarms);
    }

    /** Why, for machines: the code of the first alarm, or of the first rule, that came to this result. */
    public FindingCode code() {
        return alarms.stream()
                .filter(alarm -> !alarm.isLifted())
                .map(Alarm::code)
                .findFirst()
                .orElseGet(() -> findings.stream()
                        .filter(finding -> finding.result() == result)
                        .map(Finding::code)
                        .findFirst()
                        .orElse(FindingCode.NO_APPLICABLE_RULE));
    }

    /** Whether any rule had something to say. */
    public boolean isApplicable() {
        return findings.stream().anyMatch(finding -> finding.result() != Result.NOT_APPLICABLE);
    }
}
