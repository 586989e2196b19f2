package io.plimsoll.upkeep;

import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Wanted;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Content that nothing refers to: models that were refused, tables that were sent and that no open run is to read, what crashed runs left behind. It is left alone for a day, since a run stores its
 * files before it registers them, and since a person may yet decide that a refused model shall be registered.
 */
public final class Garbage {
    /** How long what nobody refers to is left alone. */
    public static final Duration AGE = Duration.ofDays(1);

    /** How long results of steps are remembered that nobody uses. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Workspace workspace;
    private final InstantSource clock;
    private final Inventory inventory;

    public Garbage(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.inventory = new Inventory(workspace);
    }

    /** What {@link #collect()} would remove now. */
    public List<StoredContent> find() {
        Instant limit = clock.instant().minus(AGE);
        return unreferenced().stream()
                .filter(content -> content.touched().isBefore(limit))
                .toList();
    }

    /**
     * Removes what is unreferenced and old enough, and forgets results of steps that nobody has used for long.
     *
     * @return what was removed
     */
    public List<StoredContent> collect() {
        workspace.stepResults().forgetUnused(clock.instant().minus(MEMORY));
        return find().stream().filter(workspace.artifacts()::remove).toList();
    }

    /** Of any age. The content is listed before what refers to it is read: what is stored meanwhile is not in the list. */
    List<StoredContent> unreferenced() {
        List<StoredContent> contents = workspace.artifacts().contents();
        Set<String> models = new HashSet<>();
        inventory.models().stream().map(ModelVersion::sha256).forEach(models::add);
        Set<String> datasets = new HashSet<>();
        inventory.datasets().stream().map(DatasetVersion::sha256).forEach(datasets::add);
        List<String> configs = openConfigs();
        return contents.stream()
                .filter(content -> switch (content.kind()) {
                    case MODEL -> !models.contains(content.id());
                    case DATASET -> !datasets.contains(content.id());
                    case EVIDENCE -> workspace.runs().find(content.id()).isEmpty();
                    case UPLOAD -> configs.stream().noneMatch(config -> config.contains(content.id()));
                })
                .toList();
    }

    /** Of runs that may yet read what was sent for them. What they have read is a dataset version then. */
    private List<String> openConfigs() {
        return Arrays.stream(RunStatus.values())
                .filter(status -> !status.isFinal())
                .map(status -> new Wanted(null, status, null, null, null))
                .flatMap(wanted -> workspace.runs().page(wanted, Integer.MAX_VALUE).stream())
                .map(RunRecord::config)
                .toList();
    }
}
