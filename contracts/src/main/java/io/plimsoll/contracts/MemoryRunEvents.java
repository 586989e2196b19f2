package io.plimsoll.contracts;

import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunEvent.Kind;
import io.plimsoll.workspace.RunEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Streams in a map. */
final class MemoryRunEvents implements RunEvents {
    private final Map<String, Stream> streams = new HashMap<>();

    /** One run's. */
    private static final class Stream {
        private final List<RunEvent.Numbered> kept = new ArrayList<>();
        private long last;
        private long lines;

        void add(RunEvent event) {
            last++;
            if (event.kind() == Kind.LOG && ++lines > LINES_KEPT) {
                return;
            }
            if (event.kind() == Kind.STEP_ENDED) {
                kept.removeIf(earlier -> isProgress(earlier) && earlier.event().step() == event.step());
            }
            kept.add(new RunEvent.Numbered(last, event));
            kept.removeIf(earlier -> isProgress(earlier) && earlier.sequence() < last - PROGRESS_KEPT);
        }

        private static boolean isProgress(RunEvent.Numbered numbered) {
            return numbered.event().kind() == Kind.PROGRESS;
        }
    }

    @Override
    public synchronized void append(String runId, List<RunEvent> events) {
        Stream stream = streams.computeIfAbsent(runId, id -> new Stream());
        events.forEach(stream::add);
    }

    @Override
    public synchronized List<RunEvent.Numbered> after(String runId, long after, int limit) {
        return streams.getOrDefault(runId, new Stream()).kept.stream()
                .filter(numbered -> numbered.sequence() > after)
                .limit(limit)
                .toList();
    }
}
