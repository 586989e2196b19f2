package io.plimsoll.cli.command;

import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init}: a new project that runs at once. */
@Command(
        name = "init",
        header = "Make a new project with a sample indication and its data, ready to train.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "the new project's folder; default: here")
    private Path folder = Path.of(".");

    InitCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        Path target = setting.surroundings().directory().resolve(folder).normalize();
        if (Files.exists(target.resolve("plimsoll.yml"))) {
            throw PlimsollException.of(
                    ErrorCode.ALREADY_EXISTS,
                    "there is a project already",
                    folder.toString(),
                    "name another folder, or add to this project with `plimsoll add indication NAME --from FILE`");
        }
        SampleProject.writeTo(target);
        if (setting.json()) {
            setting.printJson(Map.of("project", target.toString()));
        } else {
            String place = folder.toString().equals(".") ? "" : "cd " + folder + " && ";
            setting.print("made a project with generated data for " + String.join(" and ", SampleProject.indications())
                    + "\nnext: " + place + "plimsoll train lung");
        }
        return 0;
    }
}
