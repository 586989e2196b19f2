package io.plimsoll.storage.metadata;

import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Endpoints and their versions, as rows. */
final class EndpointRows {
    private static final String NEWEST_ENABLED =
            "(select max(a.version) from endpoint_versions a" + " where a.endpoint = e.name and a.disabled_at is null)";

    private static final String ENDPOINTS = "select e.name, e.last_version, e.created_at, e.disabled_at, e.disabled_by,"
            + " e.disabled_reason, v.indication, v.model_type, v.model, d.version as set_by_hand,"
            + " coalesce(d.version, " + NEWEST_ENABLED + ") as default_version"
            + " from endpoints e"
            + " join endpoint_versions v on v.endpoint = e.name and v.version = e.last_version"
            + " left join endpoint_defaults d on d.endpoint = e.name";

    private EndpointRows() {}

    static List<Endpoint> all(Transaction transaction) throws SQLException {
        return transaction.list(EndpointRows::endpoint, ENDPOINTS);
    }

    static Optional<Endpoint> find(Transaction transaction, String name) throws SQLException {
        return transaction.first(EndpointRows::endpoint, ENDPOINTS + " where e.name = ?", name);
    }

    static List<EndpointVersion> versions(Transaction transaction, String name) throws SQLException {
        return transaction.list(
                EndpointRows::version,
                "select * from endpoint_versions where endpoint = ? order by version desc",
                name);
    }

    static Optional<EndpointVersion> version(Transaction transaction, String name, int version) throws SQLException {
        return transaction.first(
                EndpointRows::version,
                "select * from endpoint_versions where endpoint = ? and version = ?",
                name,
                version);
    }

    static Optional<EndpointVersion> withContent(
            Transaction transaction, String name, String specificationSha256, EndpointSettings settings)
            throws SQLException {
        return transaction.first(
                EndpointRows::version,
                "select * from endpoint_versions where endpoint = ? and specification_sha256 = ? and settings_sha256 = ?",
                name,
                specificationSha256,
                settings.sha256());
    }

    static void insert(Transaction transaction, EndpointVersion version) throws SQLException {
        transaction.update(
                "insert into endpoint_versions (endpoint, version, specification_sha256, settings, settings_sha256,"
                        + " indication, model_type, model, published_at, published_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version.endpoint(),
                version.version(),
                version.specificationSha256(),
                version.settings().text(),
                version.settings().sha256(),
                version.indication(),
                version.modelType(),
                version.model(),
                version.published().toEpochMilli(),
                version.publishedBy());
    }

    /** @param disabling absent where it takes submissions from then on */
    static void set(Transaction transaction, String name, OptionalInt version, @Nullable Disabling disabling)
            throws SQLException {
        Object since = disabling == null ? null : disabling.since().toEpochMilli();
        String actor = disabling == null ? null : disabling.actor();
        String reason = disabling == null ? null : disabling.reason();
        String columns = " set disabled_at = cast(? as bigint), disabled_by = ?, disabled_reason = ?";
        if (version.isPresent()) {
            transaction.update(
                    "update endpoint_versions" + columns + " where endpoint = ? and version = ?",
                    since,
                    actor,
                    reason,
                    name,
                    version.getAsInt());
        } else {
            transaction.update("update endpoints" + columns + " where name = ?", since, actor, reason, name);
        }
    }

    static void setDefault(Transaction transaction, String name, OptionalInt version) throws SQLException {
        if (version.isEmpty()) {
            transaction.update("delete from endpoint_defaults where endpoint = ?", name);
        } else {
            transaction.update(
                    "insert into endpoint_defaults (endpoint, version) values (?, ?)"
                            + " on conflict (endpoint) do update set version = excluded.version",
                    name,
                    version.getAsInt());
        }
    }

    /** The version that was set by hand as an endpoint's default. */
    static OptionalInt setByHand(Endpoint endpoint) {
        return endpoint.setByHand() ? endpoint.defaultVersion() : OptionalInt.empty();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getString("name"),
                row.getString("indication"),
                row.getString("model_type"),
                row.getString("model"),
                row.getInt("last_version"),
                number(row, "default_version"),
                number(row, "set_by_hand").isPresent(),
                disabling(row),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static EndpointVersion version(ResultSet row) throws SQLException {
        return new EndpointVersion(
                row.getString("endpoint"),
                row.getInt("version"),
                row.getString("specification_sha256"),
                row.getString("indication"),
                row.getString("model_type"),
                row.getString("model"),
                settings(row.getString("settings")),
                Instant.ofEpochMilli(row.getLong("published_at")),
                row.getString("published_by"),
                disabling(row));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static @Nullable Disabling disabling(ResultSet row) throws SQLException {
        long since = row.getLong("disabled_at");
        return row.wasNull()
                ? null
                : new Disabling(
                        Instant.ofEpochMilli(since), row.getString("disabled_by"), row.getString("disabled_reason"));
    }

    private static EndpointSettings settings(String json) {
        try {
            return EndpointSettings.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException("settings that this version did not write", e);
        }
    }
}
