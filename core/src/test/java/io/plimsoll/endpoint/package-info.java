@NullMarked
package io.plimsoll.endpoint;

import org.jspecify.annotations.NullMarked;
