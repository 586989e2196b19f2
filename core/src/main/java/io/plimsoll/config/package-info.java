/**
 * {@code plimsoll.yml} and {@code indications/*.yml} as records, checked before anything is read.
 *
 * <p>A file becomes a located tree ({@code yaml}); command-line overrides, inheritance between the file and its model types, and
 * defaults that follow from other keys change the tree; then one walk binds it ({@code bind}). The records are the only description of
 * what a file may say: reading, canonical JSON and the editors' schemas all come from them.
 */
@NullMarked
package io.plimsoll.config;

import org.jspecify.annotations.NullMarked;
