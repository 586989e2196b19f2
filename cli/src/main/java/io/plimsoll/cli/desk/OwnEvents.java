package io.plimsoll.cli.desk;

import io.plimsoll.audit.AuditExport;
import io.plimsoll.audit.Chain;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The event log of a workspace. */
record OwnEvents(EventLog log) implements EventDesk {
    @Override
    public List<Event> latest(int limit, @Nullable String subject) {
        List<Event> all = log.events(0, Integer.MAX_VALUE).stream()
                .filter(event -> subject == null || isAbout(event, subject))
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    private static boolean isAbout(Event event, String subject) {
        try {
            return event.read().subject().equals(subject);
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public AuditExport export() {
        return AuditExport.of(log);
    }

    @Override
    public Checked verify() {
        return new Checked(Chain.verify(log), log.head());
    }
}
