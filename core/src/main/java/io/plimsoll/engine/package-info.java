/** What an engine brings to the eight steps, and to the comparison of dataset versions. */
@NullMarked
package io.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
