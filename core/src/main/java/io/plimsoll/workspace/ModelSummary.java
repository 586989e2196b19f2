package io.plimsoll.workspace;

import java.time.Instant;
import java.util.Optional;

/**
 * How a model stands, without its versions.
 *
 * @param newest number of its newest version
 * @param registered when the last version was
 * @param waiting how many versions wait for approval
 * @param champion the version in use; empty where there is none
 */
public record ModelSummary(
        String model, int newest, Instant registered, int waiting, Optional<ModelVersion> champion) {}
