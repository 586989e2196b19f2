/** Tests of how a model from elsewhere is tried. */
@NullMarked
package io.plimsoll.cli.exchange;

import org.jspecify.annotations.NullMarked;
