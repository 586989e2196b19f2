/** How a model from elsewhere is tried in a process of its own, and becomes a version. */
@NullMarked
package io.plimsoll.cli.exchange;

import org.jspecify.annotations.NullMarked;
