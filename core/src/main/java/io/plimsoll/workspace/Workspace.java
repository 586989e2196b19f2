package io.plimsoll.workspace;

import io.plimsoll.access.Access;
import io.plimsoll.webhook.Webhooks;

/** A metadata database and an artifact store. Opening is lazy: nothing is read or made before it is asked for. */
public interface Workspace extends AutoCloseable {
    RunRecords runs();

    DatasetCatalog datasets();

    ModelRegistry models();

    Endpoints endpoints();

    Access access();

    Webhooks webhooks();

    EventLog events();

    StepResults stepResults();

    ArtifactStore artifacts();

    RunEvents runEvents();

    /**
     * This workspace as whoever carries a run on may use it: what is written through it is refused with {@code CLAIM_LOST} once the claim is
     * lost, and with {@code CANCELLED} once the run is cancelled. Closing it closes nothing.
     */
    Workspace under(Claim claim);

    @Override
    void close();
}
