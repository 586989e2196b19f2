#!/usr/bin/env bash
# How long one training takes from nothing: `plimsoll train lung` and the same job in Python, alternately.
#
#   benchmarks/cold_train/run.sh [ROUNDS] [--only plimsoll|pandas]
#
#   COLD_TRAIN_PYTHON   a Python that has requirements.txt installed; otherwise one is made in .cache/cold_train
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
exec "$here/../python.sh" "$here/compare.py" "$@"
