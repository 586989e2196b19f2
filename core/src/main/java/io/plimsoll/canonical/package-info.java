/** Bytes that depend on nothing but content: canonical JSON and SHA-256. */
@NullMarked
package io.plimsoll.canonical;

import org.jspecify.annotations.NullMarked;
