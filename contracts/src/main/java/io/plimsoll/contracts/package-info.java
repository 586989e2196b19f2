/** What every implementation must pass, and fakes in memory that do. */
@NullMarked
package io.plimsoll.contracts;

import org.jspecify.annotations.NullMarked;
