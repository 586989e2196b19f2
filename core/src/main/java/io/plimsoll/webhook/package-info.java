/** Who is told over HTTP what happens to models: signed, tried again until it arrives, and never sent where it could do harm. */
@NullMarked
package io.plimsoll.webhook;

import org.jspecify.annotations.NullMarked;
