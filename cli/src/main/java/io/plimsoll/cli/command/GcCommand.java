package io.plimsoll.cli.command;

import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.Table;
import io.plimsoll.project.OpenProject;
import io.plimsoll.upkeep.Garbage;
import io.plimsoll.workspace.StoredContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gc}: frees what nothing refers to. */
@Command(
        name = "gc",
        header = "List the files that nothing refers to and that are older than a day; with --delete, remove them.",
        description = "Whatever a version, dataset version or run refers to is never removed.",
        mixinStandardHelpOptions = true)
final class GcCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Option(names = "--delete", description = "remove what is listed; without it nothing is changed")
    private boolean delete;

    GcCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            Garbage garbage = new Garbage(project.workspace(), project.clock());
            List<StoredContent> contents = delete ? garbage.collect() : garbage.find();
            long bytes = contents.stream().mapToLong(StoredContent::bytes).sum();
            if (setting.json()) {
                setting.printJson(Map.of("deleted", delete, "bytes", bytes, "contents", contents));
            } else {
                setting.print(text(contents, bytes));
            }
            return 0;
        }
    }

    private String text(List<StoredContent> contents, long bytes) {
        if (contents.isEmpty()) {
            return "nothing to remove: all that is older than a day is referred to";
        }
        Table table = new Table(setting.style(), "kind", "bytes", "last stored (UTC)", "id");
        contents.forEach(content -> table.row(
                content.kind().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%,d", content.bytes()),
                RunShow.time(content.touched()),
                content.id()));
        String sum = String.format(Locale.ROOT, "%,d bytes", bytes);
        return table.text() + (delete ? "removed " + sum : sum + "; nothing was removed: --delete removes them");
    }
}
