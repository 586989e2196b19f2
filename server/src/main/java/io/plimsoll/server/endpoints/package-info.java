/** Published trainings over HTTP, and submissions to them. */
@NullMarked
package io.plimsoll.server.endpoints;

import org.jspecify.annotations.NullMarked;
