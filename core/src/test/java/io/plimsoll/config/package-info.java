/** Tests of config. Golden files lie in the resources of this package; {@code -Dplimsoll.golden=write} writes what is new. */
@NullMarked
package io.plimsoll.config;

import org.jspecify.annotations.NullMarked;
