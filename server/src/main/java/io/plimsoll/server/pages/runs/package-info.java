/** Runs as pages: the list, and one run while it happens and afterwards. */
@NullMarked
package io.plimsoll.server.pages.runs;

import org.jspecify.annotations.NullMarked;
