#!/usr/bin/env bash
# A million rows scored by Plimsoll, by pandas and by polars, alternately, and ten million by Plimsoll: time and memory.
#
#   benchmarks/scoring/run.sh [ROUNDS] [--rows N] [--large N] [--format csv|parquet] [--only JOB]
#
# The Python side is that of ../cold_train and polars, in .cache/cold_train, unless COLD_TRAIN_PYTHON names a Python that has them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
exec "$here/../python.sh" "$here/compare.py" "$@"
