package io.plimsoll.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.EventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final int LENGTH = 7;

    private final List<Event> events = chain("ada");
    private final EventLog.Head head = headOf(events);
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    @Test
    void aWholeLogVerifies() {
        note(3);
        note(LENGTH);

        assertThat(Chain.verify(log())).isEmpty();
        assertThat(Chain.verify(events, head)).isEmpty();
        assertThat(Chain.verify(List.of(), new EventLog.Head(0, Event.NO_PREDECESSOR)))
                .isEmpty();
    }

    @Test
    void namesTheEventThatWasEdited() {
        Event third = events.get(2);
        events.set(2, new Event(3, third.body().replace("ada", "eve"), third.sha256()));

        assertBroken(3, "was changed");
    }

    @Test
    void namesTheEventAfterOneThatWasEditedTogetherWithItsHash() {
        String body = events.get(2).body().replace("ada", "eve");
        events.set(2, new Event(3, body, Event.hash(body)));

        assertBroken(4, "does not follow");
    }

    @Test
    void namesTheEventThatWasDeleted() {
        events.remove(4);

        assertBroken(5, "is missing");
    }

    @Test
    void namesTheFirstOfTwoThatChangedPlaces() {
        Event second = events.get(1);
        Event third = events.get(2);
        events.set(1, new Event(2, third.body(), third.sha256()));
        events.set(2, new Event(3, second.body(), second.sha256()));

        assertBroken(2, "in the place of another");
    }

    @Test
    void namesTheFirstEventThatWasCutOff() {
        events.subList(5, LENGTH).clear();

        assertBroken(6, "is missing: the log says that it ends with event 7");
    }

    @Test
    void findsATailThatWasCutOffTogetherWithTheHead() {
        note(4);
        note(LENGTH);
        events.subList(5, LENGTH).clear();

        assertThat(Chain.verify(log(headOf(events)))).hasValueSatisfying(broken -> {
            assertThat(broken.sequence()).isEqualTo(6);
            assertThat(broken.what()).contains("a checkpoint of 2026-03-01T12:00:00Z saw the log end with event 7");
        });
    }

    @Test
    void findsAChainThatWasMadeAnew() {
        note(2);
        note(5);
        List<Event> forged = chain("eve");
        List<Event> mixed = new ArrayList<>(events.subList(0, 0));
        mixed.addAll(forged);
        events.clear();
        events.addAll(mixed);

        assertThat(Chain.verify(log(headOf(events))))
                .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(1));
    }

    @Test
    void findsAnEventBehindTheEnd() {
        assertThat(Chain.verify(events, new EventLog.Head(6, events.get(5).sha256())))
                .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(7));
        assertThat(Chain.verify(events, new EventLog.Head(7, events.get(5).sha256())))
                .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(7));
    }

    @Test
    void findsACheckpointThatWasChanged() {
        checkpoints.add(new Checkpoint(3, events.get(2).sha256(), Instant.EPOCH, false));

        assertThat(Chain.verify(log()))
                .hasValueSatisfying(broken -> assertThat(broken.what()).contains("signature is wrong"));
    }

    @Test
    void anExportIsVerifiedWithoutTheWorkspace() {
        String text = new AuditExport(events, head).text();

        AuditExport read = AuditExport.read(text.lines().toList(), "audit.jsonl");

        assertThat(read).isEqualTo(new AuditExport(events, head));
        assertThat(Chain.verify(read.events(), read.head())).isEmpty();
    }

    @Test
    void anExportThatWasCutIsRefusedOrFound() {
        List<String> lines = new AuditExport(events, head).text().lines().toList();

        for (int cut = 0; cut < lines.size(); cut++) {
            List<String> rest = lines.subList(0, cut);
            assertThatExceptionOfType(PlimsollException.class)
                    .isThrownBy(() -> AuditExport.read(rest, "audit.jsonl"))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AUDIT_MALFORMED));
        }
        List<String> holed =
                Stream.concat(lines.stream().limit(2), lines.stream().skip(3)).toList();
        AuditExport read = AuditExport.read(holed, "audit.jsonl");
        assertThat(Chain.verify(read.events(), read.head()))
                .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(3));
    }

    private void assertBroken(long sequence, String what) {
        assertThat(Chain.verify(log())).hasValueSatisfying(broken -> {
            assertThat(broken.sequence()).isEqualTo(sequence);
            assertThat(broken.what()).contains("event " + sequence, what);
        });
    }

    private void note(int sequence) {
        checkpoints.add(new Checkpoint(
                sequence, events.get(sequence - 1).sha256(), Instant.parse("2026-03-01T12:00:00Z"), true));
    }

    private EventLog log() {
        return log(head);
    }

    private EventLog log(EventLog.Head end) {
        return new EventLog() {
            @Override
            public List<Event> events(long after, int limit) {
                return events.stream()
                        .filter(event -> event.sequence() > after)
                        .limit(limit)
                        .toList();
            }

            @Override
            public Head head() {
                return end;
            }

            @Override
            public List<Checkpoint> checkpoints() {
                return checkpoints;
            }

            @Override
            public Checkpoint checkpoint() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static EventLog.Head headOf(List<Event> events) {
        Event last = events.get(events.size() - 1);
        return new EventLog.Head(last.sequence(), last.sha256());
    }

    private static List<Event> chain(String actor) {
        List<Event> chain = new ArrayList<>();
        String previous = Event.NO_PREDECESSOR;
        for (int i = 1; i <= LENGTH; i++) {
            Event event = Event.of(new Event.Body(
                    i,
                    Action.ALIAS_MOVED,
                    "lung",
                    actor,
                    "2026-03-01T12:00:00Z",
                    "Größe – 目标",
                    null,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    previous));
            chain.add(event);
            previous = event.sha256();
        }
        return chain;
    }
}
