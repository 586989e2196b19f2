package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.ModelDesk.ModelView;
import io.plimsoll.cli.desk.ModelDesk.Standing;
import io.plimsoll.cli.desk.ModelDesk.VersionView;
import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.cli.show.Origin;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.Table;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models}: what is registered, and which version of it is in use. */
@Command(
        name = "models",
        header = "What is registered, who is in use and by what right, and what people decide about it.",
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
        try (Desk desk = setting.desk()) {
            List<Standing> standings = desk.models().standings();
            setting.show(
                    Map.of("models", standings.stream().map(ModelsCommand::data).toList()), () -> table(standings));
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
        try (Desk desk = setting.desk()) {
            ModelReference asked = ModelReference.parse(reference);
            if (asked.isWholeModel()) {
                ModelView all = desk.models().all(asked);
                showAll(all.versions(), all.champions());
            } else {
                VersionView one = desk.models().show(asked);
                showOne(one.version(), one.origin());
            }
            return 0;
        }
    }

    private void showAll(List<ModelVersion> versions, ChampionHistory champions) {
        if (setting.json()) {
            setting.printJson(Map.of(
                    "versions", versions.stream().map(ModelShow::data).toList(), "champion_history", champions.data()));
        } else {
            setting.print(new ModelShow(setting.style()).versions(versions, champions));
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
        try (Desk desk = setting.desk()) {
            ModelVersion left = desk.models().one(ModelReference.parse(first));
            ModelVersion right = desk.models().one(ModelReference.parse(second));
            if (setting.json()) {
                setting.printJson(Map.of("first", ModelShow.data(left), "second", ModelShow.data(right)));
            } else {
                setting.print(new ModelShow(setting.style()).comparison(left, right));
            }
            return 0;
        }
    }

    @Command(
            name = "retire",
            header = "End the champion's reign: its versions stay, and the next training run faces no champion.",
            mixinStandardHelpOptions = true)
    int retire(
            @Parameters(paramLabel = "MODEL", description = "lung-activation") String model,
            @Mixin ReasonOption reason) {
        String why = reason.given();
        try (Desk desk = setting.desk()) {
            AliasMove retired = desk.models().retire(ModelReference.parse(model), why);
            if (setting.json()) {
                setting.printJson(ChampionHistory.data(retired));
            } else {
                setting.print(new ModelShow(setting.style()).retired(retired));
            }
            return 0;
        }
    }

    @Command(
            name = "archive",
            header = "Put a version aside for good: it stays on record, and can be given no alias.",
            mixinStandardHelpOptions = true)
    int archive(
            @Parameters(paramLabel = "MODEL@VERSION", description = "lung-activation@3") String reference,
            @Mixin ReasonOption reason) {
        return close(reference, VersionState.ARCHIVED, reason);
    }

    @Command(name = "reject", header = "Turn down a version that waits for approval.", mixinStandardHelpOptions = true)
    int reject(
            @Parameters(paramLabel = "MODEL@VERSION", description = "lung-activation@3") String reference,
            @Mixin ReasonOption reason) {
        return close(reference, VersionState.REJECTED, reason);
    }

    private int close(String reference, VersionState state, ReasonOption reason) {
        String why = reason.given();
        try (Desk desk = setting.desk()) {
            ModelVersion closed = desk.models().close(ModelReference.parse(reference), state, why);
            if (setting.json()) {
                setting.printJson(ModelShow.data(closed));
            } else {
                setting.print(new ModelShow(setting.style()).closed(closed, why));
            }
            return 0;
        }
    }

    private static Map<String, Object> data(Standing standing) {
        return standing.champion().map(ModelShow::data).orElseGet(() -> {
            Map<String, Object> data = new TreeMap<>(Map.of("model", standing.model()));
            standing.retired().ifPresent(move -> data.put("retired", ChampionHistory.data(move)));
            return data;
        });
    }

    private String table(List<Standing> standings) {
        Table table = new Table(setting.style(), "model", "champion", "metric", "registered (UTC)", "run");
        standings.forEach(standing -> standing.champion()
                .ifPresentOrElse(
                        version -> table.row(
                                standing.model(),
                                "@" + version.version(),
                                ModelShow.mainMetric(version),
                                RunShow.time(version.created()),
                                version.runId()),
                        () -> table.row(standing.model(), "none", "-", "-", "-")));
        return table.isEmpty() ? "no models yet; `plimsoll train INDICATION` registers one" : table.text();
    }
}
