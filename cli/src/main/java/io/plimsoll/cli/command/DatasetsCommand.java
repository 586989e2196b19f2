package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.DatasetDesk.DatasetView;
import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.show.DatasetDiffShow;
import io.plimsoll.cli.show.DatasetLine;
import io.plimsoll.cli.show.DatasetShow;
import io.plimsoll.cli.show.ErasureShow;
import io.plimsoll.engine.DatasetComparison;
import io.plimsoll.engine.DatasetDifference;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.upkeep.Eraser;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code datasets}: the modelling tables that runs used. */
@Command(
        name = "datasets",
        header = "List dataset versions, show one, compare two, erase the rows of one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DatasetsCommand implements Callable<Integer> {
    private final CommandSetting setting;

    DatasetsCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list(null);
    }

    @Command(
            name = "list",
            header = "Every dataset with its newest version, or the versions that a file went into.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(
                            names = "--input",
                            paramLabel = "FILE",
                            description = "only versions that this file went into, found by its hash")
                    @Nullable
                    Path input) {
        try (Desk desk = setting.desk()) {
            DatasetShow show = new DatasetShow(setting.style());
            if (input == null) {
                List<DatasetLine> newest = desk.datasets().newest();
                setting.show(Map.of("datasets", DatasetShow.data(newest)), () -> show.newest(newest));
                return 0;
            }
            Path path = setting.surroundings().directory().resolve(input);
            String sha256 = new InputFile(path, input.toString()).sha256();
            List<DatasetLine> made = desk.datasets().madeOf(sha256);
            Map<String, Object> asked = Map.of("file", input.toString(), "sha256", sha256);
            setting.show(Map.of("input", asked, "datasets", DatasetShow.data(made)), () -> show.madeOf(sha256, made));
            return 0;
        }
    }

    @Command(
            name = "show",
            header = "One dataset: all of its versions, or one version with its columns, sources, runs and models.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME[@VERSION]", description = "lung, or lung@2") String reference) {
        try (Desk desk = setting.desk()) {
            DatasetReference asked = DatasetReference.parse(reference);
            DatasetShow show = new DatasetShow(setting.style());
            if (asked.isWholeDataset()) {
                List<DatasetLine> all = desk.datasets().all(asked);
                setting.show(Map.of("versions", DatasetShow.data(all)), () -> show.versions(all));
                return 0;
            }
            DatasetView view = desk.datasets().show(asked);
            String tombstone = view.erasure()
                    .map(new ErasureShow(setting.style())::tombstone)
                    .orElse("");
            setting.show(
                    data(view),
                    () -> tombstone + show.version(view.version(), view.uses(), view.place(), view.profile()));
            return 0;
        }
    }

    @Command(
            name = "diff",
            header = "What changed from one version to another: rows by key, columns, profiles.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(index = "0", paramLabel = "NAME@VERSION", description = "before; without a number, the newest")
                    String first,
            @Parameters(index = "1", paramLabel = "NAME@VERSION", description = "after; without a number, the newest")
                    String second) {
        try (OpenProject project = setting.open();
                TemporaryFolder scratch = TemporaryFolder.create()) {
            DatasetCatalog catalog = project.workspace().datasets();
            DatasetVersion before = DatasetReference.parse(first).one(catalog);
            DatasetVersion after = DatasetReference.parse(second).one(catalog);
            DatasetDifference difference = new DatasetComparison(
                            project.workspace().artifacts(), project.engine(), project.limits())
                    .compare(before, after, scratch.path());
            setting.show(DatasetDiffShow.data(difference), () -> new DatasetDiffShow(setting.style()).text(difference));
            return 0;
        }
    }

    @Command(
            name = "erase",
            header = "Erase the rows of a version, as on legal demand; its hash and a tombstone stay.",
            description =
                    "Erases the snapshot and the rows that runs kept as evidence. The same rows are refused from then on.",
            mixinStandardHelpOptions = true)
    int erase(
            @Parameters(paramLabel = "NAME@VERSION", description = "lung@2") String reference,
            @Mixin ReasonOption reason) {
        String why = reason.given();
        try (OpenProject project = setting.open()) {
            DatasetReference asked = DatasetReference.parse(reference);
            if (asked.isWholeDataset()) {
                throw PlimsollException.of(
                        ErrorCode.USAGE,
                        "one version is erased at a time",
                        reference,
                        "name it, such as " + reference + "@1");
            }
            DatasetVersion version = asked.one(project.workspace().datasets());
            Eraser.Erased erased = new Eraser(project.workspace()).erase(version, project.actor(), why);
            setting.show(ErasureShow.data(erased), () -> new ErasureShow(setting.style()).text(erased));
            return 0;
        }
    }

    private static Map<String, Object> data(DatasetView view) {
        Map<String, Object> whole = DatasetShow.whole(view.version(), view.uses(), view.place());
        view.erasure().ifPresent(found -> whole.put("tombstone", ErasureShow.data(found)));
        view.profile().ifPresent(found -> whole.put("profile", found.columns()));
        return whole;
    }
}
