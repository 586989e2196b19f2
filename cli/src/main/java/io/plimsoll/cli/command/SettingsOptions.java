package io.plimsoll.cli.command;

import io.plimsoll.config.MemorySize;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Missed;
import io.plimsoll.endpoint.Retries;
import io.plimsoll.endpoint.Schedule;
import io.plimsoll.endpoint.TimeSpan;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the runs of what is published are to be run. */
final class SettingsOptions {
    private static final String NONE = "none";

    @Option(
            names = "--concurrency",
            paramLabel = "WORD",
            description = "while another run of the model goes on: queue, cancel-older or refuse; default queue")
    private @Nullable String concurrency;

    @Option(
            names = "--priority",
            paramLabel = "N",
            description = "of two runs that wait, the higher goes first; from -100 to 100, default 0")
    private @Nullable Integer priority;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "how often a run is tried again after a fault of the machine; from 0 to 10, default 2")
    private @Nullable Integer retries;

    @Option(
            names = "--back-off",
            paramLabel = "TIME",
            description = "how long to wait before the first retry, then twice as long each time; default 30s")
    private @Nullable String backOff;

    @Option(
            names = "--schedule",
            paramLabel = "CRON",
            description = "when runs begin by themselves, such as \"0 6 * * MON\"; none for never")
    private @Nullable String schedule;

    @Option(names = "--zone", paramLabel = "ZONE", description = "whose clock the schedule means; default UTC")
    private @Nullable String zone;

    @Option(
            names = "--missed",
            paramLabel = "WORD",
            description = "what becomes of times at which no worker was there: skip or run-once; default skip")
    private @Nullable String missed;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "most memory of a run's process, such as 4GiB; none for no limit of its own")
    private @Nullable String memory;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "longest time of a run, such as 2h; none for no limit")
    private @Nullable String timeout;

    /** What was given, over what was so before. */
    EndpointSettings over(EndpointSettings before) {
        return new EndpointSettings(
                concurrency == null ? before.concurrency() : concurrency(concurrency),
                priority(before.priority()),
                retries(before.retries()),
                schedule(before.schedule()),
                memory == null ? before.memoryBytes() : memory(memory),
                timeout == null ? before.timeoutSeconds() : timeout(timeout));
    }

    private static Concurrency concurrency(String word) {
        return Concurrency.byLabel(word).orElseThrow(() -> notOneOf("--concurrency", word, Concurrency.labels()));
    }

    private int priority(int before) {
        int wanted = priority == null ? before : priority;
        if (wanted < EndpointSettings.LEAST_PRIORITY || wanted > EndpointSettings.MOST_PRIORITY) {
            throw refused(
                    "--priority",
                    "a priority is from " + EndpointSettings.LEAST_PRIORITY + " to " + EndpointSettings.MOST_PRIORITY,
                    "give a number such as 10");
        }
        return wanted;
    }

    private Retries retries(Retries before) {
        long wait = backOff == null ? before.backOffSeconds() : seconds("--back-off", backOff);
        return within("--retries", () -> new Retries(retries == null ? before.most() : retries, wait));
    }

    private @Nullable Schedule schedule(@Nullable Schedule before) {
        if (NONE.equals(schedule)) {
            return null;
        }
        if (schedule == null && before == null) {
            if (zone != null || missed != null) {
                throw refused(
                        "--schedule", "--zone and --missed say more of a schedule, and there is none", "give one");
            }
            return null;
        }
        Missed otherwise = before == null ? Missed.SKIP : before.missed();
        String usual = before == null ? "UTC" : before.zone();
        String cron = before == null || schedule != null ? String.valueOf(schedule) : before.cron();
        return Schedule.of(cron, zone == null ? usual : zone, missed == null ? otherwise : missed(missed));
    }

    private static Missed missed(String word) {
        return Missed.byLabel(word).orElseThrow(() -> notOneOf("--missed", word, Missed.labels()));
    }

    private static @Nullable Long memory(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        long bytes = MemorySize.of(text)
                .orElseThrow(() -> refused(
                        "--memory",
                        Shown.quoted(text) + " is not an amount of memory",
                        "write for example 4GiB or 512MiB"))
                .bytes();
        if (bytes < EndpointSettings.LEAST_MEMORY) {
            throw refused("--memory", "a run needs 256MiB at least", "write for example 4GiB");
        }
        return bytes;
    }

    private static @Nullable Long timeout(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        long seconds = seconds("--timeout", text);
        if (seconds < 1) {
            throw refused("--timeout", "a run needs a second at least", "write for example 2h or 30m");
        }
        return seconds;
    }

    private static long seconds(String option, String text) {
        return TimeSpan.of(text)
                .orElseThrow(() -> refused(
                        option,
                        Shown.quoted(text) + " is not a length of time",
                        "write for example 45s, 30m, 2h or 1d"))
                .seconds();
    }

    private static <T> T within(String option, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw refused(option, String.valueOf(e.getMessage()), "give for example --retries 2 --back-off 30s");
        }
    }

    private static PlimsollException notOneOf(String option, String word, List<String> words) {
        return refused(
                option,
                Shown.quoted(word) + " is not one of its words" + NearMatch.hint(word, words),
                "one of: " + String.join(", ", words));
    }

    private static PlimsollException refused(String option, String what, String help) {
        return PlimsollException.of(ErrorCode.USAGE, what, option, help);
    }
}
