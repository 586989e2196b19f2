/** Tests of how results look. */
@NullMarked
package io.plimsoll.cli.show;

import org.jspecify.annotations.NullMarked;
