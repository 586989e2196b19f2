package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models rollback}: the former champion again, at once. */
@Command(
        name = "rollback",
        header = "Bring a former champion back at once, without a verdict.",
        description = "Its files are verified first. Only a version that was champion before can be brought back.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(
            paramLabel = "MODEL[@VERSION]",
            description = "lung-activation for the champion before this one, or lung-activation@3")
    private String reference = "";

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    RollbackCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        String why = reason.given();
        try (Desk desk = setting.desk()) {
            AliasMove move = desk.models().rollBack(ModelReference.parse(reference), why);
            if (setting.json()) {
                setting.printJson(ChampionHistory.data(move));
            } else {
                setting.print(new ModelShow(setting.style()).moved(move));
            }
            return 0;
        }
    }
}
