package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.ModelDesk.Promoted;
import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.cli.show.VerdictText;
import io.plimsoll.project.reference.AliasName;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
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
        try (Desk desk = setting.desk()) {
            ModelReference version = ModelReference.parse(reference);
            if (!alias.equals(ModelVersion.CHAMPION)) {
                show(desk.models().point(version, alias, why));
                return 0;
            }
            Promoted promoted = desk.models().promote(version, why);
            show(promoted);
            return promoted.move() == null ? NO : 0;
        }
    }

    private void show(AliasMove move) {
        if (setting.json()) {
            setting.printJson(ChampionHistory.data(move));
        } else {
            setting.print(new ModelShow(setting.style()).moved(move));
        }
    }

    private void show(Promoted promoted) {
        AliasMove move = promoted.move();
        if (setting.json()) {
            setting.printJson(promoted.data());
            return;
        }
        String head = move == null
                ? setting.style().bad("NOT PROMOTED") + " "
                        + promoted.version() + "\n  "
                        + promoted.decision().reason() + "\n"
                : new ModelShow(setting.style()).moved(move);
        setting.print(head + new VerdictText(setting.style()).of(promoted.verdict(), promoted.decision()));
    }
}
