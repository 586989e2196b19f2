/** The event log over HTTP. */
@NullMarked
package io.plimsoll.server.audit;

import org.jspecify.annotations.NullMarked;
