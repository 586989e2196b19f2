/** Models that leave a workspace as one archive, and models that come in from elsewhere. */
@NullMarked
package io.plimsoll.exchange;

import org.jspecify.annotations.NullMarked;
