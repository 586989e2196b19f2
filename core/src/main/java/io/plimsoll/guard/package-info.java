/** The line a model must not cross: rules, the judge and the verdict. */
@NullMarked
package io.plimsoll.guard;

import org.jspecify.annotations.NullMarked;
