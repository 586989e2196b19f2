package io.plimsoll.cli.command;

import io.plimsoll.cli.show.DoctorShow;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.upkeep.Defect;
import io.plimsoll.upkeep.VersionCheck;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code models verify}: whether versions are still what was registered. */
@Command(
        name = "verify",
        header = "Hash every file of a version again, score its canaries, and compute its metrics from its evidence.",
        description = "Without an argument every version of every model. Exit code 3 if something is wrong.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int NOT_VERIFIED = 3;

    private final CommandSetting setting;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL[@VERSION]",
            description = "lung-activation, lung-activation@3 or @champion")
    private @Nullable String reference;

    VerifyCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            VersionCheck check =
                    new VersionCheck(project.workspace(), project.engine().loader(project.limits()));
            Map<String, List<Defect>> defects = new TreeMap<>();
            StringBuilder text = new StringBuilder();
            DoctorShow show = new DoctorShow(setting.style());
            for (ModelVersion version : versions(project.workspace().models())) {
                List<Defect> found = check.defects(version);
                defects.put(version.reference(), found);
                String result = found.isEmpty()
                        ? setting.style().good("verified")
                        : setting.style().bad("NOT VERIFIED");
                text.append(version.reference())
                        .append("  ")
                        .append(result)
                        .append('\n')
                        .append(show.defects(found));
            }
            boolean sound = defects.values().stream().allMatch(List::isEmpty);
            if (setting.json()) {
                setting.printJson(Map.of("verified", sound, "versions", defects));
            } else {
                setting.print(defects.isEmpty() ? "no models yet, so nothing to verify" : text.toString());
            }
            return sound ? 0 : NOT_VERIFIED;
        }
    }

    private List<ModelVersion> versions(ModelRegistry registry) {
        if (reference == null) {
            return registry.models().stream()
                    .flatMap(model -> registry.versions(model).stream())
                    .toList();
        }
        ModelReference asked = ModelReference.parse(reference);
        return asked.isWholeModel() ? asked.all(registry) : List.of(asked.one(registry));
    }
}
