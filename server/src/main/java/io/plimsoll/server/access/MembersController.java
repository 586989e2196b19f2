package io.plimsoll.server.access;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.Member;
import io.plimsoll.access.Members;
import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the people may do for whom an identity provider vouches. */
@RestController
@RequestMapping(path = "/api/v1/members", produces = MediaType.APPLICATION_JSON_VALUE)
public final class MembersController {
    private final OpenProject project;

    MembersController(OpenProject project) {
        this.project = project;
    }

    /** @param subject as the identity provider calls him */
    record MemberWanted(@Nullable String subject, @Nullable Role role) {}

    /** @param reason why, in one line */
    record MemberGiven(@Nullable String reason) {}

    @Requires(Role.ADMIN)
    @GetMapping(name = "Everybody to whom something was granted, by subject")
    Page<MemberResource> list() {
        return Page.whole(members().list().stream().map(MemberResource::of).toList());
    }

    @Requires(Role.ADMIN)
    @GetMapping(path = "/{member}", name = "What somebody may do")
    ResponseEntity<MemberResource> show(@PathVariable("member") String id) {
        return tagged(find(MemberResource.subject(id)));
    }

    /** {@code If-Match} is held against the role that he has, if he has one. */
    @Requires(Role.ADMIN)
    @PostMapping(
            name = "Gives somebody a role instead of the one that he had",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MemberResource> grant(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MemberWanted wanted) {
        String subject = Refusal.required("/subject", wanted.subject());
        Role role = Refusal.required("/role", wanted.role());
        if (ifMatch != null) {
            MemberResource.tag(find(subject)).require(ifMatch);
        }
        members().grant(subject, role, Caller.current().actor());
        return tagged(find(subject));
    }

    @Requires(Role.ADMIN)
    @PostMapping(
            path = "/{member}/revoke",
            name = "Lets somebody and his tokens do nothing any more",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MemberResource> revoke(
            @PathVariable("member") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MemberGiven given) {
        String reason = GivenReason.of(given.reason());
        String subject = MemberResource.subject(id);
        MemberResource.tag(find(subject)).require(ifMatch);
        members().revoke(subject, Caller.current().actor(), reason);
        return tagged(find(subject));
    }

    private Member find(String subject) {
        return members().find(subject).orElseThrow(AccessRefusals::unknownMember);
    }

    private static ResponseEntity<MemberResource> tagged(Member member) {
        return ResponseEntity.ok().eTag(MemberResource.tag(member).value()).body(MemberResource.of(member));
    }

    private Members members() {
        return project.workspace().access().members();
    }
}
