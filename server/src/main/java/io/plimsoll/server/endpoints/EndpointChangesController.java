package io.plimsoll.server.endpoints;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.page.Tag;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.Endpoints;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether endpoints take submissions, and which version is run where none is named. Each change is one event of the log. */
@RestController
@RequestMapping(
        path = "/api/v1/endpoints/{endpoint}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
public final class EndpointChangesController {
    private final OpenProject project;

    EndpointChangesController(OpenProject project) {
        this.project = project;
    }

    /** @param reason why, in one line */
    record Given(@Nullable String reason) {}

    /** Nothing needs to be said. */
    record Nothing() {}

    /** @param version absent for the newest that is not disabled, whichever that is */
    record Usual(@Nullable Integer version) {}

    /**
     * What became of an endpoint.
     *
     * @param version absent where the whole endpoint was meant
     * @param changed false if it was so before
     */
    record Change(EndpointResource endpoint, EndpointResource.@Nullable Version version, boolean changed) {}

    @Requires(Role.APPROVER)
    @PostMapping(path = "/disable", name = "Lets an endpoint take no submissions")
    ResponseEntity<Change> disable(
            @PathVariable("endpoint") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Given given) {
        return disable(new EndpointReference(name, ""), ifMatch, given);
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/versions/{version}/disable", name = "Lets a version take no submissions")
    ResponseEntity<Change> disableVersion(
            @PathVariable("endpoint") String name,
            @PathVariable("version") String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Given given) {
        return disable(new EndpointReference(name, version), ifMatch, given);
    }

    private ResponseEntity<Change> disable(EndpointReference wanted, @Nullable String ifMatch, Given given) {
        String reason = GivenReason.of(given.reason());
        OptionalInt version = number(wanted, ifMatch);
        return told(wanted, endpoints().disable(wanted.name(), version, actor(), reason));
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/enable", name = "Lets an endpoint take submissions again")
    ResponseEntity<Change> enable(
            @PathVariable("endpoint") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Nothing nothing) {
        return enable(new EndpointReference(name, ""), ifMatch);
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/versions/{version}/enable", name = "Lets a version take submissions again")
    ResponseEntity<Change> enableVersion(
            @PathVariable("endpoint") String name,
            @PathVariable("version") String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Nothing nothing) {
        return enable(new EndpointReference(name, version), ifMatch);
    }

    private ResponseEntity<Change> enable(EndpointReference wanted, @Nullable String ifMatch) {
        OptionalInt version = number(wanted, ifMatch);
        return told(wanted, endpoints().enable(wanted.name(), version, actor()));
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/default", name = "Chooses the version that is run where none is named")
    ResponseEntity<Change> setDefault(
            @PathVariable("endpoint") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Usual usual) {
        Integer number = usual.version();
        OptionalInt version =
                number(new EndpointReference(name, number == null ? "" : String.valueOf(number)), ifMatch);
        return told(new EndpointReference(name, ""), endpoints().setDefault(name, version, actor()));
    }

    private OptionalInt number(EndpointReference wanted, @Nullable String ifMatch) {
        OptionalInt version = wanted.number(endpoints());
        tag(wanted).require(ifMatch);
        return version;
    }

    private ResponseEntity<Change> told(EndpointReference wanted, boolean changed) {
        Endpoint endpoint = wanted.endpoint(endpoints());
        EndpointResource.Version version =
                wanted.isWholeEndpoint() ? null : EndpointResource.Version.summary(wanted.one(endpoints()));
        return ResponseEntity.ok()
                .eTag(tag(wanted).value())
                .body(new Change(EndpointResource.summary(endpoint), version, changed));
    }

    private Tag tag(EndpointReference wanted) {
        return EndpointState.of(wanted.endpoint(endpoints()), endpoints()).tag();
    }

    private static String actor() {
        return Caller.current().actor();
    }

    private Endpoints endpoints() {
        return project.workspace().endpoints();
    }
}
