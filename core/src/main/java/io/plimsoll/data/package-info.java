/** Tables as the pipeline sees them: columns, row sets and the figures that steps ask of them. */
@NullMarked
package io.plimsoll.data;

import org.jspecify.annotations.NullMarked;
