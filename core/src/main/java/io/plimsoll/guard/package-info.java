/** The line a model must not cross: metrics, rules and the verdict over them. */
@NullMarked
package io.plimsoll.guard;

import org.jspecify.annotations.NullMarked;
