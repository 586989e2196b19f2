/** Reads sources and holds tables in an embedded DuckDB that nothing outside can be reached from. */
@NullMarked
package io.plimsoll.local.duckdb;

import org.jspecify.annotations.NullMarked;
