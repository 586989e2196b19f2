package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Telling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs and their steps as rows. */
final class SqlRunRecords implements RunRecords {
    private final Database database;
    private final Leases leases;

    SqlRunRecords(Database database, Leases leases) {
        this.database = database;
        this.leases = leases;
    }

    @Override
    public void begin(RunRecord run) {
        SafeNames.id(run.id());
        if (run.status().isFinal()) {
            throw new IllegalArgumentException("a run that begins has not ended");
        }
        String lease = leases.own();
        database.write(transaction -> {
            RunRows.insert(transaction, run, lease);
            EventStreamRows.status(transaction, run.id(), run.status(), run.reason());
            return run.id();
        });
    }

    @Override
    public void step(String runId, StepRecord step) {
        database.note(transaction -> {
            String open = "select 1 from runs where id = ? and finished_at is null";
            if (!transaction.exists(open + transaction.forUpdate(), runId)) {
                throw notOpen(transaction, runId);
            }
            return transaction.update(
                    "update run_steps set status = ?, millis = ?, summary = ? where run_id = ? and name = ?",
                    step.status().name(),
                    step.millis(),
                    step.summary(),
                    runId,
                    step.name().name());
        });
    }

    @Override
    public void end(RunRecord run) {
        if (run.finished() == null) {
            throw new IllegalArgumentException("a run ends with a final status");
        }
        long finished = run.finished().toEpochMilli();
        database.write(transaction -> {
            int updated = transaction.update(
                    "update runs set status = ?, outcome = ?, code = ?, reason = ?, finished_at = ?, report = ?"
                            + " where id = ? and finished_at is null",
                    run.status().name(),
                    nameOf(run.outcome()),
                    nameOf(run.code()),
                    run.reason(),
                    finished,
                    run.report(),
                    run.id());
            if (updated == 0) {
                throw notOpen(transaction, run.id());
            }
            RunRows.closeSteps(transaction, run.id());
            EventStreamRows.status(transaction, run.id(), run.status(), run.reason());
            Optional<Telling> telling = Telling.of(run);
            return telling.isPresent()
                    ? ParcelRows.tell(transaction, "run-" + run.id(), telling.get(), Instant.ofEpochMilli(finished))
                    : updated;
        });
    }

    @Override
    public int judged(String runId, String holdoutSha256, String candidateSha256) {
        SafeNames.sha256(holdoutSha256);
        SafeNames.sha256(candidateSha256);
        return database.write(transaction -> {
            transaction.alone("holdout " + holdoutSha256);
            require(transaction, runId);
            transaction.update(
                    "insert into judged_candidates (run_id, model, holdout_sha256, candidate_sha256)"
                            + " select id, model, ?, ? from runs where id = ? on conflict do nothing",
                    holdoutSha256,
                    candidateSha256,
                    runId);
            return transaction
                    .first(
                            row -> row.getInt(1),
                            "select count(distinct candidate_sha256) from judged_candidates"
                                    + " where model = (select model from runs where id = ?) and holdout_sha256 = ?",
                            runId,
                            holdoutSha256)
                    .orElseThrow();
        });
    }

    /** @throws PlimsollException with {@code UNKNOWN_RUN} if there is no run of this id */
    static void require(Transaction transaction, String runId) throws SQLException {
        if (!transaction.exists("select 1 from runs where id = ?", runId)) {
            throw PlimsollException.of(
                    ErrorCode.UNKNOWN_RUN,
                    "there is no such run in this workspace",
                    "run " + runId,
                    "Look for it with: plimsoll runs list");
        }
    }

    private static PlimsollException notOpen(Transaction transaction, String runId) throws SQLException {
        require(transaction, runId);
        return PlimsollException.of(
                ErrorCode.ALREADY_EXISTS,
                "the run has ended already, and how it ended is not changed",
                "run " + runId,
                "See how it ended with: plimsoll runs show " + runId);
    }

