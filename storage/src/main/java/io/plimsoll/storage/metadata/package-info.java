/** What is remembered of runs, datasets and models, in an SQLite database. */
@NullMarked
package io.plimsoll.storage.metadata;

import org.jspecify.annotations.NullMarked;
