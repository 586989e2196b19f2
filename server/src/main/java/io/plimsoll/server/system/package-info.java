/** The server itself over HTTP: whether it lives, what it measures, who asks, and the description of its interface. */
@NullMarked
package io.plimsoll.server.system;

import org.jspecify.annotations.NullMarked;
