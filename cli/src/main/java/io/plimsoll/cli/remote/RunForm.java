package io.plimsoll.cli.remote;

import io.plimsoll.cli.show.Origin;
import io.plimsoll.cli.show.TicketShow;
import io.plimsoll.data.SourceFile;
import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.pipeline.RunReport.DatasetReference;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import java.util.List;

/** Runs as a server tells them. */
final class RunForm {
    private static final String NONE = "{}";

    private RunForm() {}

    /** In a list a run comes without its steps, config and report. */
    static RunRecord run(Fields told) {
        return new RunRecord(
                told.text("run"),
                told.of(RunKind.class, "kind"),
                told.text("indication"),
                told.text("model_type"),
                told.text("model"),
                told.text("experiment"),
                told.of(RunStatus.class, "status"),
                told.ofOrNull(Outcome.class, "outcome"),
                told.ofOrNull(OutcomeCode.class, "code"),
                told.text("reason"),
                told.time("started"),
                told.object().has("finished") ? told.time("finished") : null,
                told.object().has("config") ? told.json("config") : NONE,
                told.object().has("report") ? told.json("report") : null,
                told.list("steps").stream().map(RunForm::step).toList(),
                told.text("actor"));
    }

    private static StepRecord step(Fields told) {
        return new StepRecord(
                told.of(StepName.class, "name"),
                told.of(StepStatus.class, "status"),
                told.longNumber("millis"),
                told.text("summary"));
    }

    static Origin origin(Fields told) {
        return new Origin(told.partIfAny("dataset").map(RunForm::dataset).orElse(null), sources(told));
    }

    private static DatasetReference dataset(Fields told) {
        return new DatasetReference(
                told.text("name"), told.number("version"), told.text("sha256"), told.longNumber("rows"));
    }

    static List<SourceFile> sources(Fields told) {
        return told.list("sources").stream()
                .map(file -> new SourceFile(
                        file.text("source"),
                        file.text("file"),
                        file.longNumber("rows"),
                        file.longNumber("bytes"),
                        file.text("sha256")))
                .toList();
    }

    static TicketShow queue(Fields told) {
        return new TicketShow(
                told.number("attempt"),
                told.textOrNull("worker"),
                told.number("attempts"),
                told.number("priority"),
                Concurrency.byLabel(told.text("concurrency")).orElseThrow(() -> Fields.notUnderstood("concurrency")),
                told.textOrNull("idempotency_key"),
                RunRequest.read(told.json("request")));
    }
}
