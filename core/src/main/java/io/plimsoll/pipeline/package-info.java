/** The story of a run, from a config to its outcome. Nothing imports this package but the front doors. */
@NullMarked
package io.plimsoll.pipeline;

import org.jspecify.annotations.NullMarked;
