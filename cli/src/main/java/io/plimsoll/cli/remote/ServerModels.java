package io.plimsoll.cli.remote;

import io.plimsoll.cli.desk.ModelDesk;
import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The registry of a server. */
record ServerModels(ServerClient client, Supplier<String> keys) implements ModelDesk {
    private static final String MODELS = ServerDesk.API + "/models";
    private static final String REASON = "reason";

    @Override
    public List<Standing> standings() {
        return client.items(MODELS, Map.of(), Integer.MAX_VALUE).stream()
                .map(this::standing)
                .toList();
    }

    private Standing standing(Fields told) {
        String model = told.text("model");
        Optional<ModelVersion> champion = told.partIfAny("champion").map(ModelForm::version);
        return new Standing(
                model,
                champion,
                champion.isPresent() ? Optional.empty() : champions(model).retirement());
    }

    @Override
    public ModelView all(ModelReference model) {
        List<ModelVersion> versions =
                client.items(path(model.model()) + "/versions", Map.of(), Integer.MAX_VALUE).stream()
                        .map(ModelForm::version)
                        .toList();
        return new ModelView(versions, champions(model.model()));
    }

    private ChampionHistory champions(String model) {
        return new ChampionHistory(client.get(path(model) + "/aliases").list("aliases").stream()
                .filter(alias -> alias.text("alias").equals(ModelVersion.CHAMPION))
                .flatMap(alias -> alias.list("history").stream())
                .map(ModelForm::move)
                .toList());
    }

    @Override
    public ModelVersion one(ModelReference version) {
        return ModelForm.version(client.get(path(version)));
    }

    @Override
    public VersionView show(ModelReference version) {
        Fields told = client.get(path(version));
        return new VersionView(ModelForm.version(told), RunForm.origin(told));
    }

    @Override
    public Promoted promote(ModelReference version, String reason) {
        Fields told = decide(path(version) + "/promote", Map.of(REASON, reason));
        Fields report = told.part("report");
        return new Promoted(
                told.text("model") + "@" + told.number("version"),
                told.partIfAny("move").map(ModelForm::move).orElse(null),
                report.as(VerdictReport.class, "verdict"),
                report.as(Decision.class, "decision"),
                report.numberIfAny("champion"));
    }

    @Override
    public AliasMove point(ModelReference version, String alias, String reason) {
        Fields told = decide(path(version) + "/promote", Map.of(REASON, reason, "alias", alias));
        return ModelForm.move(told.part("move"));
    }

    @Override
    public AliasMove rollBack(ModelReference wanted, String reason) {
        Map<String, Object> body = wanted.isWholeModel()
                ? Map.of(REASON, reason)
                : Map.of(REASON, reason, "version", one(wanted).version());
        return ModelForm.move(decide(path(wanted.model()) + "/rollback", body));
    }

    @Override
    public AliasMove retire(ModelReference model, String reason) {
        return ModelForm.move(decide(path(model.whole()) + "/retire", Map.of(REASON, reason)));
    }

    @Override
    public ModelVersion close(ModelReference version, VersionState state, String reason) {
        String how = state == VersionState.ARCHIVED ? "/archive" : "/reject";
        return ModelForm.version(decide(path(version) + how, Map.of(REASON, reason)));
    }

    @Override
    public Document card(ModelReference version) {
        return document(version, "/card", "text/html");
    }

    @Override
    public Document export(ModelReference version) {
        return document(version, "/export", "application/zip");
    }

    /** Of the very version that the alias names now. */
    private Document document(ModelReference version, String what, String type) {
        ModelVersion found = one(version);
        String path = path(new ModelReference(found.model(), String.valueOf(found.version())));
        return new Document(found, client.bytes(path + what, type));
    }

    private Fields decide(String path, Map<String, ?> body) {
        return client.post(path, body, keys.get()).answer();
    }

    private static String path(String model) {
        return MODELS + "/" + ServerAddress.segment(model);
    }

    private static String path(ModelReference version) {
        String wanted = version.isWholeModel() ? ModelVersion.CHAMPION : version.version();
        return path(version.model()) + "/versions/" + ServerAddress.segment(wanted);
    }
}
