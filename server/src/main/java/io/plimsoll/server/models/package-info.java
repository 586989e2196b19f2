/** Models over HTTP: versions, cards, aliases, and what people decide about them. */
@NullMarked
package io.plimsoll.server.models;

import org.jspecify.annotations.NullMarked;
