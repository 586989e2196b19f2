/** Webhooks over HTTP: what {@code plimsoll webhooks} does. */
@NullMarked
package io.plimsoll.server.webhooks;

import org.jspecify.annotations.NullMarked;
