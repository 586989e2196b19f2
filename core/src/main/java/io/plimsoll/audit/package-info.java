/** Whether an event log is whole: nothing changed, nothing left out, nothing cut off. */
@NullMarked
package io.plimsoll.audit;

import org.jspecify.annotations.NullMarked;
