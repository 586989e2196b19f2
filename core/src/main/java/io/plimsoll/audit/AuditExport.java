package io.plimsoll.audit;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole log as text that can be verified without the workspace: one line of JSON an event ({@code sequence}, {@code body}, {@code sha256}),
 * then one that says where the log ends. The SHA-256 is that of the body's characters in UTF-8.
 *
 * @param head as the log itself keeps it
 */
public record AuditExport(List<Event> events, EventLog.Head head) {
    /** As many as there are. */
    private static final int ALL = Integer.MAX_VALUE;

    public AuditExport {
        events = List.copyOf(events);
    }

    /** The last line of an export. */
    private record End(EventLog.Head head) {}

    public static AuditExport of(EventLog log) {
        EventLog.Head head = log.head();
        List<Event> events = log.events(0, ALL).stream()
                .filter(event -> event.sequence() <= head.sequence())
                .toList();
        return new AuditExport(events, head);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(CanonicalJson.text(event)).append('\n'));
        return text.append(CanonicalJson.text(new End(head))).append('\n').toString();
    }

    /**
     * Reads what {@link #text()} gave, believing nothing of it.
     *
     * @throws PlimsollException with {@code AUDIT_MALFORMED} naming the line
     */
    public static AuditExport read(List<String> lines, String shown) {
        if (lines.isEmpty()) {
            throw malformed(shown, 1, "an export of the event log has at least the line that says where it ends");
        }
        List<Event> events = new ArrayList<>();
        int last = lines.size() - 1;
        for (int i = 0; i < last; i++) {
            events.add(read(lines.get(i), Event.class, shown, i + 1));
        }
        return new AuditExport(
                events, read(lines.get(last), End.class, shown, last + 1).head());
    }

    private static <T> T read(String line, Class<T> type, String shown, int number) {
        try {
            return CanonicalJson.read(line, type);
        } catch (IOException e) {
            String what = type == End.class
                    ? "the last line of the export does not say where the log ends: it was cut"
                    : "a line of the export is not an event";
            throw malformed(shown, number, what);
        }
    }

    private static PlimsollException malformed(String shown, int line, String what) {
        return new PlimsollException(new Fault(
                ErrorCode.AUDIT_MALFORMED,
                what,
                shown + ":" + line,
                "take a whole file that `plimsoll audit export` wrote, unchanged"));
    }
}
