package io.plimsoll.cli.command;

import io.plimsoll.cli.project.OpenProject;
import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.cli.show.Origin;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.Table;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code models}: what is registered. */
@Command(
        name = "models",
        header = "List registered models, show one, compare two.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Callable<Integer> {
    private final CommandSetting setting;

    ModelsCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", header = "Every registered model with its champion.", mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            ModelRegistry registry = project.workspace().models();
            List<ModelVersion> champions = registry.models().stream()
                    .flatMap(model -> registry.versions(model).stream())
                    .filter(version -> version.aliases().contains(ModelVersion.CHAMPION))
                    .toList();
            if (setting.json()) {
                setting.printJson(
                        Map.of("models", champions.stream().map(ModelShow::data).toList()));
            } else {
                setting.print(table(champions));
            }
            return 0;
        }
    }

    @Command(
            name = "show",
            header = "One model: all of its versions, or one version with its tags.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "MODEL[@VERSION]", description = "lung-activation, lung-activation@3 or @champion")
                    String reference) {
        try (OpenProject project = setting.open()) {
            ModelReference asked = ModelReference.parse(reference);
            ModelRegistry registry = project.workspace().models();
            if (asked.isWholeModel()) {
                showAll(asked.all(registry));
            } else {
                ModelVersion version = asked.one(registry);
                showOne(version, Origin.of(version.runId(), project.workspace().datasets()));
            }
            return 0;
        }
    }

    private void showAll(List<ModelVersion> versions) {
        if (setting.json()) {
            setting.printJson(
                    Map.of("versions", versions.stream().map(ModelShow::data).toList()));
        } else {
            setting.print(new ModelShow(setting.style()).versions(versions));
        }
    }

    private void showOne(ModelVersion version, Origin origin) {
        if (setting.json()) {
            setting.printJson(ModelShow.whole(version, origin));
        } else {
            setting.print(new ModelShow(setting.style()).version(version, origin));
        }
    }

    @Command(
            name = "compare",
            header = "Two versions side by side: metrics and everything else in which they differ.",
            mixinStandardHelpOptions = true)
    int compare(
            @Parameters(index = "0", paramLabel = "MODEL@VERSION", description = "the first") String first,
            @Parameters(index = "1", paramLabel = "MODEL@VERSION", description = "the second") String second) {
        try (OpenProject project = setting.open()) {
            ModelRegistry registry = project.workspace().models();
            ModelVersion left = ModelReference.parse(first).one(registry);
            ModelVersion right = ModelReference.parse(second).one(registry);
            if (setting.json()) {
                setting.printJson(Map.of("first", ModelShow.data(left), "second", ModelShow.data(right)));
            } else {
                setting.print(new ModelShow(setting.style()).comparison(left, right));
            }
            return 0;
        }
    }

    private String table(List<ModelVersion> champions) {
        Table table = new Table(setting.style(), "model", "champion", "metric", "registered (UTC)", "run");
        for (ModelVersion version : champions) {
            table.row(
                    version.model(),
                    "@" + version.version(),
                    ModelShow.mainMetric(version),
                    RunShow.time(version.created()),
                    version.runId());
        }
        return table.isEmpty() ? "no models yet; `plimsoll train INDICATION` registers one" : table.text();
    }
}
