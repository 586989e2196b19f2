package io.plimsoll.upkeep;

import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks whether every invariant of a workspace holds. Reads every model, dataset and piece of evidence; changes nothing. */
public final class Doctor {
    private final List<Check> checks;

    public Doctor(Workspace workspace, InstantSource clock) {
        this.checks = List.of(
                new FilesCheck(workspace),
                new OrphansCheck(workspace, clock),
                new ReignsCheck(workspace),
                new RunsCheck(workspace),
                new StepsCheck(workspace),
                new EventsCheck(workspace),
                new MetricsCheck(workspace));
    }

    /**
     * What one invariant came to.
     *
     * @param promise what it promises, in one sentence
     * @param defects where it does not hold; empty if it does
     */
    public record Diagnosis(String invariant, String promise, List<Defect> defects) {
        public Diagnosis {
            defects = List.copyOf(defects);
        }
    }

    /** One for each invariant, in their order. */
    public List<Diagnosis> examine() {
        return checks.stream().map(Doctor::diagnosis).toList();
    }

    /** Everything that is wrong. */
    public List<Defect> defects() {
        return examine().stream()
                .flatMap(diagnosis -> diagnosis.defects().stream())
                .toList();
    }

    private static Diagnosis diagnosis(Check check) {
        List<Defect> defects = new ArrayList<>();
        check.run(defects::add);
        return new Diagnosis(check.invariant(), check.promise(), defects);
    }
}
