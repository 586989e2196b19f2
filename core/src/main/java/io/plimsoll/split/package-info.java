/** Step 4, split: says which labelled rows train and which judge, once or in folds, whole groups at a time. */
@NullMarked
package io.plimsoll.split;

import org.jspecify.annotations.NullMarked;
