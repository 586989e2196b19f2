/** A server as the command line sees it: what its desk answers, over HTTP. */
@NullMarked
package io.plimsoll.cli.remote;

import org.jspecify.annotations.NullMarked;