    @Override
    public Optional<RunRecord> find(String runId) {
        return database.read(
                Optional.empty(),
                transaction -> load(transaction, "select id from runs where id = ?", runId).stream()
                        .findFirst());
    }

    @Override
    public List<RunRecord> latest(int limit) {
        return database.read(
                List.of(),
                transaction ->
                        load(transaction, "select id from runs order by started_at desc, id desc limit ?", limit));
    }

    @Override
    public List<RunRecord> page(Wanted wanted, int limit) {
        RunSelection selection = RunSelection.of(wanted, limit);
        return database.read(List.of(), transaction -> load(transaction, selection.sql(), selection.arguments()));
    }

    @Override
    public List<RunRecord> scorings(String model) {
        String ids = "select id from runs where kind = '" + RunKind.SCORING + "' and model = ?";
        return database.read(List.of(), transaction -> load(transaction, ids, model));
    }

    @Override
    public List<RunRecord> ofExperiment(String experiment, int limit) {
        String ids = "select id from runs where experiment = ? order by started_at desc, id desc limit ?";
        return database.read(List.of(), transaction -> load(transaction, ids, experiment, limit));
    }

    @Override
    public List<Experiment> experiments() {
        return database.read(
                List.of(),
                transaction -> transaction.list(
                        row -> new Experiment(
                                row.getString("experiment"),
                                row.getInt("all_runs"),
                                row.getInt("open_runs"),
                                Instant.ofEpochMilli(row.getLong("latest"))),
                        "select experiment, count(*) as all_runs, count(*) - count(finished_at) as open_runs,"
                                + " max(started_at) as latest from runs group by experiment"
                                + " order by latest desc, experiment"));
    }

    @Override
    public List<RunRecord> abandoned() {
        Map<String, Optional<String>> leaseOf = new LinkedHashMap<>();
        database.read(0, transaction -> {
            transaction.forEach(
                    row -> leaseOf.put(row.getString("id"), Optional.ofNullable(row.getString("lease"))),
                    "select id, lease from runs where finished_at is null and id not in (select run_id from run_tickets)"
                            + " order by started_at, id");
            return leaseOf.size();
        });
        return leaseOf.entrySet().stream()
                .filter(run ->
                        run.getValue().map(lease -> !leases.isHeld(lease)).orElse(true))
                .flatMap(run -> find(run.getKey()).stream())
                .toList();
    }

    private static List<RunRecord> load(Transaction transaction, String ids, Object... arguments) throws SQLException {
        Map<String, List<StepRecord>> steps = new HashMap<>();
        transaction.forEach(
                row -> steps.computeIfAbsent(row.getString("run_id"), id -> new ArrayList<>())
                        .add(step(row)),
                "select * from run_steps where run_id in (" + ids + ") order by run_id, position",
                arguments);
        return transaction.list(
                row -> run(row, steps.getOrDefault(row.getString("id"), List.of())),
                "select * from runs where id in (" + ids + ") order by started_at desc, id desc",
                arguments);
    }

    private static StepRecord step(ResultSet row) throws SQLException {
        return new StepRecord(
                StepName.valueOf(row.getString("name")),
                StepStatus.valueOf(row.getString("status")),
                row.getLong("millis"),
                row.getString("summary"));
    }

    private static RunRecord run(ResultSet row, List<StepRecord> steps) throws SQLException {
        long finished = row.getLong("finished_at");
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(finished);
        String outcome = row.getString("outcome");
        String code = row.getString("code");
        return new RunRecord(
                row.getString("id"),
                RunKind.valueOf(row.getString("kind")),
                row.getString("indication"),
                row.getString("model_type"),
                row.getString("model"),
                row.getString("experiment"),
                RunStatus.valueOf(row.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                code == null ? null : OutcomeCode.valueOf(code),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                end,
                row.getString("config"),
                row.getString("report"),
                steps,
                row.getString("actor"));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
