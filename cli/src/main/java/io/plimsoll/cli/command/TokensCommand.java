package io.plimsoll.cli.command;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.Role;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Tokens.Created;
import io.plimsoll.cli.show.AccessShow;
import io.plimsoll.endpoint.TimeSpan;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tokens}: by what programs show who they are. */
@Command(
        name = "tokens",
        header = "Make, list and revoke the tokens by which programs are let in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TokensCommand implements Callable<Integer> {
    private final CommandSetting setting;

    TokensCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(
            name = "create",
            header = "Make a token. Its secret is shown once.",
            description = "A token acts in its owner's name, and never does more than its owner may.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "NAME", description = "what it is for, such as nightly-scoring") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "what it may do: viewer, submitter, approver or admin")
                    Role role,
            @Option(
                            names = "--expires",
                            paramLabel = "TIME",
                            description = "after how long it is refused, such as 90d; default: when it is revoked")
                    @Nullable
                    String expires,
            @Option(names = "--owner", paramLabel = "WHO", description = "in whose name it acts; default: yours")
                    @Nullable
                    String owner) {
        Duration lifetime = lifetime(expires);
        try (OpenProject project = setting.open()) {
            String actor = project.actor();
            NewToken wanted = new NewToken(name, owner == null ? actor : owner, role, lifetime);
            Created made = project.workspace().access().tokens().create(wanted, actor);
            setting.show(AccessShow.data(made), () -> AccessShow.made(made));
            return 0;
        }
    }

    private static @Nullable Duration lifetime(@Nullable String expires) {
        if (expires == null) {
            return null;
        }
        return TimeSpan.of(expires)
                .map(span -> Duration.ofSeconds(span.seconds()))
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.USAGE, "this is no length of time", "--expires", "write one as 12h or 90d"));
    }

    @Command(
            name = "list",
            header = "Every token, the newest first, without its secret.",
            mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            List<AccessToken> all = project.workspace().access().tokens().list();
            Instant now = setting.surroundings().clock().instant();
            setting.show(
                    Map.of(
                            "tokens",
                            all.stream()
                                    .map(token -> AccessShow.data(token, now))
                                    .toList()),
                    () -> new AccessShow(setting.style()).tokens(all, now));
            return 0;
        }
    }

    @Command(name = "revoke", header = "Refuse a token from now on.", mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "ID", description = "as `plimsoll tokens list` shows it") String id,
            @Mixin ReasonOption reason) {
        String why = reason.given();
        try (OpenProject project = setting.open()) {
            Tokens tokens = project.workspace().access().tokens();
            boolean changed = tokens.revoke(id, project.actor(), why);
            setting.show(
                    Map.of("id", id, "changed", changed),
                    () -> changed
                            ? "the token " + id + " is refused from now on"
                            : "the token " + id + " was revoked before");
            return 0;
        }
    }
}
