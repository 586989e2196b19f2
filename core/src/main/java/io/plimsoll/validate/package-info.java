/** Step 3, validate: finds every fault of the modelling table at once, and snapshots the table as a dataset version. */
@NullMarked
package io.plimsoll.validate;

import org.jspecify.annotations.NullMarked;
