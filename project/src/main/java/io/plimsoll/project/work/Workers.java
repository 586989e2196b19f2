package io.plimsoll.project.work;

import io.plimsoll.project.OpenProject;
import io.plimsoll.worker.JavaProcesses;
import io.plimsoll.worker.RunLimits;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.worker.Worker;
import io.plimsoll.workspace.Claim;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes workers for a project, whose processes open it as this one does.
 *
 * @param scratch a local folder for what those processes write
 */
public record Workers(OpenProject project, Opening opening, Path scratch) {
    public Worker worker(int lanes, Duration lease) {
        return new Worker(
                project.workspace(),
                new JavaProcesses(AttemptProcess.class.getName(), claim -> opening.attempt(project, claim), scratch),
                this::limits,
                new Worker.Terms(name(), lanes, lease),
                project.clock());
    }

    /** Whether no run waits or goes on that was queued, and no message could be sent now. */
    public boolean isIdle() {
        return project.workspace().queue().open() == 0
                && project.workspace().webhooks().due() == 0;
    }

    private RunLimits limits(Claim claim) {
        return project.workspace()
                .queue()
                .find(claim.runId())
                .map(ticket -> RunRequest.read(ticket.submission().request()).limits())
                .orElse(RunLimits.NONE);
    }

    /** {@code host:process}. */
    private static String name() {
        return host() + ":" + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
