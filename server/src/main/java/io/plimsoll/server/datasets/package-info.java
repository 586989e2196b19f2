/** Dataset versions over HTTP. */
@NullMarked
package io.plimsoll.server.datasets;

import org.jspecify.annotations.NullMarked;
