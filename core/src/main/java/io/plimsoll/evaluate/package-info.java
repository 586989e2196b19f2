/** Step 7, evaluate: predicts the holdout, measures, meets the opponents and comes to a verdict. */
@NullMarked
package io.plimsoll.evaluate;

import org.jspecify.annotations.NullMarked;
