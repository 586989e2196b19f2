package io.plimsoll.config;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A workspace is one folder, or a database of the project and a folder for its files; with each profile, too. */
final class WorkspaceChecks {
    private static final String PATH = "path";
    private static final String DATABASE = "database";
    private static final String ARTIFACTS = "artifacts";
    private static final List<String> OF_DATABASE = List.of(DATABASE, ARTIFACTS, "schema");

    private WorkspaceChecks() {}

    /** @param project {@code plimsoll.yml} as it is written */
    static void check(Mapping project, Faults faults) {
        checkOne(project, faults);
        Optional<Mapping> profiles = project.mapping("profiles");
        if (profiles.isPresent()) {
            for (String name : profiles.get().entries().keySet()) {
                profiles.get().mapping(name).ifPresent(profile -> checkOne(project.overlaidBy(profile), faults));
            }
        }
    }

    private static void checkOne(Mapping project, Faults faults) {
        project.get("workspace").ifPresent(place -> checkNoServer(place, faults));
        project.mapping("workspace").flatMap(said -> said.get(PATH)).ifPresent(path -> checkNoServer(path, faults));
        Optional<Mapping> workspace = project.mapping("workspace");
        if (workspace.isEmpty()) {
            return;
        }
        Mapping said = workspace.get();
        checkForm(said, faults);
        said.get(DATABASE)
                .ifPresent(database -> new DatabaseNames(project.mapping("databases")
                                .map(all -> all.entries().keySet())
                                .orElseGet(Set::of))
                        .checkName(database, faults));
    }

    /** A server has its own project; where it is asked, none is needed. */
    private static void checkNoServer(Node place, Faults faults) {
        if (place instanceof Node.Scalar said
                && said.text().toLowerCase(Locale.ROOT).matches("https?:.*")) {
            faults.add(
                    said,
                    "is the address of a server, and a project has its results in a folder or a database",
                    "name a folder here; a command asks a server with -w URL");
        }
    }

    private static void checkForm(Mapping said, Faults faults) {
        Optional<Node> ofDatabase =
                OF_DATABASE.stream().flatMap(key -> said.get(key).stream()).findFirst();
        if (said.has(PATH) && ofDatabase.isPresent()) {
            faults.add(
                    ofDatabase.get(),
                    "a workspace is all in the folder of path, or lies in a database, and this says both",
                    "take path away, or all the others");
        } else if (ofDatabase.isEmpty() && !said.has(PATH)) {
            faults.add(said, "says not where results live", "give a folder, or a database with a folder for artifacts");
        } else if (ofDatabase.isPresent() && !said.has(DATABASE)) {
            faults.add(
                    ofDatabase.get(),
                    "goes with a database, and none is named",
                    "add 'database: …', a name under databases");
        } else if (ofDatabase.isPresent() && !said.has(ARTIFACTS)) {
            faults.add(
                    said,
                    "files do not go into a database, and no folder is named for them",
                    "add 'artifacts: …', a folder that every machine sees which works in this workspace");
        }
    }
}
