package io.plimsoll.pipeline;

import java.util.SortedMap;

/**
 * The code and the machine that a run happens on.
 *
 * @param version of Plimsoll: {@code 0.1.0}
 * @param commit of its source; {@code unknown} outside a checkout
 * @param code tells this code from any other: where it is the same, so is the code
 * @param platform operating system and processor: {@code linux-x86_64}
 * @param environment what else is worth remembering of the surroundings: the Java version, say
 */
public record Build(
        String version, String commit, String code, String platform, SortedMap<String, String> environment) {}
