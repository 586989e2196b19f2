package io.plimsoll.upkeep;

import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** No version came from a run that did not go all the way. */
final class StepsCheck implements Check {
    private final Workspace workspace;
    private final Inventory inventory;

    StepsCheck(Workspace workspace) {
        this.workspace = workspace;
        this.inventory = new Inventory(workspace);
    }

    @Override
    public String invariant() {
        return "I5";
    }

    @Override
    public String promise() {
        return "no version without all eight steps SUCCEEDED or REUSED, in order, in the run that made it; imported ones apart";
    }

    /** A run that is still under way may have registered already. */
    @Override
    public void run(Consumer<Defect> found) {
        inventory.models().forEach(version -> {
            Optional<RunRecord> run = workspace.runs().find(version.runId());
            if (run.isEmpty() || (run.get().status().isFinal() && !isWhole(run.get()))) {
                found.accept(new Defect(
                        invariant(),
                        version.reference(),
                        run.isEmpty() ? "the run that made it is not known" : "its run did not take all eight steps",
                        "archive it: plimsoll models archive " + version.reference() + " --reason …"));
            }
        });
    }

    /** A run that was overridden is whole, too: it went all the way, and its verdict did not allow its model. */
    private static boolean isWhole(RunRecord run) {
        if (run.code() == OutcomeCode.IMPORTED) {
            return true;
        }
        List<StepName> taken = run.steps().stream()
                .filter(step -> step.status().isDone())
                .map(StepRecord::name)
                .toList();
        return taken.equals(RunKind.TRAINING.steps());
    }
}
