/** Versions against their lines, as figures and as a chart. */
@NullMarked
package io.plimsoll.server.pages.line;

import org.jspecify.annotations.NullMarked;
