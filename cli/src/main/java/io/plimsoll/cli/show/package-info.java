/** How results look: live steps, tables and sentences for people, JSON for machines. */
@NullMarked
package io.plimsoll.cli.show;

import org.jspecify.annotations.NullMarked;
