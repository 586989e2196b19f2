#!/usr/bin/env bash
# Runs a script of a benchmark with the Python that cold_train/requirements.txt pins; it is made in .cache/cold_train where needed.
#
#   benchmarks/python.sh SCRIPT [ARGUMENT...]
#
#   COLD_TRAIN_PYTHON   a Python that has the requirements installed, to be used instead
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
pins=$here/cold_train/requirements.txt
venv=$here/../.cache/cold_train

python=${COLD_TRAIN_PYTHON-}
if [ -z "$python" ]; then
  python=$venv/bin/python
  if ! cmp -s "$pins" "$venv/installed.txt"; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: -r "$pins"
    cp "$pins" "$venv/installed.txt"
  fi
fi
exec "$python" "$@"
