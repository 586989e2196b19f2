package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program as a whole is asked for help, and how it answers a line that it does not understand. */
class UsageTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*)  ");

    @TempDir
    private Path folder;

    @Test
    void listsEveryCommandAndEachOfThemHelps() {
        List<String> all = new ArrayList<>();
        addCommands("", all);

        assertThat(all).hasSizeGreaterThan(70).contains("train", "models promote", "doctor");
    }

    /** Asks a command for help, and then each that this lists. */
    private void addCommands(String command, List<String> all) {
        String help = new Terminal(folder)
                .type((command + " --help").strip().split(" "))
                .exits(0)
                .out();
        assertThat(help).contains(("Usage: plimsoll " + command).strip() + " ");
        COMMAND.matcher(help).results().forEach(found -> {
            String name = (command + " " + found.group(1)).strip();
            all.add(name);
            addCommands(name, all);
        });
    }

    @Test
    void listsThemAlsoWhereOneIsNamed() {
        String help = new Terminal(folder).type("--help").exits(0).out();

        assertThat(new Terminal(folder).type("--help", "train").exits(0).out()).isEqualTo(help);
    }

    @Test
    void suggestsACommandAlsoWhereAnotherOneIsNamed() {
        assertThat(new Terminal(folder).type("modls", "runs").exits(2).err())
                .startsWith("error[USAGE]: Unmatched argument at index 0: 'modls' (did you mean 'models'?)");
    }
}
