/** Tables that clients send for runs to read. */
@NullMarked
package io.plimsoll.server.uploads;

import org.jspecify.annotations.NullMarked;
