/** What a program takes from the process around it, handed in so that tests can hand in their own. */
@NullMarked
package io.plimsoll.project.surroundings;

import org.jspecify.annotations.NullMarked;
