package io.plimsoll.project.work;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.step.RunListener;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.security.SecureRandom;

/** The program of a process that a worker starts for one attempt of one run. It is not for people, and ends with the worker. */
public final class AttemptProcess {
    private AttemptProcess() {}

    /** @param arguments as {@link Opening#attempt} gives them */
    public static void main(String... arguments) {
        Leash.toWhoeverStartedThis();
        Surroundings surroundings = Surroundings.ofThisProcess(new SecureRandom());
        System.exit(run(surroundings, Opening.Attempt.parse(arguments)));
    }

    private static int run(Surroundings surroundings, Opening.Attempt attempt) {
        try (OpenProject project = attempt.opening().open(surroundings)) {
            Claim claim = attempt.claim();
            Workspace held = project.workspace().under(claim);
            RunRecord record = RunReference.find(project, claim.runId());
            if (new Settling(held, project.clock()).settleIfRegistered(record).isEmpty()) {
                carryOn(project, held, claim, record);
            }
            return 0;
        } catch (PlimsollException e) {
            for (Fault fault : e.faults()) {
                surroundings.err().println(fault.line());
                surroundings.err().println(fault.advice());
            }
            return e.code().exit();
        } catch (RuntimeException e) {
            e.printStackTrace(surroundings.err());
            return ErrorCode.INTERNAL.exit();
        }
    }

    /** A config that this worker cannot follow ends the run, with its faults. */
    private static void carryOn(OpenProject project, Workspace held, Claim claim, RunRecord record) {
        try {
            project.trainings()
                    .carryOn(claim, new QueuedRuns(project).plan(record), RunListener.NONE, Throwable::printStackTrace);
        } catch (PlimsollException e) {
            held.runs().end(RunReport.broken(record, e.faults(), project.clock().instant()));
        }
    }
}
