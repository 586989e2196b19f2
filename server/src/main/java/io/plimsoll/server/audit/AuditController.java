package io.plimsoll.server.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Limit;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every governance change, in the order in which they happened. */
@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
public final class AuditController {
    private static final int BAD_REQUEST = 400;

    private final OpenProject project;

    AuditController(OpenProject project) {
        this.project = project;
    }

    /**
     * An event.
     *
     * @param event all that it says, exactly as it was hashed
     */
    record EventResource(
            long sequence, String sha256, @JsonRawValue String event) {
        static EventResource of(Event event) {
            return new EventResource(event.sequence(), event.sha256(), event.body());
        }
    }

    /** Where the log ends. */
    record HeadResource(long sequence, String sha256) {}

    /**
     * @param subject only those about this model, dataset, endpoint, token, person or webhook
     * @param order of {@code latest} the last event comes first
     */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/events", name = "Governance changes, the first one first, or the latest")
    Page<EventResource> list(
            @RequestParam(name = "subject", required = false) @Nullable String subject,
            @RequestParam(name = "order", required = false) @Nullable String order,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        Limit most = Limit.of(limit);
        EventPages pages = new EventPages(project.workspace().events(), subject);
        List<Event> events = isLatestFirst(order)
                ? pages.before(after == null ? Long.MAX_VALUE : after, most.oneMore())
                : pages.after(after == null ? 0 : after, most.oneMore());
        return Page.of(events, most, last -> String.valueOf(last.sequence())).map(EventResource::of);
    }

    private static boolean isLatestFirst(@Nullable String order) {
        if (order == null || order.equals("first")) {
            return false;
        }
        if (order.equals("latest")) {
            return true;
        }
        throw Refusal.of(
                BAD_REQUEST,
                "PARAMETER_MALFORMED",
                "'order' is first or latest",
                "leave it out for the first one first");
    }

    /** What an export is to end with. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/head", name = "Where the event log ends")
    HeadResource head() {
        EventLog.Head head = project.workspace().events().head();
        return new HeadResource(head.sequence(), head.sha256());
    }
}
