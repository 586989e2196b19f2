package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Named;
import io.plimsoll.config.bind.Partial;
import io.plimsoll.config.bind.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code plimsoll.yml} says, with the chosen profile and the environment worked in.
 *
 * @param profiles what could be chosen; empty once the choice is made
 */
@Description("What is not an indication's business")
public record ProjectConfig(
        @Description("Where results live") @Default(".plimsoll")
        WorkspaceConfig workspace,

        @Description("What reads data and trains") @Default("local")
        Engine engine,

        @Description("What a run may use of the machine") @Default("{}")
        LimitsConfig limits,

        @Description("How a model that its verdict allows becomes champion") @Default("automatic")
        Promotion promotion,

        @Description("Where the end of the event log is noted a second time") @Default("{}")
        AuditConfig audit,

        @Description("To where webhooks are sent") @Default("{}")
        WebhooksConfig webhooks,

        @Description("Jars with trainers of your own, each pinned by its hash") @Default("[]")
        List<PluginConfig> plugins,

        @Description("The PostgreSQL databases that sources may be read from, and in which results may live, by name")
        @Default("{}")
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        Map<String, DatabaseConfig> databases,

        @Description("What a profile changes, key by key, by its name")
        @Default("{}")
        @Partial
        @Named(pattern = Names.MODEL_TYPE, says = Names.MODEL_TYPE_SAYS)
        Map<String, ProjectConfig> profiles) {
    public ProjectConfig {
        plugins = List.copyOf(plugins);
        databases = Ordered.copyOf(databases);
        profiles = Ordered.copyOf(profiles);
    }

    /**
     * A jar with code of the user's own.
     *
     * @param sha256 null where it is not pinned, which is refused with the hash to write
     */
    @Description("A jar with trainers of your own")
    public record PluginConfig(
            @Description("The jar, in the folder plugins of the project")
            @Named(pattern = "plugins/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.jar", says = "plugins/NAME.jar")
            String jar,

            @Description("SHA-256 of the jar, as `sha256sum` prints it")
            @Named(pattern = "[0-9a-f]{64}", says = "64 hex digits")
            @Nullable
            String sha256) {}

    /** What reads data and trains. */
    public enum Engine {
        LOCAL
    }

    /** How a model that its verdict allows becomes champion. */
    public enum Promotion {
        /** At once. */
        AUTOMATIC,
        /** When somebody other than who submitted it approves it; it is judged again then. */
        APPROVAL
    }

    /** Where the end of the event log is noted a second time; null: in the folder checkpoints of the workspace. */
    @Description("Where the end of the event log is noted a second time")
    public record AuditConfig(
            @Description(
                    "A folder, relative to the project folder, best on another disk; default: checkpoints in the workspace")
            @Nullable
            String checkpoints) {}

    /** To where webhooks are sent. */
    @Description("To where webhooks are sent")
    public record WebhooksConfig(
            @Description("Whether they may be sent to this machine, too, then also by http") @Default("false")
            boolean loopback) {}

    /** What a run may use of the machine; null: as much as there is. */
    @Description("What a run may use of the machine")
    public record LimitsConfig(
            @Description("Most threads; default: one for each processor") @Range(min = 1, max = 1024) @Nullable
            Integer threads,

            @Description("Most memory for reading and querying data; default: what the engine takes by itself")
            @Nullable
            MemorySize memory) {}
}
