#!/usr/bin/env bash
# How long one training takes from nothing: `plimsoll train lung` and the same job in Python, alternately.
#
#   benchmarks/cold_train/run.sh [ROUNDS] [--only plimsoll|pandas]
#
#   COLD_TRAIN_PYTHON   a Python that has requirements.txt installed; otherwise one is made in .cache/cold_train
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)

python=${COLD_TRAIN_PYTHON-}
if [ -z "$python" ]; then
  venv=$root/.cache/cold_train
  python=$venv/bin/python
  if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$venv/installed.txt"
  fi
fi
exec "$python" "$here/compare.py" "$@"
