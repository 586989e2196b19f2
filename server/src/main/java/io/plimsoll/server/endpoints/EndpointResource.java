package io.plimsoll.server.endpoints;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plimsoll.endpoint.Parameter;
import io.plimsoll.endpoint.ParameterType;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published training.
 *
 * @param defaultVersion what is run where no version is named; absent where every version is disabled
 * @param disabled absent while it takes submissions
 * @param versions the newest first; only where one endpoint is asked for
 */
record EndpointResource(
        String name,
        String indication,
        String modelType,
        String model,
        int newestVersion,
        @Nullable Integer defaultVersion,
        boolean defaultSetByHand,
        Instant created,
        @Nullable Disabled disabled,
        @Nullable List<Version> versions) {
    record Disabled(Instant since, String actor, String reason) {
        static @Nullable Disabled of(@Nullable Disabling disabling) {
            return disabling == null ? null : new Disabled(disabling.since(), disabling.actor(), disabling.reason());
        }
    }

    /**
     * A version of it.
     *
     * @param settings how its runs are run
     * @param parameters what a submission may give; only where one version is asked for
     * @param sources that it may be given tables for, by name; only there, too
     * @param specification what was compiled; likewise
     */
    record Version(
            String endpoint,
            int version,
            String specificationSha256,
            @JsonRawValue String settings,
            Instant published,
            String publishedBy,
            @Nullable Disabled disabled,
            @Nullable List<Takes> parameters,
            @Nullable List<String> sources,
            @JsonRawValue @Nullable String specification) {
        static Version summary(EndpointVersion version) {
            return of(version, Details.NONE);
        }

        static Version whole(EndpointVersion version, Specification specification) {
            List<Takes> parameters = specification.parameters().stream()
                    .filter(parameter -> parameter.type() != ParameterType.PATH)
                    .map(Takes::of)
                    .toList();
            List<String> sources = specification.parameters().stream()
                    .filter(parameter -> parameter.type() == ParameterType.PATH)
                    .map(Parameter::name)
                    .toList();
            return of(version, new Details(parameters, sources, specification.text()));
        }

        /** What is told only where one version is asked for. */
        private record Details(
                @Nullable List<Takes> parameters,
                @Nullable List<String> sources,
                @Nullable String specification) {
            private static final Details NONE = new Details(null, null, null);
        }

        private static Version of(EndpointVersion version, Details details) {
            return new Version(
                    version.endpoint(),
                    version.version(),
                    version.specificationSha256(),
                    version.settings().text(),
                    version.published(),
                    version.publishedBy(),
                    Disabled.of(version.disabled()),
                    details.parameters(),
                    details.sources(),
                    details.specification());
        }
    }

    /** One thing that a submission may give. Places on the server are not among them. */
    record Takes(String name, String takes, @Nullable String usual, String description) {
        static Takes of(Parameter parameter) {
            return new Takes(parameter.name(), parameter.expected(), parameter.usual(), parameter.description());
        }
    }

    static EndpointResource summary(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointResource whole(Endpoint endpoint, List<EndpointVersion> versions) {
        return of(endpoint, versions.stream().map(Version::summary).toList());
    }

    private static EndpointResource of(Endpoint endpoint, @Nullable List<Version> versions) {
        return new EndpointResource(
                endpoint.name(),
                endpoint.indication(),
                endpoint.modelType(),
                endpoint.model(),
                endpoint.newest(),
                endpoint.defaultVersion().isPresent()
                        ? endpoint.defaultVersion().getAsInt()
                        : null,
                endpoint.setByHand(),
                endpoint.created(),
                Disabled.of(endpoint.disabled()),
                versions);
    }
}
