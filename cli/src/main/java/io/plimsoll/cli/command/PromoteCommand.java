package io.plimsoll.cli.command;

import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.cli.show.VerdictText;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.pipeline.Promotions;
import io.plimsoll.pipeline.Promotions.Promotion;
import io.plimsoll.pipeline.Promotions.Word;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.AliasName;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models promote}: another version in use, if it passes. */
@Command(
        name = "promote",
        header = "Judge a version again and make it champion if it passes; or point another alias at it.",
        description = {
            "The version is judged by its own guardrail, on its own rows, against the champion of now. If it does not pass,",
            "nothing changes and the exit code is 3. This is also how a version that waits for approval is approved."
        },
        mixinStandardHelpOptions = true)
final class PromoteCommand implements Callable<Integer> {
    private static final int NO = 3;

    private final CommandSetting setting;

    @Parameters(paramLabel = "MODEL@VERSION", description = "lung-activation@3")
    private String reference = "";

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description = "point this alias, such as challenger, at the version without judging it")
    private String alias = ModelVersion.CHAMPION;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    PromoteCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        String why = reason.given();
        AliasName.of(alias);
        try (OpenProject project = setting.open()) {
            ModelVersion version =
                    ModelReference.parse(reference).one(project.workspace().models());
            Promotions promotions = project.promotions();
            Word word = new Word(project.actor(), why);
            if (!alias.equals(ModelVersion.CHAMPION)) {
                show(promotions.point(version, alias, word));
                return 0;
            }
            Promotion promotion = promotions.promote(version, word);
            show(promotion);
            return promotion.move() == null ? NO : 0;
        }
    }

    private void show(AliasMove move) {
        if (setting.json()) {
            setting.printJson(ChampionHistory.data(move));
        } else {
            setting.print(new ModelShow(setting.style()).moved(move));
        }
    }

    private void show(Promotion promotion) {
        Judgement judgement = promotion.judgement();
        AliasMove move = promotion.move();
        if (setting.json()) {
            Map<String, Object> data = new TreeMap<>(judgement.report());
            data.put("promoted", move != null);
            data.put("version", promotion.version().reference());
            if (move != null) {
                data.put("move", ChampionHistory.data(move));
            }
            setting.printJson(data);
            return;
        }
        String head = move == null
                ? setting.style().bad("NOT PROMOTED") + " "
                        + promotion.version().reference() + "\n  "
                        + judgement.decision().reason() + "\n"
                : new ModelShow(setting.style()).moved(move);
        setting.print(head + new VerdictText(setting.style()).of(judgement.verdictReport(), judgement.decision()));
    }
}
