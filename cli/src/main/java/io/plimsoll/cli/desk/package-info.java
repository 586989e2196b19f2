/** Where commands ask and decide, whoever keeps what they ask about: one answer, so that one way of showing does. */
@NullMarked
package io.plimsoll.cli.desk;

import org.jspecify.annotations.NullMarked;
