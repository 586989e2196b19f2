package io.plimsoll.guard;

import java.util.List;

/**
 * What the rules say together.
 *
 * @param result the worst result of the applicable rules; {@code NOT_COMPARABLE} if none applies
 */
public record Verdict(Result result, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict over(List<Finding> findings) {
        Result worst = findings.stream().map(Finding::result).reduce(Result.NOT_APPLICABLE, Result::worseOf);
        return new Verdict(worst == Result.NOT_APPLICABLE ? Result.NOT_COMPARABLE : worst, findings);
    }

    /** Why, for machines: the code of the first rule that came to this result. */
    public FindingCode code() {
        return findings.stream()
                .filter(finding -> finding.result() == result)
                .map(Finding::code)
                .findFirst()
                .orElse(FindingCode.NO_APPLICABLE_RULE);
    }

    /** Whether any rule had something to say. */
    public boolean isApplicable() {
        return findings.stream().anyMatch(finding -> finding.result() != Result.NOT_APPLICABLE);
    }
}
