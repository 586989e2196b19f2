/** A trainer and a metric of somebody's own, as an example. */
@NullMarked
package org.example;

import org.jspecify.annotations.NullMarked;
