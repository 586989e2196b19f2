/** Models and datasets under content addresses, and the evidence of runs, as files in a folder. */
@NullMarked
package io.plimsoll.storage.files;

import org.jspecify.annotations.NullMarked;
