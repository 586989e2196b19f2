package io.plimsoll.train;

import java.util.SortedMap;

/**
 * What a model folder says of its origin. Nothing of it changes from run to run.
 *
 * @param name the registered model's name
 * @param trainingConfigSha256 digest of the part of the config that shapes the model
 * @param versions of Plimsoll and of every library that computed the model
 * @param platform on which the bytes were made: {@code linux-x86_64}
 */
public record ModelIdentity(
        String name, String trainingConfigSha256, SortedMap<String, String> versions, String platform) {}
