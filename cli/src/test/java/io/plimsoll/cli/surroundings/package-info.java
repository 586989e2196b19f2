@NullMarked
package io.plimsoll.cli.surroundings;

import org.jspecify.annotations.NullMarked;
