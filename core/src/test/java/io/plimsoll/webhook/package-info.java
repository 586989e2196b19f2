@NullMarked
package io.plimsoll.webhook;

import org.jspecify.annotations.NullMarked;
