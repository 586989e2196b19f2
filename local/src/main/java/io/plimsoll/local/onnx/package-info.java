/** Runs a model's ONNX graph with ONNX Runtime, after the folder and the canaries have been checked. */
@NullMarked
package io.plimsoll.local.onnx;

import org.jspecify.annotations.NullMarked;
