package io.plimsoll.cli.command;

import io.plimsoll.cli.show.EndpointShow;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code endpoints}: what is published. */
@Command(
        name = "endpoints",
        header = "List published trainings, show one, disable and enable it, choose its default version.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class EndpointsCommand implements Callable<Integer> {
    private static final String REFERENCE = "NAME[@VERSION]";
    private static final String EXAMPLE = "lung-activation-training, or lung-activation-training@2";

    private final CommandSetting setting;

    EndpointsCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", header = "Every endpoint with its default version.", mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            List<Endpoint> all = project.workspace().endpoints().list();
            print(
                    Map.of("endpoints", all.stream().map(EndpointShow::data).toList()),
                    () -> new EndpointShow(setting.style()).list(all));
            return 0;
        }
    }

    @Command(
            name = "show",
            header = "One endpoint: its versions, and the settings and parameters of one of them.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = REFERENCE, description = EXAMPLE + "; default: its default version")
                    String reference) {
        try (OpenProject project = setting.open()) {
            Endpoints endpoints = project.workspace().endpoints();
            EndpointReference asked = EndpointReference.parse(reference);
            EndpointVersion version = asked.one(endpoints);
            Endpoint endpoint = asked.endpoint(endpoints);
            EndpointShow show = new EndpointShow(setting.style());
            print(
                    EndpointShow.whole(endpoint, version, endpoints),
                    () -> show.whole(
                            endpoint,
                            version,
                            endpoints,
                            setting.surroundings().clock().instant()));
            return 0;
        }
    }

    @Command(
            name = "disable",
            header = "Let an endpoint, or a version of it, take no submissions.",
            description = "Runs that were submitted before go on.",
            mixinStandardHelpOptions = true)
    int disable(
            @Parameters(paramLabel = REFERENCE, description = EXAMPLE) String reference, @Mixin ReasonOption reason) {
        String why = reason.given();
        try (OpenProject project = setting.open()) {
            Endpoints endpoints = project.workspace().endpoints();
            EndpointReference asked = EndpointReference.parse(reference);
            OptionalInt version = asked.number(endpoints);
            changed(asked, endpoints.disable(asked.name(), version, project.actor(), why), endpoints);
            return 0;
        }
    }

    @Command(
            name = "enable",
            header = "Let an endpoint, or a version of it, take submissions again.",
            mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = REFERENCE, description = EXAMPLE) String reference) {
        try (OpenProject project = setting.open()) {
            Endpoints endpoints = project.workspace().endpoints();
            EndpointReference asked = EndpointReference.parse(reference);
            OptionalInt version = asked.number(endpoints);
            changed(asked, endpoints.enable(asked.name(), version, project.actor()), endpoints);
            return 0;
        }
    }

    @Command(
            name = "set-default",
            header = "Choose the version that is run where none is named.",
            description =
                    "It stays the default until another is set; without a version, the newest that is not disabled is it.",
            mixinStandardHelpOptions = true)
    int setDefault(@Parameters(paramLabel = REFERENCE, description = EXAMPLE) String reference) {
        try (OpenProject project = setting.open()) {
            Endpoints endpoints = project.workspace().endpoints();
            EndpointReference asked = EndpointReference.parse(reference);
            OptionalInt version = asked.number(endpoints);
            boolean changed = endpoints.setDefault(asked.name(), version, project.actor());
            Endpoint endpoint = asked.endpoint(endpoints);
            print(
                    EndpointShow.changed(endpoint, null, changed),
                    () -> new EndpointShow(setting.style()).defaultOf(endpoint));
            return 0;
        }
    }

    private void changed(EndpointReference asked, boolean changed, Endpoints endpoints) {
        Endpoint endpoint = asked.endpoint(endpoints);
        EndpointVersion version = asked.isWholeEndpoint() ? null : asked.one(endpoints);
        print(
                EndpointShow.changed(endpoint, version, changed),
                () -> new EndpointShow(setting.style()).changed(endpoint, version));
    }

    private void print(Map<String, Object> data, Supplier<String> text) {
        if (setting.json()) {
            setting.printJson(data);
        } else {
            setting.print(text.get());
        }
    }
}
