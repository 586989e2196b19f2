package io.plimsoll.cli.show;

import io.plimsoll.data.SourceFile;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run that used a dataset version.
 *
 * @param sources what it made the dataset of
 * @param models what it made from it
 */
public record DatasetUse(RunRecord run, List<SourceFile> sources, List<Made> models) {
    public DatasetUse {
        sources = List.copyOf(sources);
        models = List.copyOf(models);
    }

    /** A version that a run made. */
    public record Made(String model, int version) {
        String reference() {
            return model + "@" + version;
        }
    }

    /** Every use of a version, the latest first. */
    public static List<DatasetUse> of(DatasetVersion version, Workspace workspace) {
        return workspace.datasets().runsOf(version.name(), version.version()).stream()
                .flatMap(id -> workspace.runs().find(id).stream())
                .map(run -> new DatasetUse(
                        run,
                        workspace.datasets().sourcesOf(run.id()),
                        workspace.models().madeBy(run.id()).stream()
                                .map(made -> new Made(made.model(), made.version()))
                                .toList()))
                .sorted(Comparator.comparing((DatasetUse use) -> use.run().started())
                        .thenComparing(use -> use.run().id())
                        .reversed())
                .toList();
    }

    /** What {@code --json} says of it: the run as {@code runs list} has it, with its sources and models. */
    Map<String, Object> data() {
        Map<String, Object> data = new TreeMap<>(RunShow.summary(run));
        data.put("sources", sources);
        data.put("models", references());
        return data;
    }

    List<String> references() {
        return models.stream().map(Made::reference).toList();
    }
}
