/**
 * What is built once and run by many: the compiled description of one model type's training, the parameters that a submission may give, and how
 * an endpoint wants its runs to be run.
 */
@NullMarked
package io.plimsoll.endpoint;

import org.jspecify.annotations.NullMarked;
