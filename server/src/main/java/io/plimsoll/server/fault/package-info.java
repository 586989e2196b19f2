/** What is said to a client when something goes wrong: RFC 9457, with Plimsoll's codes, and nothing that is not his business. */
@NullMarked
package io.plimsoll.server.fault;

import org.jspecify.annotations.NullMarked;
