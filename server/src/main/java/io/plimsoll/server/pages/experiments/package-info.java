/** Experiments as a page. */
@NullMarked
package io.plimsoll.server.pages.experiments;

import org.jspecify.annotations.NullMarked;
