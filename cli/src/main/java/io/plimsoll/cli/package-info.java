/** The command line: reads arguments, wires the modules by hand, and says what came of it. */
@NullMarked
package io.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
