/**
 * What out-of-fold predictions teach about a model's own: probabilities that keep their word, and intervals around quantities. Fitted on training
 * rows only, and part of the model's graph.
 */
@NullMarked
package io.plimsoll.calibrate;

import org.jspecify.annotations.NullMarked;
