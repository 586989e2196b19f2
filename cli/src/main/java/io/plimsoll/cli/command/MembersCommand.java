package io.plimsoll.cli.command;

import io.plimsoll.access.Member;
import io.plimsoll.access.Members;
import io.plimsoll.access.Role;
import io.plimsoll.cli.show.AccessShow;
import io.plimsoll.project.OpenProject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code members}: what the people may do for whom an identity provider vouches. */
@Command(
        name = "members",
        header = "Say what people from an identity provider may do in this workspace.",
        description = {
            "Nobody may do anything to whom it was not granted. People come in as `plimsoll serve --oidc-issuer` says; what is granted here",
            "bounds what the tokens of that name may do, too."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class MembersCommand implements Callable<Integer> {
    private static final String SUBJECT =
            "what the identity provider calls them (the claim sub, or what --oidc-claim names)";

    private final CommandSetting setting;

    MembersCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(
            name = "grant",
            header = "Give somebody a role, instead of the one that they had.",
            mixinStandardHelpOptions = true)
    int grant(
            @Parameters(paramLabel = "SUBJECT", description = SUBJECT) String subject,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "what they may do: viewer, submitter, approver or admin")
                    Role role) {
        try (OpenProject project = setting.open()) {
            Members members = project.workspace().access().members();
            return changed(members, subject, members.grant(subject, role, project.actor()));
        }
    }

    @Command(
            name = "revoke",
            header = "Let somebody, and their tokens, do nothing any more.",
            mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "SUBJECT", description = SUBJECT) String subject, @Mixin ReasonOption reason) {
        String why = reason.given();
        try (OpenProject project = setting.open()) {
            Members members = project.workspace().access().members();
            return changed(members, subject, members.revoke(subject, project.actor(), why));
        }
    }

    @Command(name = "list", header = "Everybody to whom something was granted.", mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            List<Member> all = project.workspace().access().members().list();
            setting.show(
                    Map.of("members", all.stream().map(AccessShow::data).toList()),
                    () -> new AccessShow(setting.style()).members(all));
            return 0;
        }
    }

    private int changed(Members members, String subject, boolean changed) {
        Member member = members.find(subject).orElseThrow();
        Map<String, Object> data = AccessShow.data(member);
        data.put("changed", changed);
        setting.show(data, () -> (changed ? "now: " : "as before: ") + AccessShow.line(member));
        return 0;
    }
}
