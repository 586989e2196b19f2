/** Copies of whole workspaces: taken while others work, brought back only if every byte is as it was. */
@NullMarked
package io.plimsoll.storage.backup;

import org.jspecify.annotations.NullMarked;
