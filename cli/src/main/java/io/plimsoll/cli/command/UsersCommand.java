package io.plimsoll.cli.command;

import io.plimsoll.access.NewUser;
import io.plimsoll.access.Role;
import io.plimsoll.access.User;
import io.plimsoll.access.Users;
import io.plimsoll.cli.show.AccessShow;
import io.plimsoll.project.OpenProject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code users}: people whose passwords this workspace checks. */
@Command(
        name = "users",
        header = "Add, list, disable and enable local users, set their roles and passwords.",
        description = "For small installations; where there is an identity provider, see `plimsoll members`.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UsersCommand implements Callable<Integer> {
    private static final String ROLES = "viewer, submitter, approver or admin";

    private final CommandSetting setting;

    UsersCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(
            name = "add",
            header = "Add a local user.",
            description =
                    "The password is typed at the terminal, or is the first line of standard input; there is none by default.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "such as ada") String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "what they may do: " + ROLES)
                    Role role) {
        try (OpenProject project = setting.open()) {
            NewUser wanted = new NewUser(
                    name, role, NewPassword.of(name, setting.surroundings().secrets()));
            User user = project.workspace().access().users().add(wanted, project.actor());
            setting.show(AccessShow.data(user), () -> "added " + AccessShow.line(user));
            return 0;
        }
    }

    @Command(name = "list", header = "Every local user.", mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            List<User> all = project.workspace().access().users().list();
            setting.show(
                    Map.of("users", all.stream().map(AccessShow::data).toList()),
                    () -> new AccessShow(setting.style()).users(all));
            return 0;
        }
    }

    @Command(name = "role", header = "Give a user another role.", mixinStandardHelpOptions = true)
    int role(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ROLE", description = ROLES) Role role) {
        try (OpenProject project = setting.open()) {
            Users users = project.workspace().access().users();
            return changed(users, name, users.setRole(name, role, project.actor()));
        }
    }

    @Command(
            name = "disable",
            header = "Refuse a user, and their tokens, from now on.",
            mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "NAME") String name, @Mixin ReasonOption reason) {
        String why = reason.given();
        try (OpenProject project = setting.open()) {
            Users users = project.workspace().access().users();
            return changed(users, name, users.disable(name, project.actor(), why));
        }
    }

    @Command(name = "enable", header = "Let a user in again.", mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = "NAME") String name) {
        try (OpenProject project = setting.open()) {
            Users users = project.workspace().access().users();
            return changed(users, name, users.enable(name, project.actor()));
        }
    }

    @Command(
            name = "password",
            header = "Give a user another password.",
            description = "It is typed at the terminal, or is the first line of standard input.",
            mixinStandardHelpOptions = true)
    int password(@Parameters(paramLabel = "NAME") String name) {
        try (OpenProject project = setting.open()) {
            Users users = project.workspace().access().users();
            users.setPassword(name, NewPassword.of(name, setting.surroundings().secrets()), project.actor());
            return changed(users, name, true);
        }
    }

    private int changed(Users users, String name, boolean changed) {
        User user = users.find(name).orElseThrow();
        Map<String, Object> data = AccessShow.data(user);
        data.put("changed", changed);
        setting.show(data, () -> (changed ? "now: " : "as before: ") + AccessShow.line(user));
        return 0;
    }
}
