/** The trainers {@code linear} and {@code naive}, on EJML. */
@NullMarked
package io.plimsoll.local.linear;

import org.jspecify.annotations.NullMarked;
