#!/usr/bin/env bash
# A million rows with Plimsoll and with pandas, alternately, and five million with Plimsoll: time and memory.
#
#   benchmarks/million_rows/run.sh [ROUNDS] [--rows N] [--large N] [--format csv|parquet] [--only JOB]
#
# The Python side is that of ../cold_train, in the same place:
#   COLD_TRAIN_PYTHON   a Python that has its requirements.txt installed; otherwise one is made in .cache/cold_train
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
exec "$here/../python.sh" "$here/compare.py" "$@"
