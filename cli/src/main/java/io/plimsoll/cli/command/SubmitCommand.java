package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.EndpointDesk;
import io.plimsoll.cli.desk.EndpointDesk.Terms;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.reference.Experiment;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.RunQueue.Submitted;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code submit}: queues runs of published trainings. */
@Command(
        name = "submit",
        header = "Queue a run of a published training, for a worker to carry out.",
        description = {
            "ENDPOINT is a name such as lung-activation-training, a model such as lung-activation, or an indication and a model type; with",
            "@VERSION behind it, or the endpoint's default. `plimsoll endpoints show ENDPOINT` lists what --set may give."
        })
final class SubmitCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "ENDPOINT", arity = "0..2", description = "what to run")
    private List<String> endpoint = new ArrayList<>();

    @Option(names = "--all", description = "every endpoint that takes submissions, each in its default version")
    private boolean all;

    @Option(names = "--version", paramLabel = "N", description = "this version of the endpoint")
    private @Nullable Integer version;

    @Option(names = "--experiment", paramLabel = "NAME", description = "the name under which runs are grouped")
    private String experiment = Experiment.USUAL;

    @Option(names = "--data", paramLabel = "NAME=PATH", description = "read a source from another place")
    private List<String> data = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "give a parameter of the endpoint")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "submitting again under the same key is the same run")
    private @Nullable String key;

    @SuppressWarnings("UnusedVariable") // picocli looks at it; the standard help options have a --version of their own
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    private boolean help;

    @Option(names = "--no-reuse", description = "run every step anew, whatever earlier runs have made")
    private boolean noReuse;

    @Option(names = "--follow", description = "follow the run to its end, and exit as it ends")
    private boolean follow;

    SubmitCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        check();
        Experiment.of(experiment);
        Terms terms = new Terms(experiment, key, !noReuse);
        Overrides given = Overrides.parse(settings, data);
        try (Desk desk = setting.desk()) {
            List<Submitted> submitted = chosen(desk.endpoints()).stream()
                    .map(words -> desk.endpoints().submit(words, given, terms))
                    .toList();
            return follow ? follow(desk, submitted) : told(submitted);
        }
    }

    private void check() {
        if (all != endpoint.isEmpty()) {
            String what = all ? "--all and an endpoint were both given" : "no endpoint was given";
            throw PlimsollException.of(
                    ErrorCode.USAGE, what, "", "name one that `plimsoll endpoints list` shows, or give --all");
        }
        if (all && (version != null || key != null || !settings.isEmpty() || !data.isEmpty())) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "--version, --set, --data and --idempotency-key are for one endpoint",
                    "--all",
                    "submit that endpoint by itself");
        }
        if (key != null && !Submission.isKey(key)) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "a key is 1 to 200 visible ASCII characters without spaces",
                    "--idempotency-key",
                    "such as --idempotency-key nightly-2026-11-29");
        }
    }

    private List<List<String>> chosen(EndpointDesk endpoints) {
        if (!all) {
            return List.of(words());
        }
        List<Endpoint> open = endpoints.list().stream()
                .filter(one -> one.disabled() == null && one.defaultVersion().isPresent())
                .toList();
        if (open.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.UNKNOWN_ENDPOINT,
                    "no endpoint takes submissions",
                    "",
                    "`plimsoll publish INDICATION --all` publishes the trainings of an indication");
        }
        return open.stream().map(one -> List.of(one.name())).toList();
    }

    private List<String> words() {
        if (version == null) {
            return endpoint;
        }
        List<String> words = new ArrayList<>(endpoint);
        words.set(words.size() - 1, words.get(words.size() - 1) + "@" + version);
        return words;
    }

    private int told(List<Submitted> submitted) {
        if (setting.json()) {
            List<Map<String, Object>> runs =
                    submitted.stream().map(SubmitCommand::data).toList();
            setting.printJson(all ? Map.of("runs", runs) : runs.get(0));
            return 0;
        }
        for (Submitted one : submitted) {
            one.cancelled().forEach(older -> setting.print(older + " is CANCELLED: this one takes its place"));
            setting.print(
                    one.isNew()
                            ? one.runId() + " is QUEUED; `plimsoll runs watch " + one.runId() + "` follows it"
                            : one.runId() + " was submitted under this key before");
        }
        return 0;
    }

    private static Map<String, Object> data(Submitted submitted) {
        return new TreeMap<>(
                Map.of("run", submitted.runId(), "new", submitted.isNew(), "cancelled", submitted.cancelled()));
    }

    private int follow(Desk desk, List<Submitted> submitted) {
        Following following = new Following(setting, desk.runs());
        if (!all) {
            return following.told(following.toItsEnd(submitted.get(0).runId()));
        }
        List<RunRecord> runs = submitted.stream()
                .map(one -> following.toItsEnd(one.runId()).run())
                .toList();
        return setting.matrix(runs);
    }
}
