/** Dataset versions as pages. */
@NullMarked
package io.plimsoll.server.pages.datasets;

import org.jspecify.annotations.NullMarked;
