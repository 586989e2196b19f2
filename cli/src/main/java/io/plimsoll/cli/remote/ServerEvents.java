package io.plimsoll.cli.remote;

import io.plimsoll.audit.AuditExport;
import io.plimsoll.audit.Chain;
import io.plimsoll.cli.desk.EventDesk;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event log of a server. */
record ServerEvents(ServerClient client) implements EventDesk {
    private static final String EVENTS = ServerDesk.API + "/audit/events";

    @Override
    public List<Event> latest(int limit, @Nullable String subject) {
        Map<String, String> asked = Map.of("order", "latest", "subject", subject == null ? "" : subject);
        List<Event> events = new ArrayList<>(client.items(EVENTS, asked, limit).stream()
                .map(ServerEvents::event)
                .toList());
        Collections.reverse(events);
        return events;
    }

    @Override
    public AuditExport export() {
        Fields head = client.get(ServerDesk.API + "/audit/head");
        EventLog.Head end = new EventLog.Head(head.longNumber("sequence"), head.text("sha256"));
        List<Event> events = client.items(EVENTS, Map.of(), Integer.MAX_VALUE).stream()
                .map(ServerEvents::event)
                .filter(event -> event.sequence() <= end.sequence())
                .toList();
        return new AuditExport(events, end);
    }

    /** Of every event that the server gives, here, so that it need not be believed. */
    @Override
    public Checked verify() {
        AuditExport all = export();
        return new Checked(Chain.verify(all.events(), all.head()), all.head());
    }

    private static Event event(Fields told) {
        return new Event(told.longNumber("sequence"), told.json("event"), told.text("sha256"));
    }
}
