/** Step 8, register: makes a version of a model that the decision allows, in one transaction. */
@NullMarked
package io.plimsoll.register;

import org.jspecify.annotations.NullMarked;
