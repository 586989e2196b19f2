/** The event log as a page of sentences. */
@NullMarked
package io.plimsoll.server.pages.audit;

import org.jspecify.annotations.NullMarked;
