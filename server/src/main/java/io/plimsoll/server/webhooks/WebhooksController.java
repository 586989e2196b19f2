package io.plimsoll.server.webhooks;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.work.Couriers;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.server.security.ShownOnce;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Parcel;
import io.plimsoll.webhook.Sender;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.WebhookRefusals;
import io.plimsoll.webhook.WebhookUrl;
import io.plimsoll.webhook.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is told over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
public final class WebhooksController {
    private final OpenProject project;

    WebhooksController(OpenProject project) {
        this.project = project;
    }

    /**
     * A webhook that is wanted.
     *
     * @param on occasions as on the command line, at least one
     */
    record WebhookWanted(@Nullable String url, @Nullable List<String> on) {
        /** The path often is a secret of the receiver's. */
        @Override
        public String toString() {
            return "WebhookWanted";
        }
    }

    /** @param secret by which the receiver knows our messages; shown once */
    record WebhookAdded(WebhookResource webhook, String secret) {
        @Override
        public String toString() {
            return "WebhookAdded[" + webhook.id() + "]";
        }
    }

    /** @param reason why, in one line */
    record WebhookGiven(@Nullable String reason) {}

    /**
     * What came of a message of which nothing follows.
     *
     * @param status of the receiver's answer; 0 if there was none
     * @param trouble why it did not arrive
     */
    record Tested(boolean arrived, int status, @Nullable String trouble) {}

    @Requires(Role.ADMIN)
    @GetMapping(name = "Receivers, the newest first, and what has not arrived yet")
    Page<WebhookResource> list() {
        return Page.whole(webhooks().list().stream().map(WebhookResource::of).toList());
    }

    @Requires(Role.ADMIN)
    @GetMapping(path = "/{webhook}", name = "A receiver, and what has not arrived yet")
    WebhookResource show(@PathVariable("webhook") String id) {
        return WebhookResource.of(find(id));
    }

    @Requires(Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            name = "Tells a receiver from now on, and shows once what it knows us by",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WebhookAdded> add(@RequestBody WebhookWanted wanted, HttpServletRequest request) {
        String text = Refusal.required("/url", wanted.url());
        Set<Occasion> on = occasions(Refusal.required("/on", wanted.on()));
        WebhookUrl url = WebhookUrl.of(text);
        Couriers.requireOpen(project, url);
        Webhooks.Added added = webhooks().add(url, on, Caller.current().actor());
        ShownOnce.mark(request);
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + added.webhook().id()))
                .body(new WebhookAdded(
                        WebhookResource.of(added.webhook()), added.secret().text()));
    }

    /** Goes out at once, beside those that wait. */
    @Requires(Role.ADMIN)
    @PostMapping(path = "/{webhook}/test", name = "Sends a message of which nothing follows")
    Tested test(@PathVariable("webhook") String id) {
        Parcel parcel = webhooks().test(id).orElseThrow(WebhookRefusals::unknown);
        try (Sender sender = Couriers.sender(project)) {
            Sender.Sent sent = sender.send(parcel);
            return new Tested(sent.hasArrived(), sent.status(), sent.hasArrived() ? null : sent.trouble());
        }
    }

    /** What is told no more is forgotten: there is nothing left to show. */
    @Requires(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping(
            path = "/{webhook}/remove",
            name = "Tells a receiver nothing more, not even what waits",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    void remove(@PathVariable("webhook") String id, @RequestBody WebhookGiven given) {
        webhooks().remove(find(id).id(), Caller.current().actor(), GivenReason.of(given.reason()));
    }

    private static Set<Occasion> occasions(List<@Nullable String> labels) {
        Set<Occasion> on = EnumSet.noneOf(Occasion.class);
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            String pointer = "/on/" + i;
            on.add(Occasion.byLabel(label == null ? "" : label)
                    .orElseThrow(() -> Refusal.at(pointer, "nothing is told on this occasion", oneOf())));
        }
        if (on.isEmpty()) {
            throw Refusal.at("/on", "a webhook is told of something", oneOf());
        }
        return on;
    }

    private static String oneOf() {
        return "one or more of: "
                + Arrays.stream(Occasion.values()).map(Occasion::label).collect(Collectors.joining(", "));
    }

    private Webhook find(String id) {
        return webhooks().find(id).orElseThrow(WebhookRefusals::unknown);
    }

    private Webhooks webhooks() {
        return project.workspace().webhooks();
    }
}
