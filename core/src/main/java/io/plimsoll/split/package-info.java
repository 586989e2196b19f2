/** Step 4, split: parts the labelled rows into training and holdout, whole groups at a time. */
@NullMarked
package io.plimsoll.split;

import org.jspecify.annotations.NullMarked;
