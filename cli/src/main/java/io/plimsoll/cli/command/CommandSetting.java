package io.plimsoll.cli.command;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.OwnDesk;
import io.plimsoll.cli.remote.ServerDesk;
import io.plimsoll.cli.show.MatrixTable;
import io.plimsoll.cli.show.Style;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.project.work.Opening;
import io.plimsoll.workspace.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What a command is given: its surroundings and the shared options. */
record CommandSetting(Surroundings surroundings, GlobalOptions global) {
    /** Where to ask and decide: here, or at the server that {@code -w} names. */
    Desk desk() {
        return global.isServer()
                ? ServerDesk.open(String.valueOf(global.workspace), surroundings)
                : new OwnDesk(opening().open(surroundings));
    }

    /** The project, for a command that works on the workspace itself. */
    OpenProject open() {
        return open("run it on the machine of the server, in the folder of the project, without -w");
    }

    /** @param instead what to do where a server was named */
    OpenProject open(String instead) {
        if (global.isServer()) {
            throw PlimsollException.of(
                    ErrorCode.NOT_AT_SERVER, "this needs the workspace itself, and -w names a server", "", instead);
        }
        return opening().open(surroundings);
    }

    /** How another process opens the same project. */
    Opening opening() {
        return new Opening(global.project, global.workspace == null ? null : Path.of(global.workspace), global.profile);
    }

    boolean json() {
        return global.json;
    }

    void print(String text) {
        surroundings.out().print(text.endsWith("\n") ? text : text + "\n");
    }

    void printJson(Object value) {
        surroundings.out().print(CanonicalJson.text(value) + "\n");
    }

    /** Prints the one or the other, as was asked for. */
    void show(Object json, Supplier<String> text) {
        if (json()) {
            printJson(json);
        } else {
            print(text.get());
        }
    }

    /** Prints what became of many runs, and gives the exit code that says so. */
    int matrix(List<RunRecord> runs) {
        if (json()) {
            printJson(MatrixTable.data(runs));
        } else {
            print(MatrixTable.text(style(), runs));
        }
        return ExitCodes.worst(runs.stream().map(MatrixTable::exit).toList());
    }

    Style style() {
        return Style.of(surroundings);
    }
}
