/** A run and its eight steps: names, states, and the context in which a step does its work. */
@NullMarked
package io.plimsoll.step;

import org.jspecify.annotations.NullMarked;
