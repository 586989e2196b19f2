/** What a user names: a run, a version of a model, dataset or endpoint, and the reason for what is done. */
@NullMarked
package io.plimsoll.project.reference;

import org.jspecify.annotations.NullMarked;
