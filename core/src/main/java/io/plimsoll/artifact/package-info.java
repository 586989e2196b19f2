/** The model folder: one ONNX graph, its contract and its manifest, addressed by content. */
@NullMarked
package io.plimsoll.artifact;

import org.jspecify.annotations.NullMarked;
