/** Where results live: what is remembered of runs, datasets and models, and the files that belong to them. */
@NullMarked
package io.plimsoll.workspace;

import org.jspecify.annotations.NullMarked;
