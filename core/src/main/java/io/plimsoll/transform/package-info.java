/** Step 5, transform: fits imputation and one-hot encoding on the training rows and fixes the column order. */
@NullMarked
package io.plimsoll.transform;

import org.jspecify.annotations.NullMarked;
