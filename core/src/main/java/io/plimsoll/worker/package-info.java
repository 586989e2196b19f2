/** Takes queued runs and carries each out in a process of its own, whose end is its own and no other's. */
@NullMarked
package io.plimsoll.worker;

import org.jspecify.annotations.NullMarked;
