#!/usr/bin/env python3
"""Runs two training jobs alternately, each time from nothing, and prints how long they took."""

import argparse
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = ROOT / "examples" / "clinical-sites" / "data" / "lung_sites.csv"
# The same for both: threads that wait do not spin, and MLflow does not call home
ENVIRONMENT = os.environ | {"OMP_WAIT_POLICY": "PASSIVE", "MLFLOW_DISABLE_TELEMETRY": "true"}


def plimsoll(folder):
    return [str(ROOT / "plimsoll"), "-w", str(folder / "workspace"), "train", "lung"]


def pandas(folder):
    return [sys.executable, str(HERE / "train_pandas.py"), str(DATA), str(folder / "mlflow")]


JOBS = {"plimsoll": plimsoll, "pandas": pandas}


def seconds(name):
    """One run in a fresh folder, from the start of the process to its end."""
    with tempfile.TemporaryDirectory(prefix="cold-train-") as folder:
        command = JOBS[name](pathlib.Path(folder))
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        taken = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{name} ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    return taken


def spread(values):
    return f"{min(values):8.2f}{statistics.median(values):8.2f}{max(values):8.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=5, help="how often each job runs (default 5)")
    parser.add_argument("--only", choices=list(JOBS), help="run one of the two, without a comparison")
    given = parser.parse_args()
    names = [given.only] if given.only else list(JOBS)

    for name in names:
        seconds(name)  # builds Plimsoll where needed, compiles Python's modules, fills the file cache
    taken = {name: [] for name in names}
    for number in range(1, given.rounds + 1):
        # Who comes first takes turns, so that a drift of the machine hits both
        for name in names if number % 2 else reversed(names):
            taken[name].append(seconds(name))
        print(f"round {number}: " + ", ".join(f"{name} {taken[name][-1]:.2f} s" for name in names), flush=True)

    print(f"\n{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    print(f"{'seconds':10}{'min':>8}{'median':>8}{'max':>8}")
    for name in names:
        print(f"{name:10}{spread(taken[name])}")
    if not given.only:
        pairs = [slow / fast for slow, fast in zip(taken["pandas"], taken["plimsoll"], strict=True)]
        medians = statistics.median(taken["pandas"]) / statistics.median(taken["plimsoll"])
        print(f"\npandas takes {medians:.1f} times as long as plimsoll (ratio of the medians)")
        print(f"round by round: min {min(pairs):.1f}, median {statistics.median(pairs):.1f}, max {max(pairs):.1f}")


if __name__ == "__main__":
    main()
