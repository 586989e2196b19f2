/** Tests of this package. */
@NullMarked
package io.plimsoll.config.yaml;

import org.jspecify.annotations.NullMarked;
