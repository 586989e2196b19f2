/** One line for each event, under the id of the request that it belongs to. */
@NullMarked
package io.plimsoll.server.log;

import org.jspecify.annotations.NullMarked;
