package io.plimsoll.cli.command;

import io.plimsoll.cli.show.SpecificationShow;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build}: what {@code publish} would store. */
@Command(
        name = "build",
        header = "Compile model types of an indication into specifications, and show them.",
        description = {
            "A specification says everything about a training: config, code, trainer, plugins, and the parameters that a submission may",
            "give. The same config, code and plugins give the same bytes. Nothing is stored; `plimsoll publish` does that."
        },
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Mixin
    private ModelTypes chosen = new ModelTypes();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write the specification of one model type to a file, whose SHA-256 is then its digest")
    private @Nullable Path output;

    BuildCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            IndicationConfig config = chosen.config(project);
            Installation installation = project.installation();
            List<Specification> built = chosen.of(config).stream()
                    .map(type -> Specification.of(config, type, installation))
                    .toList();
            if (output != null) {
                write(built, output);
            }
            show(built);
            return 0;
        }
    }

    private void write(List<Specification> built, Path file) {
        if (built.size() != 1) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "one file holds the specification of one model type, and " + built.size() + " were built",
                    "-o",
                    "name one model type");
        }
        OutputFile.of(file, setting).write(built.get(0).text().getBytes(StandardCharsets.UTF_8));
    }

    private void show(List<Specification> built) {
        if (setting.json()) {
            List<Map<String, Object>> data =
                    built.stream().map(SpecificationShow::data).toList();
            setting.printJson(data.size() == 1 && !chosen.all() ? data.get(0) : Map.of("specifications", data));
            return;
        }
        SpecificationShow show = new SpecificationShow(setting.style());
        List<String> texts = built.stream().map(show::text).toList();
        setting.print(String.join("\n", texts));
    }
}
