package io.plimsoll.pipeline;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.Promotions.Word;
import io.plimsoll.register.Refusal;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Registers the model of a run that refused it, because a person says so. The verdict stays what it was and is kept beside the reason. */
public final class Overriding {
    private static final int MOST_ATTEMPTS = 50;

    private final Workspace workspace;
    private final ModelLoader loader;
    private final Promotions promotions;
    private final InstantSource clock;

    public Overriding(Workspace workspace, ModelLoader loader, Promotions promotions, InstantSource clock) {
        this.workspace = workspace;
        this.loader = loader;
        this.promotions = promotions;
        this.clock = clock;
    }

    /**
     * @return the version, champion from now on
     * @throws PlimsollException with {@code NOT_OVERRIDABLE} if the run did not refuse a model, or its files are gone; {@code NOT_ALLOWED} if
     *     approval is asked for and whoever submitted the run overrides it; {@code ALREADY_EXISTS} if the model is registered
     */
    public ModelVersion register(RunRecord run, Word word) {
        promotions.requireAnother(run.id(), word.actor());
        boolean refused = run.code() == OutcomeCode.GUARDRAIL_NOT_MET || run.code() == OutcomeCode.REHEARSAL;
        if (!refused || run.report() == null) {
            throw notOverridable(run, "it did not end with a model that was not registered");
        }
        Refusal refusal = Refusal.read(run.id(), workspace.artifacts())
                .orElseThrow(() -> notOverridable(run, "what it kept of its model is gone"));
        ModelFiles files = files(run, refusal.modelSha256());
        loader.load(files).close();
        return register(candidate(run, refusal), new Admission(Admission.Way.OVERRIDE, word.actor(), word.reason()));
    }

    private ModelVersion register(ModelVersion candidate, Admission admission) {
        ModelRegistry registry = workspace.models();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<ModelVersion> champion = registry.alias(candidate.model(), ModelVersion.CHAMPION);
            OptionalInt number =
                    champion.isPresent() ? OptionalInt.of(champion.get().version()) : OptionalInt.empty();
            Registration result = registry.register(candidate, number, admission);
            if (result instanceof Registration.Registered done) {
                return done.version();
            }
            if (result instanceof Registration.Same same) {
                throw PlimsollException.of(
                        ErrorCode.ALREADY_EXISTS,
                        "this model is " + same.version().reference() + " already",
                        "",
                        "plimsoll models promote " + same.version().reference()
                                + " judges it against the champion of now");
            }
        }
        throw PlimsollException.of(
                ErrorCode.STORAGE, "the champion of " + candidate.model() + " moved all the time", "", "do it again");
    }

    /** Stored again first, so that it is not tidied away before it is registered. */
    private ModelFiles files(RunRecord run, String sha256) {
        try {
            ModelFiles files = workspace.artifacts().model(sha256);
            workspace.artifacts().putModel(files);
            return files;
        } catch (PlimsollException e) {
            if (e.code() == ErrorCode.ARTIFACT_DAMAGED) {
                throw notOverridable(run, "the files of its model are gone or damaged");
            }
            throw e;
        }
    }

    private ModelVersion candidate(RunRecord run, Refusal refusal) {
        SortedMap<String, String> tags = new TreeMap<>(refusal.tags());
        tags.put("decided_by", "OVERRIDE");
        return new ModelVersion(
                run.model(),
                0,
                refusal.modelSha256(),
                run.id(),
                clock.instant(),
                tags,
                CanonicalJson.text(refusal.verdict()),
                new TreeSet<>(),
                VersionState.ACTIVE);
    }

    private static PlimsollException notOverridable(RunRecord run, String what) {
        return PlimsollException.of(
                ErrorCode.NOT_OVERRIDABLE,
                what,
                "run " + run.id(),
                "train again, then register the new run within a day: refused models are kept that long");
    }
}
