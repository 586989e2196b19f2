/** Holds the sample project, its table and the generator together. */
@NullMarked
package io.plimsoll.cli.sample;

import org.jspecify.annotations.NullMarked;
