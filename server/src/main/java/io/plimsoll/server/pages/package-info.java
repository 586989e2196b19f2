/** Pages for people, rendered on the server: what all of them have in common. They show and decide what the REST resources do, by the same parts of the domain. */
@NullMarked
package io.plimsoll.server.pages;

import org.jspecify.annotations.NullMarked;
