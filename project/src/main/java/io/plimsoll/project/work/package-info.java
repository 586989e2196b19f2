/** Carries out queued runs: what a worker needs of a project, and the program that each of its processes runs. */
@NullMarked
package io.plimsoll.project.work;

import org.jspecify.annotations.NullMarked;
