package io.plimsoll.workspace;

import java.util.List;

/**
 * What happened to runs, in order, while it happens. The stream of a run is bounded: of the progress of a step that goes on the latest
 * {@value #PROGRESS_KEPT} are kept, of one that has ended none, and of log lines the first {@value #LINES_KEPT}.
 */
public interface RunEvents {
    int PROGRESS_KEPT = 100;
    int LINES_KEPT = 1_000;

    /** Adds events to the end of a run's stream. Others see them at once; a power cut may take the latest. */
    void append(String runId, List<RunEvent> events);

    /**
     * The events of a run after one of them, the first one first.
     *
     * @param after the sequence of the last one known; 0 for all
     */
    List<RunEvent.Numbered> after(String runId, long after, int limit);
}
