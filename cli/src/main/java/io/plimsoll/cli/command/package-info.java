/** One class a command: what it takes, and what it does. */
@NullMarked
package io.plimsoll.cli.command;

import org.jspecify.annotations.NullMarked;
