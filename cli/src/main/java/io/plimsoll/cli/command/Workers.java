package io.plimsoll.cli.command;

import io.plimsoll.cli.project.OpenProject;
import io.plimsoll.worker.JavaProcesses;
import io.plimsoll.worker.RunLimits;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.worker.Worker;
import io.plimsoll.workspace.Claim;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes workers for a project, whose processes open it as this one does. */
record Workers(CommandSetting setting, OpenProject project, Path scratch) {
    /** By its name, since the program knows the commands and not the other way round. */
    private static final String PROGRAM = "io.plimsoll.cli.Plimsoll";

    Worker worker(int lanes, Duration lease) {
        return new Worker(
                project.workspace(),
                new JavaProcesses(PROGRAM, this::arguments, scratch),
                this::limits,
                new Worker.Terms(name(), lanes, lease),
                project.clock());
    }

    /** Whether no run waits or goes on that was queued, and no message could be sent now. */
    boolean isIdle() {
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

    private List<String> arguments(Claim claim) {
        List<String> arguments = new ArrayList<>(List.of("-p", project.folder().toString()));
        Path workspace = setting.global().workspace;
        if (workspace != null) {
            Path place = setting.surroundings().directory().resolve(workspace);
            arguments.addAll(List.of("-w", place.toAbsolutePath().toString()));
        }
        String profile = setting.global().profile;
        if (profile != null) {
            arguments.addAll(List.of("--profile", profile));
        }
        arguments.addAll(List.of("attempt", claim.runId(), String.valueOf(claim.fence())));
        return arguments;
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
