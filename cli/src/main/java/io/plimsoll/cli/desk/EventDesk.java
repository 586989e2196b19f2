package io.plimsoll.cli.desk;

import io.plimsoll.audit.AuditExport;
import io.plimsoll.audit.Chain;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who changed what is in use, when and why. */
public interface EventDesk {
    /**
     * The latest last.
     *
     * @param subject only those about it; null: all
     */
    List<Event> latest(int limit, @Nullable String subject);

    /** The whole log. */
    AuditExport export();

    /** Holds the log against itself, and where it is kept here against what was noted in the second place. */
    Checked verify();

    /** @param broken the first thing that is wrong; empty if nothing is */
    record Checked(Optional<Chain.Break> broken, EventLog.Head head) {}
}
