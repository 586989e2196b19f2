/** Experiments over HTTP. */
@NullMarked
package io.plimsoll.server.experiments;

import org.jspecify.annotations.NullMarked;
