/** Step 2, preprocess: makes the modelling table with the indication's one SELECT. */
@NullMarked
package io.plimsoll.preprocess;

import org.jspecify.annotations.NullMarked;
