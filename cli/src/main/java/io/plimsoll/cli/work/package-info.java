/** Carries out queued runs: the worker's surroundings, and the program that each of its processes runs. */
@NullMarked
package io.plimsoll.cli.work;

import org.jspecify.annotations.NullMarked;
