/** Tests of this package. */
@NullMarked
package io.plimsoll.config.bind;

import org.jspecify.annotations.NullMarked;
