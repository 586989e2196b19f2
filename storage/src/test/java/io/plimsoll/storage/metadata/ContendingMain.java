package io.plimsoll.storage.metadata;

import io.plimsoll.access.Secrecy;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.Samples;
import io.plimsoll.storage.postgresql.Server;
import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several threads that each bring one candidate a round to one model, and register it if it is better than the champion of the moment, judged
 * again as often as that moves. Arguments: folder, name, rounds, threads, and
 * port and schema of a PostgreSQL of the tests, if it is there. Writes how long its transactions lasted, in nanoseconds.
 */
final class ContendingMain {
    /** The tag under which a candidate's worth stands. */
    static final String SCORE = "score";

    /** The tag that says against whom it was judged. */
    static final String PREDECESSOR = "predecessor";

    private final ModelRegistry models;
    private final String name;

    private ContendingMain(ModelRegistry models, String name) {
        this.models = models;
        this.name = name;
    }

    static String model(int round) {
        return "lung-" + round;
    }

    /** The worth of a contender in a round: any number, another for each. */
    static double score(int round, String name, int thread) {
        return Long.parseLong(Sha256.of(round + name + thread).substring(0, 12), 16);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String name = arguments[1];
        int threads = Integer.parseInt(arguments[3]);
        List<Long> held = Collections.synchronizedList(new ArrayList<>());
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new IOException("the parent is gone");
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Metadata metadata = new Metadata(
                database(arguments, folder, held),
                new Metadata.Surroundings(Clock.systemUTC(), new Always(), new Nowhere(), Secrecy.usual()))) {
            metadata.runs().begin(Samples.run(name));
            ContendingMain main = new ContendingMain(metadata.models(), name);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int own = thread;
                running.add(pool.submit(() -> main.contend(Integer.parseInt(arguments[2]), own)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        Files.writeString(folder.resolve(name + ".json"), CanonicalJson.text(held));
    }

    /** No times are taken of PostgreSQL, where a transaction keeps out only who wants the same. */
    private static Database database(String[] arguments, Path folder, List<Long> held) {
        if (arguments.length == 4) {
            return new SqliteDatabase(folder.resolve("plimsoll.db"), SqliteDatabase.PATIENCE, held::add);
        }
        return new PostgresDatabase(Server.place(Integer.parseInt(arguments[4]), arguments[5]));
    }

    private void contend(int rounds, int thread) {
        for (int round = 0; round < rounds; round++) {
            contend(model(round), score(round, name, thread), name + "-" + thread);
        }
    }

    private void contend(String model, double score, String content) {
        while (true) {
            Optional<ModelVersion> champion = models.alias(model, ModelVersion.CHAMPION);
            double line = champion.map(
                            version -> Double.parseDouble(version.tags().getOrDefault(SCORE, "")))
                    .orElse(-1.0);
            if (score <= line) {
                return;
            }
            OptionalInt opponent =
                    champion.isPresent() ? OptionalInt.of(champion.get().version()) : OptionalInt.empty();
            Registration result =
                    models.register(candidate(model, score, content, opponent), opponent, Samples.admission());
            if (!(result instanceof Registration.ChampionMoved)) {
                return;
            }
        }
    }

    private ModelVersion candidate(String model, double score, String content, OptionalInt opponent) {
        SortedMap<String, String> tags = new TreeMap<>(Map.of(
                SCORE,
                CanonicalJson.number(score),
                PREDECESSOR,
                opponent.isPresent() ? Integer.toString(opponent.getAsInt()) : "none"));
        return new ModelVersion(
                model,
                0,
                Sha256.of(model + content),
                name,
                Instant.EPOCH,
                tags,
                "{}",
                new TreeSet<>(),
                VersionState.ACTIVE);
    }

    private static final class Always implements Leases {
        @Override
        public String own() {
            return "contender";
        }

        @Override
        public boolean isHeld(String lease) {
            return true;
        }
    }

    private static final class Nowhere implements CheckpointPlace {
        @Override
        public void note(EventLog.Head head, Instant time) {}

        @Override
        public Checkpoint write(EventLog.Head head, Instant time) {
            return new Checkpoint(head.sequence(), head.sha256(), time, true);
        }

        @Override
        public List<Checkpoint> all() {
            return List.of();
        }
    }
}
