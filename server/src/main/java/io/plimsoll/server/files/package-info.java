/** Files of the workspace over HTTP: whole or in parts, never by a path that a client made up. */
@NullMarked
package io.plimsoll.server.files;

import org.jspecify.annotations.NullMarked;
