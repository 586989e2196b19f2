package io.plimsoll.cli.remote;

import io.plimsoll.cli.desk.DatasetDesk;
import io.plimsoll.cli.show.DatasetLine;
import io.plimsoll.cli.show.DatasetUse;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The datasets of a server. */
record ServerDatasets(ServerClient client) implements DatasetDesk {
    private static final String DATASETS = ServerDesk.API + "/datasets";

    @Override
    public List<DatasetLine> newest() {
        return lines(DATASETS, Map.of());
    }

    @Override
    public List<DatasetLine> madeOf(String sha256) {
        return lines(DATASETS, Map.of("source_sha256", sha256));
    }

    @Override
    public List<DatasetLine> all(DatasetReference dataset) {
        return lines(path(dataset.name()), Map.of());
    }

    private List<DatasetLine> lines(String path, Map<String, String> parameters) {
        return client.items(path, parameters, Integer.MAX_VALUE).stream()
                .map(told -> new DatasetLine(version(told), told.number("run_count")))
                .toList();
    }

    @Override
    public DatasetView show(DatasetReference version) {
        String path = path(version.name()) + "/" + ServerAddress.segment(version.version());
        Fields told = client.get(path);
        Optional<Erasure> erasure = told.partIfAny("erased")
                .map(erased -> new Erasure(erased.time("at"), erased.text("actor"), erased.text("reason")));
        return new DatasetView(
                version(told),
                client.items(path + "/uses", Map.of(), Integer.MAX_VALUE).stream()
                        .map(ServerDatasets::use)
                        .toList(),
                client.address().at(path + "/rows").toString(),
                erasure,
                erasure.isPresent() ? Optional.empty() : Optional.of(profile(path)));
    }

    private DatasetProfile profile(String path) {
        return DatasetProfile.read(client.bytes(path + "/profile", "application/json"))
                .orElseThrow(() -> Fields.notUnderstood("profile"));
    }

    private static DatasetUse use(Fields told) {
        return new DatasetUse(
                RunForm.run(told.part("run")),
                RunForm.sources(told),
                told.list("models").stream()
                        .map(made -> new DatasetUse.Made(made.text("model"), made.number("version")))
                        .toList());
    }

    private static DatasetVersion version(Fields told) {
        return new DatasetVersion(
                told.text("name"),
                told.number("version"),
                told.text("sha256"),
                told.text("key"),
                told.longNumber("rows"),
                told.list("columns").stream()
                        .map(column -> new Column(column.text("name"), column.of(ColumnType.class, "type")))
                        .toList(),
                told.text("first_run"),
                told.time("created"));
    }

    private static String path(String dataset) {
        return DATASETS + "/" + ServerAddress.segment(dataset) + "/versions";
    }
}
