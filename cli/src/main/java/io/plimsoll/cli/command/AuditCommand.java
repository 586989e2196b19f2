package io.plimsoll.cli.command;

import io.plimsoll.audit.AuditExport;
import io.plimsoll.audit.Chain;
import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.EventDesk.Checked;
import io.plimsoll.cli.show.EventShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit}: who changed what is in use, when and why. */
@Command(
        name = "audit",
        header = "The event log of governance changes: list, verify, export it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
    private static final int BROKEN = 3;

    private final CommandSetting setting;

    AuditCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Command(
            name = "list",
            header = "The latest governance changes, the last one last.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "how many; default 50")
                    int limit,
            @Option(
                            names = "--of",
                            paramLabel = "NAME",
                            description = "only those about this model, dataset, endpoint, token, person or webhook")
                    @Nullable
                    String subject) {
        if (limit < 1) {
            throw PlimsollException.of(ErrorCode.USAGE, "--limit must be at least 1", "", "give a number such as 50");
        }
        try (Desk desk = setting.desk()) {
            List<Event> latest = desk.events().latest(limit, subject);
            if (setting.json()) {
                setting.printJson(
                        Map.of("events", latest.stream().map(EventShow::data).toList()));
            } else {
                setting.print(new EventShow(setting.style()).list(latest));
            }
            return 0;
        }
    }

    @Command(
            name = "verify",
            header = "Whether the log is whole: nothing changed, left out or cut off. Exit code 3 if not.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "an export, instead of the workspace's own log")
                    @Nullable
                    Path file) {
        if (file != null) {
            AuditExport export = AuditExport.read(lines(file), file.toString());
            return verified(new Checked(Chain.verify(export.events(), export.head()), export.head()));
        }
        try (Desk desk = setting.desk()) {
            return verified(desk.events().verify());
        }
    }

    private int verified(Checked checked) {
        Optional<Chain.Break> broken = checked.broken();
        EventLog.Head head = checked.head();
        if (setting.json()) {
            Map<String, Object> data = new TreeMap<>();
            data.put("verified", broken.isEmpty());
            data.put("events", head.sequence());
            data.put("head_sha256", head.sha256());
            broken.ifPresent(fault -> data.put("broken", fault));
            setting.printJson(data);
        } else {
            setting.print(broken.map(fault -> setting.style().bad("NOT VERIFIED") + ": " + fault.what()
                            + "\nhelp: compare with an earlier export and a backup")
                    .orElse(setting.style().good("verified") + ": " + head.sequence() + " events, head "
                            + head.sha256()));
        }
        return broken.isPresent() ? BROKEN : 0;
    }

    @Command(
            name = "export",
            header = "The whole log as lines of JSON that can be verified without the workspace.",
            mixinStandardHelpOptions = true)
    int export(
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "a file that is not there yet; default: standard output")
                    @Nullable
                    Path output) {
        try (Desk desk = setting.desk()) {
            AuditExport export = desk.events().export();
            if (output == null) {
                setting.print(export.text());
                return 0;
            }
            write(output, export.text());
            if (setting.json()) {
                setting.printJson(Map.of("events", export.events().size(), "file", output.toString()));
            } else {
                setting.print("exported " + export.events().size() + " events to " + output
                        + "\nverify it with: plimsoll audit verify --file " + output);
            }
            return 0;
        }
    }

    @Command(
            name = "checkpoint",
            header = "Note the end of the log in the second place now; done by itself after every change.",
            mixinStandardHelpOptions = true)
    int checkpoint() {
        try (OpenProject project = setting.open()) {
            Checkpoint checkpoint = project.workspace().events().checkpoint();
            if (setting.json()) {
                setting.printJson(checkpoint);
            } else {
                setting.print("noted event " + checkpoint.sequence() + ", " + checkpoint.sha256());
            }
            return 0;
        }
    }

    private List<String> lines(Path file) {
        try {
            return Files.readAllLines(setting.surroundings().directory().resolve(file));
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.SOURCE_UNREADABLE,
                            "the export cannot be read",
                            file.toString(),
                            "name a file that `plimsoll audit export -o FILE` wrote"),
                    e);
        }
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(
                    setting.surroundings().directory().resolve(file),
                    text,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw PlimsollException.of(
                    ErrorCode.ALREADY_EXISTS, "there is such a file already", file.toString(), "name another file");
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "the export cannot be written",
                            file.toString(),
                            "name a place that you may write to"),
                    e);
        }
    }
}
