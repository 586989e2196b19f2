/** The server: its program, its settings, and the project that it serves. */
@NullMarked
package io.plimsoll.server;

import org.jspecify.annotations.NullMarked;
