package io.plimsoll.workspace;

/** A metadata database and an artifact store. Opening is lazy: nothing is read or made before it is asked for. */
public interface Workspace extends AutoCloseable {
    RunRecords runs();

    DatasetCatalog datasets();

    ModelRegistry models();

    Endpoints endpoints();

    EventLog events();

    ArtifactStore artifacts();

    @Override
    void close();
}
