/** Trainers of the user's own: jars that a project names and pins, beside what an engine brings. */
@NullMarked
package io.plimsoll.plugin;

import org.jspecify.annotations.NullMarked;
