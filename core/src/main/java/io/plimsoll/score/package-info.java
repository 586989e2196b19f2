/** Predicts for new rows with a registered model: binds them to what the model wants, streams them through it, and delivers what it says. */
@NullMarked
package io.plimsoll.score;

import org.jspecify.annotations.NullMarked;
