/** The first page: how every model stands, in five seconds. */
@NullMarked
package io.plimsoll.server.pages.overview;

import org.jspecify.annotations.NullMarked;
