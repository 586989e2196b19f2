/** Metrics over weighted rows: what a model is worth, as a number or as the reason why there is none. */
@NullMarked
package io.plimsoll.metric;

import org.jspecify.annotations.NullMarked;
