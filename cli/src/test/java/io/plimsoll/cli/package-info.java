/** The program as its users meet it, and the shape of the whole code base. */
@NullMarked
package io.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
