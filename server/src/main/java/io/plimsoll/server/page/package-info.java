/** Lists in pages: where the next one begins is told by the last one of this, so that nothing is skipped or shown twice. */
@NullMarked
package io.plimsoll.server.page;

import org.jspecify.annotations.NullMarked;
