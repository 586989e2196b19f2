package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.PublishedTraining;
import io.plimsoll.config.Overrides;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.RunQueue.Submitted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is published, and what is submitted to it. An unknown endpoint or version is {@code UNKNOWN_ENDPOINT}. */
public interface EndpointDesk {
    List<Endpoint> list();

    PublishedTraining show(EndpointReference version);

    /** @param wanted the whole endpoint, or one version */
    Change disable(EndpointReference wanted, String reason);

    Change enable(EndpointReference wanted);

    /** @param wanted the whole endpoint for its newest version that is not disabled, whichever that is */
    Change setDefault(EndpointReference wanted);

    /**
     * Queues a run.
     *
     * @param words what was typed to name an endpoint, or one version of it; see {@link io.plimsoll.workspace.EndpointChoice}
     * @param given parameters as they were typed
     */
    Submitted submit(List<String> words, Overrides given, Terms terms);

    /**
     * Under which terms a run is submitted.
     *
     * @param key names the submission; null: it is one of its own
     * @param reuse whether results of earlier runs may stand in for steps
     */
    record Terms(String experiment, @Nullable String key, boolean reuse) {}

    /**
     * What became of an endpoint.
     *
     * @param version absent where the whole endpoint was meant
     * @param changed false if it was so before
     */
    record Change(Endpoint endpoint, @Nullable EndpointVersion version, boolean changed) {}
}
