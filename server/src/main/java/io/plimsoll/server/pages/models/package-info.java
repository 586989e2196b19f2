/** Models as pages: versions against their lines, and what people decide about them. */
@NullMarked
package io.plimsoll.server.pages.models;

import org.jspecify.annotations.NullMarked;
