package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Access;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.access.Secrecy;
import io.plimsoll.upkeep.Defect;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.WebhookUrl;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a database tool gives himself what nobody granted him: it is found out, naming where. */
class TamperedAccessTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private String id = "";
    private String hook = "";

    @BeforeEach
    void grant() {
        try (LocalWorkspace workspace = open()) {
            Access access = workspace.access();
            id = access.tokens()
                    .create(new NewToken("ci", "robot", Role.SUBMITTER, Duration.ofDays(90)), "root")
                    .token()
                    .id();
            access.tokens().create(new NewToken("old", "robot", Role.VIEWER, null), "root");
            access.users().add(new NewUser("ada", Role.VIEWER, new Password("four words and more")), "root");
            access.users().disable("ada", "root", "on leave");
            hook = workspace
                    .webhooks()
                    .add(WebhookUrl.of("https://hooks.example.org/in"), Set.of(Occasion.PROMOTED), "root")
                    .webhook()
                    .id();
            access.members().grant("bob@example.org", Role.VIEWER, "root");
            access.members().grant("eve@example.org", Role.VIEWER, "root");
            access.members().revoke("eve@example.org", "root", "left");
        }
        assertThat(defects()).isEmpty();
    }

    @Test
    void aTokenThatMayMoreOrLonger() throws SQLException {
        execute("update access_tokens set role = 'ADMIN' where name = 'ci'");
        assertOtherwise("token " + id + ": ci, ADMIN, of robot", "token " + id + ": ci, SUBMITTER, of robot");
        execute("update access_tokens set role = 'SUBMITTER', expires_at = expires_at + 1 where name = 'ci'");
        assertOtherwise("token " + id + ": ci, SUBMITTER", "token " + id + ": ci, SUBMITTER");
    }

    @Test
    void aSecretThatSomebodyExchanged() throws SQLException {
        execute("update access_tokens set secret_sha256 = '" + "0".repeat(64) + "' where name = 'ci'");
        assertOtherwise("secret of the token " + id, "secret of the token " + id);
    }

    @Test
    void aTokenThatNobodyMade() throws SQLException {
        execute("insert into access_tokens (id, name, owner, role, salt, secret_sha256, created_at) values"
                + " ('000000000000', 'mine', 'eve', 'ADMIN', '', '" + "0".repeat(64) + "', 0)");
        assertThat(defects())
                .hasSize(3)
                .allSatisfy(defect -> assertThat(defect.where()).contains("token 000000000000"));
    }

    @Test
    void aPasswordThatSomebodyExchanged() throws SQLException {
        execute("update local_users set password_hash = replace(password_hash, ':210:', ':1:')");
        assertOtherwise("password of the user ada", "password of the user ada");
    }

    @Test
    void peopleWhoWereLetInAgain() throws SQLException {
        execute("update local_users set disabled_at = null, disabled_by = null, disabled_reason = null");
        assertOtherwise("state of the user ada: disabled", "state of the user ada: enabled");
        execute("update local_users set disabled_at = 1, disabled_by = 'root', disabled_reason = 'on leave'");
        execute("update members set revoked_at = null, revoked_by = null, revoked_reason = null");
        assertOtherwise("role of the member eve@example.org: none", "role of the member eve@example.org: VIEWER");
    }

    @Test
    void aWebhookThatTellsAnother() throws SQLException {
        execute("update webhooks set url = 'https://eve.example.org/'");
        assertOtherwise("webhook " + hook, "webhook " + hook);
        execute("update webhooks set url = 'https://hooks.example.org/in', secret = 'whsec_AAAA'");
        assertOtherwise("secret of the webhook " + hook, "secret of the webhook " + hook);
    }

    /** That there is what no event tells of, and not what events tell of. */
    private void assertOtherwise(String one, String other) {
        List<Defect> defects = defects();
        assertThat(defects)
                .hasSize(2)
                .allSatisfy(defect -> assertThat(defect.invariant()).isEqualTo("I6"));
        assertThat(defects)
                .anySatisfy(defect -> assertThat(defect.where()).startsWith(one))
                .anySatisfy(defect -> assertThat(defect.where()).startsWith(other));
    }

    private List<Defect> defects() {
        try (LocalWorkspace workspace = open()) {
            return new Doctor(workspace, CLOCK).defects();
        }
    }

    private LocalWorkspace open() {
        return LocalWorkspace.open(folder, CLOCK, folder.resolve("checkpoints"), new Secrecy(new SecureRandom(), 210));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
