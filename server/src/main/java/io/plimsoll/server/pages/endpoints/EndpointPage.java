package io.plimsoll.server.pages.endpoints;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Parameter;
import io.plimsoll.endpoint.ParameterType;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Rule;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.pages.line.AgainstLine;
import io.plimsoll.server.pages.line.Gauge;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its page shows it, with the form by which runs are submitted.
 *
 * @param versions the newest first
 * @param chosen what the form submits to
 * @param terms what that will do
 * @param form as it is filled in
 */
record EndpointPage(
        Endpoint endpoint, List<EndpointVersion> versions, EndpointVersion chosen, Terms terms, SubmitForm form) {
    /**
     * What a run will be.
     *
     * @param trainer empty where this installation cannot read what was published
     * @param sources where rows come from
     * @param rules of the guardrail, as a person would say them
     * @param champion whom it will be judged against; absent where there is none
     * @param gauge of the champion
     * @param parameters what the form asks for
     * @param unreadable why this installation cannot run it; empty where it can
     */
    record Terms(
            String trainer,
            String target,
            String metric,
            List<Source> sources,
            List<String> rules,
            @Nullable ModelVersion champion,
            @Nullable Gauge gauge,
            List<Parameter> parameters,
            String unreadable) {}

    record Source(String name, String place) {
        static Source of(Specification.Source source) {
            String path = source.path();
            return new Source(source.name(), path != null ? path : "a table of the database " + source.database());
        }
    }

    static EndpointPage of(Endpoint endpoint, EndpointVersion chosen, SubmitForm form, OpenProject project) {
        Workspace workspace = project.workspace();
        Specification specification = workspace
                .endpoints()
                .specification(chosen.specificationSha256())
                .orElseThrow();
        return new EndpointPage(
                endpoint,
                workspace.endpoints().versions(endpoint.name()),
                chosen,
                terms(endpoint, specification, project),
                form);
    }

    private static Terms terms(Endpoint endpoint, Specification specification, OpenProject project) {
        ModelVersion champion = project.workspace()
                .models()
                .alias(endpoint.model(), ModelVersion.CHAMPION)
                .orElse(null);
        Gauge gauge = champion == null
                ? null
                : AgainstLine.of(champion).map(Gauge::of).orElse(null);
        List<Parameter> parameters = specification.parameters().stream()
                .filter(parameter -> parameter.type() != ParameterType.PATH)
                .toList();
        List<Source> sources = specification.sources().stream().map(Source::of).toList();
        try {
            ModelConfig model =
                    specification.with(Overrides.none(), project.installation()).model(specification.modelType());
            List<String> rules = model.guardrail().guardrail().rules().stream()
                    .map(Rule::sentence)
                    .toList();
            return new Terms(
                    model.trainer(),
                    model.target(),
                    model.metric().label(),
                    sources,
                    rules,
                    champion,
                    gauge,
                    parameters,
                    "");
        } catch (PlimsollException e) {
            String why = e.faults().get(0).what();
            return new Terms("", "", "", sources, List.of(), champion, gauge, parameters, why);
        }
    }

    /** Whether anything may be submitted to it. */
    public boolean isOpen() {
        return endpoint.disabled() == null
                && chosen.disabled() == null
                && terms.unreadable().isEmpty();
    }
}
