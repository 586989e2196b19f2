/**
 * YAML 1.2 as a tree in which everything knows where it was written. Knows nothing of what the files mean.
 *
 * <p>Stricter than the standard where that keeps people from surprises: no anchors, aliases or tags, no duplicate keys, no tabs as
 * indentation, one document, bounded size and depth.
 */
@NullMarked
package io.plimsoll.config.yaml;

import org.jspecify.annotations.NullMarked;
