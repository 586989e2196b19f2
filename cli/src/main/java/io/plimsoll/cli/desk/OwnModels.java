package io.plimsoll.cli.desk;

import io.plimsoll.card.ModelCards;
import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.cli.show.Origin;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.exchange.ExportArchive;
import io.plimsoll.pipeline.Promotions.Promotion;
import io.plimsoll.pipeline.Promotions.Word;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The registry of a workspace. */
record OwnModels(OpenProject project) implements ModelDesk {
    @Override
    public List<Standing> standings() {
        return registry().summaries().stream().map(this::standing).toList();
    }

    private Standing standing(ModelSummary summary) {
        return new Standing(
                summary.model(),
                summary.champion(),
                summary.champion().isPresent()
                        ? Optional.empty()
                        : ChampionHistory.of(summary.model(), registry()).retirement());
    }

    @Override
    public ModelView all(ModelReference model) {
        return new ModelView(model.all(registry()), ChampionHistory.of(model.model(), registry()));
    }

    @Override
    public ModelVersion one(ModelReference version) {
        return version.one(registry());
    }

    @Override
    public VersionView show(ModelReference version) {
        ModelVersion found = one(version);
        return new VersionView(
                found, Origin.of(found.runId(), project.workspace().datasets()));
    }

    @Override
    public Promoted promote(ModelReference version, String reason) {
        Promotion promotion = project.promotions().promote(one(version), word(reason));
        Judgement judgement = promotion.judgement();
        return new Promoted(
                promotion.version().reference(),
                promotion.move(),
                judgement.verdictReport(),
                judgement.decision(),
                judgement.champion());
    }

    @Override
    public AliasMove point(ModelReference version, String alias, String reason) {
        return project.promotions().point(one(version), alias, word(reason));
    }

    @Override
    public AliasMove rollBack(ModelReference wanted, String reason) {
        OptionalInt version = wanted.isWholeModel()
                ? OptionalInt.empty()
                : OptionalInt.of(one(wanted).version());
        wanted.all(registry());
        return project.promotions().rollBack(wanted.model(), version, word(reason));
    }

    @Override
    public AliasMove retire(ModelReference model, String reason) {
        return registry().retire(model.whole(registry()), project.actor(), reason);
    }

    @Override
    public ModelVersion close(ModelReference version, VersionState state, String reason) {
        ModelVersion found = one(version);
        return registry().close(found.model(), found.version(), state, project.actor(), reason);
    }

    @Override
    public Document card(ModelReference version) {
        ModelVersion found = one(version);
        return new Document(found, card(found));
    }

    @Override
    public Document export(ModelReference version) {
        ModelVersion found = one(version);
        return new Document(
                found, ExportArchive.of(found, project.workspace().artifacts().model(found.sha256()), card(found)));
    }

    private byte[] card(ModelVersion version) {
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            return new ModelCards(project.workspace(), project.engine(), project.limits())
                    .card(version, scratch.path());
        }
    }

    private Word word(String reason) {
        return new Word(project.actor(), reason);
    }

    private ModelRegistry registry() {
        return project.workspace().models();
    }
}
