package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.EndpointDesk.Change;
import io.plimsoll.cli.show.EndpointShow;
import io.plimsoll.cli.show.PublishedTraining;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.workspace.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        try (Desk desk = setting.desk()) {
            List<Endpoint> all = desk.endpoints().list();
            setting.show(
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
        try (Desk desk = setting.desk()) {
            PublishedTraining training = desk.endpoints().show(EndpointReference.parse(reference));
            EndpointShow show = new EndpointShow(setting.style());
            setting.show(
                    EndpointShow.whole(training),
                    () -> show.whole(training, setting.surroundings().clock().instant()));
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
        try (Desk desk = setting.desk()) {
            return show(desk.endpoints().disable(EndpointReference.parse(reference), why));
        }
    }

    @Command(
            name = "enable",
            header = "Let an endpoint, or a version of it, take submissions again.",
            mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = REFERENCE, description = EXAMPLE) String reference) {
        try (Desk desk = setting.desk()) {
            return show(desk.endpoints().enable(EndpointReference.parse(reference)));
        }
    }

    @Command(
            name = "set-default",
            header = "Choose the version that is run where none is named.",
            description =
                    "It stays the default until another is set; without a version, the newest that is not disabled is it.",
            mixinStandardHelpOptions = true)
    int setDefault(@Parameters(paramLabel = REFERENCE, description = EXAMPLE) String reference) {
        try (Desk desk = setting.desk()) {
            Change change = desk.endpoints().setDefault(EndpointReference.parse(reference));
            setting.show(data(change), () -> new EndpointShow(setting.style()).defaultOf(change.endpoint()));
            return 0;
        }
    }

    private int show(Change change) {
        setting.show(
                data(change), () -> new EndpointShow(setting.style()).changed(change.endpoint(), change.version()));
        return 0;
    }

    private static Map<String, Object> data(Change change) {
        return EndpointShow.changed(change.endpoint(), change.version(), change.changed());
    }
}
