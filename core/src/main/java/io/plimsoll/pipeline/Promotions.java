package io.plimsoll.pipeline;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Decision;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What people decide about registered versions. Whoever is to be in use is loaded first, so that nothing damaged can be. */
public final class Promotions {
    /** More moves than this while somebody promotes mean that something else is wrong. */
    private static final int MOST_ATTEMPTS = 50;

    private final Workspace workspace;
    private final Rejudging rejudging;
    private final ModelLoader loader;
    private final boolean byApproval;

    /** @param byApproval whether only what somebody other than its submitter approved may be champion */
    public Promotions(Workspace workspace, Rejudging rejudging, ModelLoader loader, boolean byApproval) {
        this.workspace = workspace;
        this.rejudging = rejudging;
        this.loader = loader;
        this.byApproval = byApproval;
    }

    /** At whose word something is changed by hand, and why. */
    public record Word(String actor, String reason) {}

    /**
     * What a promotion came to.
     *
     * @param move absent if the verdict did not allow it
     */
    public record Promotion(ModelVersion version, @Nullable AliasMove move, Judgement judgement) {}

    /**
     * Makes a version champion, if it passes against the champion of now. That may move meanwhile; then it is judged once more.
     *
     * @throws PlimsollException with {@code NOT_ALLOWED} if whoever submitted it would approve it alone, {@code VERSION_CLOSED},
     *     {@code VERSION_IN_USE} if it is champion, or what {@link Rejudging#judge} throws
     */
    public Promotion promote(ModelVersion version, Word word) {
        requireAnother(version.runId(), word.actor());
        if (version.aliases().contains(ModelVersion.CHAMPION)) {
            throw PlimsollException.of(
                    ErrorCode.VERSION_IN_USE,
                    version.reference() + " is champion already",
                    "",
                    "there is nothing to do");
        }
        requireOpen(version, true);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Judgement judgement = rejudging.judge(version);
            if (judgement.decision().kind() == Decision.Kind.REFUSE) {
                return new Promotion(version, null, judgement);
            }
            Optional<AliasMove> move =
                    workspace.models().move(crowning(version, judgement.champion(), rightOf(judgement), word));
            if (move.isPresent()) {
                return new Promotion(version, move.get(), judgement);
            }
        }
        throw PlimsollException.of(
                ErrorCode.STORAGE,
                "the champion of " + version.model() + " moved " + MOST_ATTEMPTS + " times meanwhile",
                "",
                "do it again when fewer runs register at once");
    }

    private PromotedBy rightOf(Judgement judgement) {
        if (byApproval) {
            return PromotedBy.APPROVAL;
        }
        return judgement.champion().isEmpty() ? PromotedBy.FIRST : PromotedBy.PASSED;
    }

    /**
     * Brings a former champion back, without a verdict: what was in use may be in use again at once.
     *
     * @param wanted its number; empty for the one before the present champion, or for the last one if there is none
     * @throws PlimsollException with {@code NO_CHAMPION} if there is no such former champion, or {@code ARTIFACT_DAMAGED}
     */
    public AliasMove rollBack(String model, OptionalInt wanted, Word word) {
        ModelRegistry registry = workspace.models();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            OptionalInt present = number(registry.alias(model, ModelVersion.CHAMPION));
            ModelVersion target = formerChampion(model, present, wanted);
            loader.load(workspace.artifacts().model(target.sha256())).close();
            Optional<AliasMove> move = registry.move(crowning(target, present, PromotedBy.ROLLBACK, word));
            if (move.isPresent()) {
                return move.get();
            }
        }
        throw PlimsollException.of(
                ErrorCode.STORAGE, "the champion of " + model + " moved all the time", "", "do it again");
    }

    private ModelVersion formerChampion(String model, OptionalInt present, OptionalInt wanted) {
        List<AliasMove> latestFirst = new ArrayList<>(workspace.models().aliasHistory(model, ModelVersion.CHAMPION));
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .filter(move -> move.to().isPresent() && !move.to().equals(present))
                .filter(move -> wanted.isEmpty() || move.to().equals(wanted))
                .flatMap(move -> workspace.models().version(model, move.to().getAsInt()).stream())
                .filter(version -> version.state() == VersionState.ACTIVE)
                .findFirst()
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.NO_CHAMPION,
                        wanted.isPresent()
                                ? "version " + wanted.getAsInt() + " of " + model
                                        + " was never champion before, or is now"
                                : model + " has no former champion to go back to",
                        "",
                        "`plimsoll models show " + model
                                + "` shows who was champion; `plimsoll models promote` judges and"
                                + " promotes any version"));
    }

    /**
     * Points another alias than {@code champion} at a version.
     *
     * @throws PlimsollException with {@code VERSION_CLOSED}, {@code ARTIFACT_DAMAGED}, or {@code VERSION_IN_USE} if it points there already
     */
    public AliasMove point(ModelVersion version, String alias, Word word) {
        requireOpen(version, false);
        if (version.aliases().contains(alias)) {
            throw PlimsollException.of(
                    ErrorCode.VERSION_IN_USE,
                    alias + " points at " + version.reference() + " already",
                    "",
                    "there is nothing to do");
        }
        loader.load(workspace.artifacts().model(version.sha256())).close();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            OptionalInt present = number(workspace.models().alias(version.model(), alias));
            Optional<AliasMove> move = workspace.models().move(move(version, alias, present, null, word));
            if (move.isPresent()) {
                return move.get();
            }
        }
        throw PlimsollException.of(ErrorCode.STORAGE, "the alias " + alias + " moved all the time", "", "do it again");
    }

    /** Nobody who submitted a run decides alone that its model is used, where approval is asked for. */
    void requireAnother(String runId, String actor) {
        String submitter = workspace.runs().find(runId).map(RunRecord::actor).orElse("");
        if (byApproval && submitter.equals(actor)) {
            throw PlimsollException.of(
                    ErrorCode.NOT_ALLOWED,
                    "whoever submitted a run may not decide alone that its model is used",
                    "run " + runId,
                    "ask somebody else to do it; plimsoll.yml says promotion: approval");
        }
    }

    private static void requireOpen(ModelVersion version, boolean asChampion) {
        boolean open =
                version.state() == VersionState.ACTIVE || (asChampion && version.state() == VersionState.PENDING);
        if (!open) {
            throw PlimsollException.of(
                    ErrorCode.VERSION_CLOSED,
                    version.reference() + " is " + version.state(),
                    "",
                    "`plimsoll models show " + version.model() + "` shows what state each version is in");
        }
    }

    private static AliasMove crowning(ModelVersion version, OptionalInt from, PromotedBy right, Word word) {
        return move(version, ModelVersion.CHAMPION, from, right, word);
    }

    private static AliasMove move(
            ModelVersion version, String alias, OptionalInt from, @Nullable PromotedBy right, Word word) {
        return new AliasMove(
                version.model(),
                alias,
                from,
                OptionalInt.of(version.version()),
                Instant.EPOCH,
                null,
                word.actor(),
                word.reason(),
                right);
    }

    private static OptionalInt number(Optional<ModelVersion> version) {
        return version.isPresent() ? OptionalInt.of(version.get().version()) : OptionalInt.empty();
    }
}
