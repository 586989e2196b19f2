/** Published trainings as pages, and the form by which runs are submitted. */
@NullMarked
package io.plimsoll.server.pages.endpoints;

import org.jspecify.annotations.NullMarked;
