/** The command line's side of HTTP, against servers that misbehave. */
@NullMarked
package io.plimsoll.cli.remote;

import org.jspecify.annotations.NullMarked;
