/** What an engine brings to the eight steps. */
@NullMarked
package io.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
