/** How models add up: what each feature of a row contributes to its prediction. */
@NullMarked
package io.plimsoll.local.explain;

import org.jspecify.annotations.NullMarked;
