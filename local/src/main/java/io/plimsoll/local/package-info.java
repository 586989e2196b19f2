/** The engine for tables that fit one machine: DuckDB reads and queries, XGBoost trains, ONNX Runtime predicts. */
@NullMarked
package io.plimsoll.local;

import org.jspecify.annotations.NullMarked;
