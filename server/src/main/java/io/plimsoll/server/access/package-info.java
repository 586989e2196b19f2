/** Tokens, local users and members over HTTP: what {@code plimsoll tokens}, {@code users} and {@code members} do. */
@NullMarked
package io.plimsoll.server.access;

import org.jspecify.annotations.NullMarked;
