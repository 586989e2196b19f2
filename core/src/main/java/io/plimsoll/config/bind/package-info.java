/**
 * Records from located trees and back: one walk over a record's components reads it, writes it as JSON, and describes it as JSON Schema.
 * Knows nothing of indications; trainers describe their settings with the annotations of this package.
 */
@NullMarked
package io.plimsoll.config.bind;

import org.jspecify.annotations.NullMarked;
