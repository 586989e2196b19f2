package io.plimsoll.reuse;

import io.plimsoll.reuse.StepAccount.Earlier;
import io.plimsoll.reuse.StepAccount.Why;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says of each step of a training run why it was taken or reused. */
public final class Explaining {
    private final RunRecord run;
    private final Workspace workspace;
    private final ChangeWords words;

    public Explaining(RunRecord run, Workspace workspace) {
        this.run = run;
        this.workspace = workspace;
        this.words = new ChangeWords(run, workspace.models());
    }

    /** One for each step, in their order. */
    public List<StepExplanation> steps() {
        return RunKind.TRAINING.steps().stream().map(this::step).toList();
    }

    private StepExplanation step(StepName name) {
        Optional<StepRecord> record =
                run.steps().stream().filter(step -> step.name() == name).findFirst();
        StepStatus status = record.map(StepRecord::status).orElse(StepStatus.NOT_RUN);
        if (!status.isDone()) {
            return plain(name, status.name(), record.map(StepRecord::summary).orElse(""));
        }
        String said = status == StepStatus.REUSED ? status.name() : "RAN";
        if (name == StepName.REGISTER) {
            return plain(name, said, "it changes the registry, so it is never reused");
        }
        return StepAccount.read(run.id(), name, workspace.artifacts())
                .map(account -> explained(account, said))
                .orElseGet(() -> plain(name, said, "nothing is kept of what it followed from"));
    }

    private static StepExplanation plain(StepName name, String status, String reason) {
        return new StepExplanation(name, status, null, null, List.of(), reason.isEmpty() ? List.of() : List.of(reason));
    }

    private StepExplanation explained(StepAccount account, String status) {
        Earlier earlier = account.earlier();
        List<PartChange> changes = account.why() == Why.CHANGED && earlier != null
                ? PartChange.between(earlier.parts(), account.parts())
                : List.of();
        List<String> reasons =
                account.why() == Why.CHANGED ? changes.stream().map(words::of).toList() : List.of(reason(account));
        return new StepExplanation(
                account.step(),
                status,
                account.from(),
                account.why() == Why.CHANGED && earlier != null ? earlier.run() : null,
                changes,
                reasons);
    }

    private String reason(StepAccount account) {
        return switch (account.why()) {
            case REUSED -> "nothing that it follows from has changed since";
            case FIRST -> "no earlier run of " + run.model() + " has a result of it";
            case OBSTACLE -> Objects.requireNonNullElse(account.obstacle(), "the result that there was is gone");
            case ANEW -> "the run was asked to reuse nothing";
            case NOT_KEPT, CHANGED ->
                "nothing has changed, but the result of the run before was none to keep: something moved while it was made, or an"
                        + " opponent could not be loaded";
        };
    }
}
