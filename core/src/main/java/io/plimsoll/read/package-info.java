/** Step 1, read: opens the sources of a run, by column name, and says exactly what was read. */
@NullMarked
package io.plimsoll.read;

import org.jspecify.annotations.NullMarked;
