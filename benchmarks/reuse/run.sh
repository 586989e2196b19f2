#!/usr/bin/env bash
# A million rows trained on, then judged by another line: what is left to do of the first run.
#
#   benchmarks/reuse/run.sh [ROUNDS] [--rows N] [--format csv|parquet]
#
#   COLD_TRAIN_PYTHON   a Python that has cold_train/requirements.txt installed; otherwise one is made in .cache/cold_train
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
exec "$here/../python.sh" "$here/reuse.py" "$@"
