/** A browser to test pages in: Chromium, spoken to in its own protocol. */
@NullMarked
package io.plimsoll.server.browser;

import org.jspecify.annotations.NullMarked;
