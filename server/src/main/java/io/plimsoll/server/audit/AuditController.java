package io.plimsoll.server.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.page.Limit;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every governance change, in the order in which they happened. */
@RestController
@RequestMapping(path = "/api/v1/audit/events", produces = MediaType.APPLICATION_JSON_VALUE)
public final class AuditController {
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

    @Requires(Role.VIEWER)
    @GetMapping(name = "Governance changes, the first one first")
    Page<EventResource> list(
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "after", required = false, defaultValue = "0") long after) {
        Limit most = Limit.of(limit);
        List<Event> events = project.workspace().events().events(after, most.oneMore());
        return Page.of(events, most, last -> String.valueOf(last.sequence())).map(EventResource::of);
    }
}
