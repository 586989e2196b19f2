/** What really happened, held against what was predicted: the metric in use, and whether the champion is still on the right side of its line. */
@NullMarked
package io.plimsoll.actuals;

import org.jspecify.annotations.NullMarked;
