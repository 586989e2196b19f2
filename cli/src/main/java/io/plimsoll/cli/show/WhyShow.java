package io.plimsoll.cli.show;

import io.plimsoll.reuse.Explaining;
import io.plimsoll.reuse.StepExplanation;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** Why each step of a run was taken or reused, for people and as data. */
public record WhyShow(String run, String model, List<StepExplanation> steps) {
    public WhyShow {
        steps = List.copyOf(steps);
    }

    public static WhyShow of(RunRecord run, Workspace workspace) {
        return new WhyShow(run.id(), run.model(), new Explaining(run, workspace).steps());
    }

    public Map<String, Object> data() {
        return Map.of("run", run, "model", model, "steps", steps);
    }

    public String text(Style style) {
        Table table = new Table(style, "step", "", "why");
        for (StepExplanation step : steps) {
            List<String> reasons = step.reasons().isEmpty() ? List.of("") : step.reasons();
            String since = step.comparedWith() == null ? "" : "since " + step.comparedWith() + ": ";
            String from = step.from() == null ? "" : "from " + step.from() + ": ";
            table.row(step.step().label(), step.status(), since + from + reasons.get(0));
            reasons.stream().skip(1).forEach(reason -> table.row("", "", " ".repeat(since.length()) + reason));
        }
        return style.bold(run) + "  " + model + "\n\n" + table.text();
    }
}
