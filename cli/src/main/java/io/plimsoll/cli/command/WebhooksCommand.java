package io.plimsoll.cli.command;

import io.plimsoll.cli.show.WebhookShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.work.Couriers;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Parcel;
import io.plimsoll.webhook.Sender;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.WebhookRefusals;
import io.plimsoll.webhook.WebhookUrl;
import io.plimsoll.webhook.Webhooks.Added;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code webhooks}: who is told over HTTP. */
@Command(
        name = "webhooks",
        header = "Say who is told over HTTP what happens to models.",
        description =
                "Messages are kept with what they tell of, and sent by `plimsoll worker` and `plimsoll serve` until they arrive.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class WebhooksCommand implements Callable<Integer> {
    private static final int ANSWER_IS_NO = 3;

    private final CommandSetting setting;

    WebhooksCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(
            name = "add",
            header = "Tell a receiver from now on. What it knows us by is shown once.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "URL", description = "https://host/path of the receiver") String url,
            @Option(
                            names = "--on",
                            required = true,
                            split = ",",
                            paramLabel = "OCCASION",
                            description =
                                    "of what: registered, refused, promoted, crossed-the-line; several with commas")
                    List<String> on) {
        WebhookUrl receiver = WebhookUrl.of(url);
        Set<Occasion> occasions =
                EnumSet.copyOf(on.stream().map(WebhooksCommand::occasion).toList());
        try (OpenProject project = setting.open()) {
            Couriers.requireOpen(project, receiver);
            Added added = project.workspace().webhooks().add(receiver, occasions, project.actor());
            setting.show(WebhookShow.data(added), () -> WebhookShow.added(added));
            return 0;
        }
    }

    private static Occasion occasion(String label) {
        return Occasion.byLabel(label.strip())
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.USAGE,
                        "nothing is told on this occasion",
                        "--on",
                        "one or more of: "
                                + Arrays.stream(Occasion.values())
                                        .map(Occasion::label)
                                        .collect(Collectors.joining(", "))));
    }

    @Command(name = "list", header = "Every receiver, and what has not arrived yet.", mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            List<Webhook> all = project.workspace().webhooks().list();
            setting.show(
                    Map.of("webhooks", all.stream().map(WebhookShow::data).toList()),
                    () -> new WebhookShow(setting.style()).list(all));
            return 0;
        }
    }

    @Command(
            name = "remove",
            header = "Tell a receiver nothing more, not even what waits.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "ID", description = "as `plimsoll webhooks list` shows it") String id,
            @Mixin ReasonOption reason) {
        String why = reason.given();
        try (OpenProject project = setting.open()) {
            project.workspace().webhooks().remove(id, project.actor(), why);
            setting.show(Map.of("id", id, "removed", true), () -> "the webhook " + id + " is told nothing more");
            return 0;
        }
    }

    @Command(
            name = "test",
            header = "Send a message of which nothing follows, and say whether it arrives. Exit code 3 if not.",
            mixinStandardHelpOptions = true)
    int test(@Parameters(paramLabel = "ID", description = "as `plimsoll webhooks list` shows it") String id) {
        try (OpenProject project = setting.open();
                Sender sender = Couriers.sender(project)) {
            Parcel parcel = project.workspace().webhooks().test(id).orElseThrow(WebhookRefusals::unknown);
            Sender.Sent sent = sender.send(parcel);
            setting.show(
                    Map.of("id", id, "arrived", sent.hasArrived(), "status", sent.status(), "trouble", sent.trouble()),
                    () -> sent.hasArrived()
                            ? "arrived: the receiver answered " + sent.status()
                            : "did not arrive: " + sent.trouble());
            return sent.hasArrived() ? 0 : ANSWER_IS_NO;
        }
    }
}
