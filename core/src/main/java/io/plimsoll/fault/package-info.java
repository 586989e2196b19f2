/** What can go wrong, and how it is said: one code, one line, one piece of advice. */
@NullMarked
package io.plimsoll.fault;

import org.jspecify.annotations.NullMarked;
