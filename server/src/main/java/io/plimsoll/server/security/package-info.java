/** Who somebody is, what he may do, and what nobody may do. Every route is denied unless it declares who may use it. */
@NullMarked
package io.plimsoll.server.security;

import org.jspecify.annotations.NullMarked;
