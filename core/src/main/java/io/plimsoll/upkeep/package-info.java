/** Whether a workspace is what it promises to be, and what is done about it when it is not. */
@NullMarked
package io.plimsoll.upkeep;

import org.jspecify.annotations.NullMarked;
