/** How sure a figure is: intervals by resampling whole groups. */
@NullMarked
package io.plimsoll.interval;

import org.jspecify.annotations.NullMarked;
