package io.plimsoll.cli.command;

import io.plimsoll.cli.show.EndpointShow;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Endpoints.Publication;
import io.plimsoll.workspace.Publishing;
import io.plimsoll.workspace.Publishing.DefaultVersion;
import io.plimsoll.workspace.SafeNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish}: a training that others may submit. */
@Command(
        name = "publish",
        header = "Publish model types of an indication as the next version of an endpoint.",
        description = {
            "What was published is what is submitted, whatever becomes of the config file. The same specification with the same settings",
            "is the same version. Settings that are not given are those of the endpoint's newest version."
        },
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Mixin
    private ModelTypes chosen = new ModelTypes();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the endpoint; default: the model's name with -training, such as lung-activation-training")
    private @Nullable String name;

    @Option(
            names = "--default",
            negatable = true,
            fallbackValue = "true",
            description =
                    "whether the new version is run where none is named; default: yes, unless one was set by hand")
    private @Nullable Boolean isDefault;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    PublishCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            IndicationConfig config = chosen.config(project);
            List<String> types = chosen.of(config);
            if (name != null && types.size() > 1) {
                throw PlimsollException.of(
                        ErrorCode.USAGE,
                        "an endpoint trains one model, and " + types.size() + " were to be published",
                        "--name",
                        "name one model type, or leave --name out");
            }
            Installation installation = project.installation();
            List<Publishing> wanted = types.stream()
                    .map(type -> publishing(project, Specification.of(config, type, installation)))
                    .toList();
            Endpoints endpoints = project.workspace().endpoints();
            show(wanted.stream().map(endpoints::publish).toList(), endpoints);
            return 0;
        }
    }

    private Publishing publishing(OpenProject project, Specification specification) {
        String endpoint = safe(name == null ? Endpoint.usualName(specification.model()) : name);
        EndpointSettings before = project.workspace().endpoints().versions(endpoint).stream()
                .findFirst()
                .map(EndpointVersion::settings)
                .orElse(EndpointSettings.USUAL);
        return new Publishing(endpoint, specification, settings.over(before), defaultVersion(), project.actor());
    }

    private DefaultVersion defaultVersion() {
        if (isDefault == null) {
            return DefaultVersion.USUAL;
        }
        return isDefault ? DefaultVersion.THIS : DefaultVersion.UNCHANGED;
    }

    private static String safe(String asked) {
        try {
            return SafeNames.id(asked);
        } catch (IllegalArgumentException e) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    Shown.quoted(asked)
                            + " cannot be the name of an endpoint: it is 1 to 64 of a-z, 0-9, point, dash and"
                            + " underscore, and begins with a letter or digit",
                    "--name",
                    "such as --name lung-nightly");
        }
    }

    private void show(List<Publication> made, Endpoints endpoints) {
        EndpointShow show = new EndpointShow(setting.style());
        if (setting.json()) {
            List<Map<String, Object>> data =
                    made.stream().map(one -> EndpointShow.data(one, endpoints)).toList();
            setting.printJson(data.size() == 1 && !chosen.all() ? data.get(0) : Map.of("published", data));
            return;
        }
        made.forEach(one -> setting.print(show.published(one, endpoints)));
    }
}
