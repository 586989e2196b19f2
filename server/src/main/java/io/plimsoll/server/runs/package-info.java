/** Runs over HTTP: listed, followed live, explained, cancelled. */
@NullMarked
package io.plimsoll.server.runs;

import org.jspecify.annotations.NullMarked;
