/** Step 6, train: what a trainer is given, what it must give back, and the model folder made of it. */
@NullMarked
package io.plimsoll.train;

import org.jspecify.annotations.NullMarked;
