package io.plimsoll.server.pages.overview;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.pages.overview.ModelStanding.Place;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Wanted;
import io.plimsoll.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How everything stands.
 *
 * @param indications in the order of their names
 * @param others models that no indication of the project makes
 * @param open runs that wait or go on, the latest first
 * @param endpoints names of what can be submitted
 * @param isNew whether nothing was ever run
 */
record Overview(
        List<Indication> indications,
        List<ModelStanding> others,
        List<RunRecord> open,
        List<String> endpoints,
        boolean isNew) {
    private static final int MOST_OPEN = 20;

    /**
     * One indication of the project.
     *
     * @param fault what is wrong with its file; absent where it can be read
     */
    record Indication(
            String name,
            String description,
            List<ModelStanding> models,
            @Nullable String fault) {}

    static Overview of(OpenProject project, Discretion discretion) {
        Workspace workspace = project.workspace();
        Map<String, String> endpoints = workspace.endpoints().list().stream()
                .collect(Collectors.toMap(Endpoint::model, Endpoint::name, (first, more) -> first));
        Map<String, ModelSummary> summaries = workspace.models().summaries().stream()
                .collect(Collectors.toMap(ModelSummary::model, summary -> summary, (one, same) -> one, TreeMap::new));
        Function<Place, ModelStanding> standing =
                place -> ModelStanding.of(place, summaries.get(place.model()), endpoints.get(place.model()), workspace);
        List<Indication> indications = project.indications().stream()
                .map(name -> indication(name, project, standing, discretion))
                .toList();
        Set<String> known = new HashSet<>();
        indications.forEach(one -> one.models().forEach(model -> known.add(model.model())));
        List<ModelStanding> others = summaries.keySet().stream()
                .filter(model -> !known.contains(model))
                .map(model -> standing.apply(new Place("", model)))
                .toList();
        return new Overview(
                indications,
                others,
                open(workspace),
                endpoints.values().stream().sorted().toList(),
                workspace.runs().latest(1).isEmpty());
    }

    /** Everything that waits for a word, the newest first. */
    public List<ModelVersion> waiting() {
        return Stream.concat(indications.stream().flatMap(one -> one.models().stream()), others.stream())
                .flatMap(model -> model.waiting().stream())
                .toList();
    }

    private static Indication indication(
            String name, OpenProject project, Function<Place, ModelStanding> standing, Discretion discretion) {
        try {
            IndicationConfig config = project.indication(name, Overrides.none());
            List<ModelStanding> models = new ArrayList<>();
            for (String type : config.models().keySet()) {
                models.add(standing.apply(new Place(type, config.registeredName(type))));
            }
            return new Indication(name, Objects.requireNonNullElse(config.description(), ""), models, null);
        } catch (PlimsollException e) {
            return new Indication(
                    name, "", List.of(), discretion.of(e.faults().get(0).line()));
        }
    }

    private static List<RunRecord> open(Workspace workspace) {
        return Stream.of(RunStatus.RUNNING, RunStatus.INTERRUPTED, RunStatus.QUEUED)
                .flatMap(
                        status -> workspace.runs().page(new Wanted(null, status, null, null, null), MOST_OPEN).stream())
                .limit(MOST_OPEN)
                .toList();
    }
}
