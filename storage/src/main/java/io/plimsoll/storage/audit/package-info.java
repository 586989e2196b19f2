/** The second place, outside the database, where the end of the event log is noted and signed. */
@NullMarked
package io.plimsoll.storage.audit;

import org.jspecify.annotations.NullMarked;
