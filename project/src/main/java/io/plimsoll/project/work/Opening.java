package io.plimsoll.project.work;

import io.plimsoll.project.OpenProject;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.workspace.Claim;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to open a project in the same way once more, in another process.
 *
 * @param project its folder; null: the nearest one upwards
 * @param workspace the folder of another workspace than that of {@code plimsoll.yml}
 * @param profile one of the profiles in {@code plimsoll.yml}
 */
public record Opening(
        @Nullable Path project,
        @Nullable Path workspace,
        @Nullable String profile) {
    private static final int ARGUMENTS = 5;

    /** One attempt at a run of a project. */
    record Attempt(Opening opening, Claim claim) {
        /** Reads what {@link Opening#attempt} gives. */
        static Attempt parse(String... arguments) {
            if (arguments.length != ARGUMENTS) {
                throw new IllegalArgumentException("an attempt has " + ARGUMENTS + " arguments");
            }
            Opening opening =
                    new Opening(path(arguments[0]), path(arguments[1]), arguments[2].isEmpty() ? null : arguments[2]);
            return new Attempt(opening, new Claim(arguments[3], Long.parseLong(arguments[4])));
        }

        private static @Nullable Path path(String argument) {
            return argument.isEmpty() ? null : Path.of(argument);
        }
    }

    /** @throws io.plimsoll.fault.PlimsollException as {@link OpenProject#open} does */
    public OpenProject open(Surroundings surroundings) {
        return OpenProject.open(surroundings, project, workspace, profile);
    }

    /** The arguments of an {@link AttemptProcess}, with absolute paths. */
    List<String> attempt(OpenProject opened, Claim claim) {
        return List.of(
                opened.folder().toAbsolutePath().toString(),
                workspace == null
                        ? ""
                        : opened.directory().resolve(workspace).toAbsolutePath().toString(),
                profile == null ? "" : profile,
                claim.runId(),
                String.valueOf(claim.fence()));
    }
}
