@NullMarked
package io.plimsoll.project.surroundings;

import org.jspecify.annotations.NullMarked;
