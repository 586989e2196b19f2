package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads model versions with their tags and aliases in three statements, however many there are. */
final class VersionRows {
    private final Map<String, SortedMap<String, String>> tags = new HashMap<>();
    private final Map<String, SortedSet<String>> aliases = new HashMap<>();

    private VersionRows() {}

    /** @param condition on {@code model_versions v} */
    static Optional<ModelVersion> first(Transaction transaction, String condition, Object... arguments)
            throws SQLException {
        return list(transaction, condition, arguments).stream().findFirst();
    }

    static Optional<ModelVersion> one(Transaction transaction, String model, int version) throws SQLException {
        return first(transaction, "v.model = ? and v.version = ?", model, version);
    }

    static Optional<ModelVersion> withContent(Transaction transaction, String model, String sha256)
            throws SQLException {
        return first(transaction, "v.model = ? and v.sha256 = ?", model, sha256);
    }

    /** The newest version of a model first. */
    static List<ModelVersion> list(Transaction transaction, String condition, Object... arguments) throws SQLException {
        VersionRows rows = new VersionRows();
        transaction.forEach(
                row -> rows.tags
                        .computeIfAbsent(reference(row), version -> new TreeMap<>())
                        .put(row.getString("name"), row.getString("tag_value")),
                "select t.model, t.version, t.name, t.tag_value from model_versions v"
                        + " join version_tags t on t.model = v.model and t.version = v.version where " + condition,
                arguments);
        transaction.forEach(
                row -> rows.aliases
                        .computeIfAbsent(reference(row), version -> new TreeSet<>())
                        .add(row.getString("alias")),
                "select a.model, a.version, a.alias from model_versions v"
                        + " join aliases a on a.model = v.model and a.version = v.version where " + condition,
                arguments);
        return transaction.list(
                rows::version,
                "select v.* from model_versions v where " + condition + " order by v.version desc",
                arguments);
    }

    private static String reference(ResultSet row) throws SQLException {
        return row.getString("model") + "@" + row.getInt("version");
    }

    private ModelVersion version(ResultSet row) throws SQLException {
        String reference = reference(row);
        return new ModelVersion(
                row.getString("model"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("run_id"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                tags.getOrDefault(reference, new TreeMap<>()),
                row.getString("verdict"),
                aliases.getOrDefault(reference, new TreeSet<>()),
                VersionState.valueOf(row.getString("state")));
    }
}
