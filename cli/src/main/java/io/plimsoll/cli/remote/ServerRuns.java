package io.plimsoll.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.desk.RunDesk;
import io.plimsoll.cli.desk.UnknownExperiment;
import io.plimsoll.cli.show.WhyShow;
import io.plimsoll.reuse.PartChange;
import io.plimsoll.reuse.StepExplanation;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Experiment;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs of a server. */
record ServerRuns(ServerClient client, Supplier<String> keys) implements RunDesk {
    private static final String RUNS = ServerDesk.API + "/runs";

    @Override
    public List<RunRecord> latest(int limit) {
        return client.items(RUNS, Map.of(), limit).stream().map(RunForm::run).toList();
    }

    @Override
    public RunView show(String id) {
        Fields told = client.get(path(id));
        RunRecord run = RunForm.run(told);
        return new RunView(
                run,
                RunForm.origin(told),
                told.partIfAny("queue").map(RunForm::queue),
                client.address().at(path(run.id()) + "/evidence").toString());
    }

    @Override
    public WhyShow why(String id) {
        Fields told = client.get(path(id) + "/why");
        return new WhyShow(
                told.text("run"),
                told.text("model"),
                told.list("steps").stream().map(ServerRuns::explanation).toList());
    }

    private static StepExplanation explanation(Fields told) {
        return new StepExplanation(
                told.of(StepName.class, "step"),
                told.text("status"),
                told.textOrNull("from"),
                told.textOrNull("compared_with"),
                told.list("changes").stream().map(ServerRuns::change).toList(),
                told.texts("reasons"));
    }

    private static PartChange change(Fields told) {
        return new PartChange(told.text("part"), anything(told, "before"), anything(told, "now"));
    }

    private static @Nullable JsonNode anything(Fields told, String name) {
        return told.object().get(name);
    }

    @Override
    public Cancellation cancel(String id, String reason) {
        Map<String, String> body = reason.isEmpty() ? Map.of() : Map.of("reason", reason);
        Fields told = client.post(path(id) + "/cancel", body, keys.get()).answer();
        return new Cancellation(told.text("run"), told.flag("cancelled"), told.of(RunStatus.class, "status"));
    }

    @Override
    public RunView follow(String id, Consumer<RunEvent> each) {
        new LiveStream(client, path(id) + "/events", each).toItsEnd();
        return show(id);
    }

    @Override
    public List<Experiment> experiments() {
        return client.items(ServerDesk.API + "/experiments", Map.of(), Integer.MAX_VALUE).stream()
                .map(told -> new Experiment(
                        told.text("experiment"), told.number("runs"), told.number("open"), told.time("latest")))
                .toList();
    }

    @Override
    public List<RunRecord> ofExperiment(String name) {
        List<RunRecord> runs = client.items(RUNS, Map.of("experiment", name, "whole", "true"), MOST_COMPARED).stream()
                .map(RunForm::run)
                .toList();
        if (runs.isEmpty()) {
            throw UnknownExperiment.of(name, experiments());
        }
        return runs;
    }

    private static String path(String id) {
        return RUNS + "/" + ServerAddress.segment(id);
    }
}
