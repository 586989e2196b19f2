package io.plimsoll.server.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plimsoll.access.Role;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.guard.Decision;
import io.plimsoll.pipeline.Promotions;
import io.plimsoll.pipeline.Promotions.Promotion;
import io.plimsoll.pipeline.Promotions.Word;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.AliasName;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Tag;
import io.plimsoll.server.runs.RunResource.Origin;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.util.Objects;
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

/** What people decide about registered versions. Each decision has a reason, which is kept for ever. */
@RestController
@RequestMapping(
        path = "/api/v1/models/{model}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
public final class DecisionsController {
    private final OpenProject project;
    private final Discretion discretion;

    DecisionsController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    /** @param reason why, in one line */
    record Given(@Nullable String reason) {}

    /** @param alias another than {@code champion}, which is pointed at the version without judging it */
    record PromotionWanted(
            @Nullable String reason, @Nullable String alias) {}

    /** @param version a former champion; absent for the one before the present one */
    record RollbackWanted(@Nullable String reason, @Nullable Integer version) {}

    /**
     * What a promotion came to.
     *
     * @param promoted false if the verdict did not allow it: then nothing was changed
     * @param decision absent where an alias was moved without judging
     * @param report the verdict with the decision, and the champion against which it was come to
     */
    record Promoted(
            boolean promoted,
            String model,
            int version,
            Decision.@Nullable Kind decision,
            @JsonRawValue @Nullable String report,
            ModelResource.@Nullable Move move) {}

    /** Judges a version against the champion of now, and makes it champion if it passes. This is also how one that waits is approved. */
    @Requires(Role.APPROVER)
    @PostMapping(
            path = "/versions/{version}/promote",
            name = "Judges a version and makes it champion if it passes; approves one that waits")
    ResponseEntity<Promoted> promote(
            @PathVariable("model") String model,
            @PathVariable("version") String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PromotionWanted wanted) {
        Word word = word(wanted.reason());
        ModelVersion found = find(model, version, ifMatch);
        Promotions promotions = project.promotions();
        String alias = Refusal.read(
                "/alias", Objects.requireNonNullElse(wanted.alias(), ModelVersion.CHAMPION), AliasName::of);
        if (!alias.equals(ModelVersion.CHAMPION)) {
            ModelResource.Move move = ModelResource.Move.of(promotions.point(found, alias, word));
            return tagged(model, new Promoted(true, found.model(), found.version(), null, null, move));
        }
        Promotion promotion = promotions.promote(found, word);
        return tagged(
                model,
                new Promoted(
                        promotion.move() != null,
                        found.model(),
                        found.version(),
                        promotion.judgement().decision().kind(),
                        discretion.of(CanonicalJson.text(promotion.judgement().report())),
                        promotion.move() == null ? null : ModelResource.Move.of(promotion.move())));
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/versions/{version}/reject", name = "Turns down a version that waits")
    ResponseEntity<VersionResource> reject(
            @PathVariable("model") String model,
            @PathVariable("version") String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Given given) {
        return close(find(model, version, ifMatch), VersionState.REJECTED, word(given.reason()));
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/versions/{version}/archive", name = "Puts a version aside for good")
    ResponseEntity<VersionResource> archive(
            @PathVariable("model") String model,
            @PathVariable("version") String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Given given) {
        return close(find(model, version, ifMatch), VersionState.ARCHIVED, word(given.reason()));
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/rollback", name = "Brings a former champion back")
    ResponseEntity<ModelResource.Move> rollBack(
            @PathVariable("model") String model,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RollbackWanted wanted) {
        Word word = word(wanted.reason());
        ModelState.of(model, registry()).tag().require(ifMatch);
        OptionalInt version = wanted.version() == null ? OptionalInt.empty() : OptionalInt.of(wanted.version());
        return tagged(model, ModelResource.Move.of(project.promotions().rollBack(model, version, word)));
    }

    @Requires(Role.APPROVER)
    @PostMapping(path = "/retire", name = "Ends the reign of a champion")
    ResponseEntity<ModelResource.Move> retire(
            @PathVariable("model") String model,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Given given) {
        Word word = word(given.reason());
        ModelState.of(model, registry()).tag().require(ifMatch);
        return tagged(model, ModelResource.Move.of(registry().retire(model, word.actor(), word.reason())));
    }

    private ModelVersion find(String model, String version, @Nullable String ifMatch) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        ModelState.of(model, registry()).tag().require(ifMatch);
        return found;
    }

    private ResponseEntity<VersionResource> close(ModelVersion version, VersionState state, Word word) {
        ModelVersion closed = registry().close(version.model(), version.version(), state, word.actor(), word.reason());
        return tagged(
                closed.model(),
                VersionResource.whole(
                        closed, Origin.of(closed.runId(), project.workspace().datasets(), discretion)));
    }

    private <T> ResponseEntity<T> tagged(String model, T body) {
        Tag tag = ModelState.of(model, registry()).tag();
        return ResponseEntity.ok().eTag(tag.value()).body(body);
    }

    private static Word word(@Nullable String reason) {
        return new Word(Caller.current().actor(), GivenReason.of(reason));
    }

    private ModelRegistry registry() {
        return project.workspace().models();
    }
}
