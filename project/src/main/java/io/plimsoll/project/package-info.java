/** The project that a command works on: where it is, what it says, and the parts wired for it. */
@NullMarked
package io.plimsoll.project;

import org.jspecify.annotations.NullMarked;
