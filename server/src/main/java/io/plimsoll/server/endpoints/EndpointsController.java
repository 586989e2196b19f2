package io.plimsoll.server.endpoints;

import io.plimsoll.access.Role;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.project.reference.Experiment;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.page.Tag;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.worker.Order;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.RunQueue.Submitted;
import io.plimsoll.workspace.Upload;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is published, and what is submitted to it. */
@RestController
@RequestMapping(path = "/api/v1/endpoints", produces = MediaType.APPLICATION_JSON_VALUE)
public final class EndpointsController {
    private final OpenProject project;

    EndpointsController(OpenProject project) {
        this.project = project;
    }

    /**
     * What is submitted.
     *
     * @param version of the endpoint; absent for its default
     * @param experiment the name under which runs are grouped
     * @param settings parameters of the endpoint by name
     * @param data what its sources are read from, by name: {@code upload:SHA256}
     * @param reuse whether results of earlier runs may stand in for steps; absent for yes
     */
    record Submission(
            @Nullable Integer version,
            @Nullable String experiment,
            @Nullable Map<String, Object> settings,
            @Nullable Map<String, String> data,
            @Nullable Boolean reuse) {}

    /**
     * What a submission came to.
     *
     * @param isNew false if its key had brought this run before
     * @param cancelled the older runs whose place it took
     */
    record Accepted(String run, boolean isNew, List<String> cancelled) {}

    @Requires(Role.VIEWER)
    @GetMapping(name = "Published trainings")
    Page<EndpointResource> list() {
        return Page.whole(
                endpoints().list().stream().map(EndpointResource::summary).toList());
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{endpoint}", name = "A published training with its versions")
    ResponseEntity<EndpointResource> show(@PathVariable("endpoint") String name) {
        Endpoint endpoint = find(name);
        return ResponseEntity.ok()
                .eTag(tag(endpoint).value())
                .body(EndpointResource.whole(endpoint, endpoints().versions(name)));
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{endpoint}/versions/{version}", name = "A version with what a submission may give")
    EndpointResource.Version version(@PathVariable("endpoint") String name, @PathVariable("version") String version) {
        EndpointVersion found = new EndpointReference(name, version).one(endpoints());
        return EndpointResource.Version.whole(found, specification(found));
    }

    /** Queues a run, which begins when a lane is free. */
    @Requires(Role.SUBMITTER)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(path = "/{endpoint}/runs", name = "Queues a run", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> submit(
            @PathVariable("endpoint") String name,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Submission submission) {
        tag(find(name)).require(ifMatch);
        String words = submission.version() == null ? name : name + "@" + submission.version();
        Overrides given = new Overrides(settings(submission.settings()), uploads(submission.data()));
        Order.By by = new Order.By(
                Caller.current().actor(),
                Refusal.read(
                        "/experiment",
                        Objects.requireNonNullElse(submission.experiment(), Experiment.USUAL),
                        Experiment::of),
                key,
                submission.reuse() == null || submission.reuse());
        Submitted submitted = Submitting.submit(project, words, given, by);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + submitted.runId()))
                .body(new Accepted(submitted.runId(), submitted.isNew(), submitted.cancelled()));
    }

    /** Uploads alone: a client names no place on the server. */
    private static Map<String, String> uploads(@Nullable Map<String, String> given) {
        Map<String, String> data = given == null ? Map.of() : given;
        data.forEach((name, reference) -> {
            if (reference == null || Upload.in(reference).isEmpty()) {
                throw Refusal.at(
                        "/data/" + escaped(name),
                        "a source is read from an upload",
                        "send the table to /api/v1/uploads, and name it as the answer says: upload:SHA256");
            }
        });
        return data;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Map<String, String> settings(@Nullable Map<String, Object> given) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> settings.put(name, scalar(name, value)));
        }
        return settings;
    }

    /** As it would be written on a command line. */
    private static String scalar(String name, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw Refusal.at(
                "/settings/" + escaped(name),
                "a setting is a text, a number, true or false",
                "leave it out for what is usual");
    }

    private Endpoint find(String name) {
        return new EndpointReference(name, "").endpoint(endpoints());
    }

    private Tag tag(Endpoint endpoint) {
        return EndpointState.of(endpoint, endpoints()).tag();
    }

    private Specification specification(EndpointVersion version) {
        return endpoints().specification(version.specificationSha256()).orElseThrow();
    }

    private Endpoints endpoints() {
        return project.workspace().endpoints();
    }
}
