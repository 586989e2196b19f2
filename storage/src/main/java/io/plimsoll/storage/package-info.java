/** A workspace in one local folder. */
@NullMarked
package io.plimsoll.storage;

import org.jspecify.annotations.NullMarked;
