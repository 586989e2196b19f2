/** Gets into PostgreSQL, and reads sources from it: in one read-only snapshot, row by row, into files that are checked like any other. */
@NullMarked
package io.plimsoll.storage.postgresql;

import org.jspecify.annotations.NullMarked;
