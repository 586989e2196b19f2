package io.plimsoll.storage.metadata;

import io.plimsoll.step.StepName;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StepResult;
import io.plimsoll.workspace.StepResults;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Results of steps as rows. */
final class SqlStepResults implements StepResults {
    private final Database database;

    SqlStepResults(Database database) {
        this.database = database;
    }

    @Override
    public void put(StepResult result) {
        SafeNames.sha256(result.key());
        database.write(transaction -> {
            SqlRunRecords.require(transaction, result.runId());
            SqlRunRecords.require(transaction, result.usedBy());
            return transaction.update(
                    "insert into step_results (step_key, model, step, run_id, key_parts, result, used_by, used_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (step_key) do update set"
                            + " model = excluded.model, step = excluded.step, run_id = excluded.run_id,"
                            + " key_parts = excluded.key_parts, result = excluded.result,"
                            + " used_by = excluded.used_by, used_at = excluded.used_at",
                    result.key(),
                    result.model(),
                    result.step().name(),
                    result.runId(),
                    result.parts(),
                    result.result(),
                    result.usedBy(),
                    result.used().toEpochMilli());
        });
    }

    @Override
    public Optional<StepResult> find(String key) {
        return database.read(
                Optional.empty(),
                transaction -> transaction.first(
                        SqlStepResults::result, "select * from step_results where step_key = ?", key));
    }

    @Override
    public Optional<StepResult> latest(String model, StepName step) {
        return database.read(
                Optional.empty(),
                transaction -> transaction.first(
                        SqlStepResults::result,
                        "select * from step_results where model = ? and step = ?"
                                + " order by used_at desc, used_by desc limit 1",
                        model,
                        step.name()));
    }

    @Override
    public void used(String key, String runId, Instant time) {
        database.write(transaction -> {
            SqlRunRecords.require(transaction, runId);
            return transaction.update(
                    "update step_results set used_by = ?, used_at = ? where step_key = ?",
                    runId,
                    time.toEpochMilli(),
                    key);
        });
    }

    @Override
    public int forgetUnused(Instant since) {
        return database.write(
                transaction -> transaction.update("delete from step_results where used_at < ?", since.toEpochMilli()));
    }

    private static StepResult result(ResultSet row) throws SQLException {
        return new StepResult(
                row.getString("step_key"),
                row.getString("model"),
                StepName.valueOf(row.getString("step")),
                row.getString("run_id"),
                row.getString("key_parts"),
                row.getString("result"),
                row.getString("used_by"),
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}
