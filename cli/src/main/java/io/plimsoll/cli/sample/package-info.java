/**
 * The sample project: an invented table of clinical-trial sites, and the files that make it a project which can be
 * trained at once. The table is drawn from a seed, so that this package is its one source and every machine gets the
 * same file.
 */
@NullMarked
package io.plimsoll.cli.sample;

import org.jspecify.annotations.NullMarked;
