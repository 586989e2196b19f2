/** What earlier runs left of their steps, and when a step need not be taken again. */
@NullMarked
package io.plimsoll.reuse;

import org.jspecify.annotations.NullMarked;
