/** Real requests to a real server over a real workspace. */
@NullMarked
package io.plimsoll.server;

import org.jspecify.annotations.NullMarked;
