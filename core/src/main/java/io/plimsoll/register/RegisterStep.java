package io.plimsoll.register;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.GuardrailConfig.Mode;
import io.plimsoll.evaluate.Evaluation;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.evaluate.Measured;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Decision;
import io.plimsoll.metric.Reading;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Registers a model if the decision allows it: its files first, then one transaction. If the champion moved meanwhile, the candidate is
 * judged again against the new one.
 */
public final class RegisterStep implements Step<Evaluation, Registration> {
    /** More moves than this during one registration mean that something else is wrong. */
    private static final int MOST_ATTEMPTS = 50;

    private final String model;
    private final Workspace workspace;
    private final Mode mode;
    private final Admission admission;
    private final SortedMap<String, String> tags;

    /**
     * @param mode whether a model that may be registered is registered
     * @param admission how it comes into the registry, and who submitted the run
     * @param tags what is known before the run: config digest, experiment, code version, environment
     */
    public RegisterStep(
            String model, Workspace workspace, Mode mode, Admission admission, SortedMap<String, String> tags) {
        this.model = model;
        this.workspace = workspace;
        this.mode = mode;
        this.admission = admission;
        this.tags = new TreeMap<>(tags);
    }

    @Override
    public StepName name() {
        return StepName.REGISTER;
    }

    @Override
    public Registration run(Evaluation evaluation, RunContext run) {
        Optional<ModelVersion> same =
                workspace.models().bySha256(model, evaluation.files().sha256());
        if (mode == Mode.REHEARSE) {
            workspace.artifacts().putModel(evaluation.files());
            keep(evaluation, evaluation.judgement(), run);
            return rehearsed(evaluation, same);
        }
        if (same.isPresent()) {
            return same(evaluation, evaluation.judgement(), same.get());
        }
        Registration registration = registerIfAllowed(evaluation, run);
        byte[] verdict =
                CanonicalJson.indented(registration.judgement().report()).getBytes(StandardCharsets.UTF_8);
        run.evidence("verdict.json", verdict);
        return registration;
    }

    /** The files are stored also where the model is refused, so that a person may decide otherwise; unless he does, they are tidied away. */
    private Registration registerIfAllowed(Evaluation evaluation, RunContext run) {
        Judgement judgement = evaluation.judgement();
        workspace.artifacts().putModel(evaluation.files());
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (judgement.decision().kind() == Decision.Kind.REFUSE) {
                keep(evaluation, judgement, run);
                return refused(evaluation, judgement);
            }
            ModelRegistry.Registration result =
                    workspace.models().register(version(evaluation, judgement, run), judgement.champion(), admission);
            if (result instanceof ModelRegistry.Registration.Registered done) {
                return registered(evaluation, judgement, done.version());
            }
            if (result instanceof ModelRegistry.Registration.Same found) {
                return same(evaluation, judgement, found.version());
            }
            judgement = evaluation.judgeAgain();
        }
        throw PlimsollException.of(
                ErrorCode.STORAGE,
                "the champion of " + model + " moved " + MOST_ATTEMPTS + " times while this run registered",
                "",
                "train again when fewer runs register at once");
    }

    private void keep(Evaluation evaluation, Judgement judgement, RunContext run) {
        Refusal.keep(version(evaluation, judgement, run), judgement.report(), run);
    }

    private ModelVersion version(Evaluation evaluation, Judgement judgement, RunContext run) {
        SortedMap<String, String> all = new TreeMap<>(tags);
        evaluation.metrics().values().stream()
                .map(Measured::reading)
                .filter(Reading::isDefined)
                .forEach(reading ->
                        all.put("metric." + reading.metric().label(), CanonicalJson.number(reading.value())));
        all.put(
                "dataset",
                evaluation.dataset().name() + "@" + evaluation.dataset().version());
        all.put("dataset_sha256", evaluation.dataset().sha256());
        evaluation.judged().ifPresent(sentence -> all.put("judged", sentence));
        all.put("evidence_sha256", evaluation.evidenceSha256());
        all.put("decided_by", judgement.decision().decidedBy().name());
        String verdict = CanonicalJson.text(judgement.report());
        String sha256 = evaluation.files().sha256();
        return new ModelVersion(
                model,
                0,
                sha256,
                run.runId(),
                run.clock().instant(),
                all,
                verdict,
                new TreeSet<>(),
                VersionState.ACTIVE);
    }

    private static Registration registered(Evaluation evaluation, Judgement judgement, ModelVersion version) {
        if (version.state() == VersionState.PENDING) {
            return new Registration(
                    evaluation,
                    judgement,
                    Outcome.REGISTERED,
                    OutcomeCode.AWAITS_APPROVAL,
                    version,
                    judgement.decision().reason()
                            + "; it waits for somebody else to approve it: plimsoll models promote "
                            + version.reference());
        }
        // without a champion a version is not yet the first: the one before it may have been retired
        OutcomeCode code = version.version() == 1 ? OutcomeCode.FIRST_VERSION : OutcomeCode.GUARDRAIL_MET;
        String reason = judgement.decision().reason();
        return new Registration(evaluation, judgement, Outcome.REGISTERED, code, version, reason);
    }

    private static Registration same(Evaluation evaluation, Judgement judgement, ModelVersion version) {
        String reason =
                "this model is " + version.reference() + " already: the same data, config and code gave the same bytes";
        return new Registration(
                evaluation, judgement, Outcome.NOT_REGISTERED, OutcomeCode.SAME_AS_VERSION, version, reason);
    }

    private static Registration refused(Evaluation evaluation, Judgement judgement) {
        String reason = judgement.decision().reason();
        return new Registration(
                evaluation, judgement, Outcome.NOT_REGISTERED, OutcomeCode.GUARDRAIL_NOT_MET, null, reason);
    }

    private static Registration rehearsed(Evaluation evaluation, Optional<ModelVersion> same) {
        Decision decision = evaluation.judgement().decision();
        String known = same.map(version -> " (this model is " + version.reference() + " already)")
                .orElse("");
        String reason =
                "a rehearsal registers nothing; the decision was " + decision.kind() + known + ": " + decision.reason();
        return new Registration(
                evaluation,
                evaluation.judgement(),
                Outcome.NOT_REGISTERED,
                OutcomeCode.REHEARSAL,
                same.orElse(null),
                reason);
    }
}
