#!/usr/bin/env python3
"""Trains on a million rows with Plimsoll and with pandas, alternately, and on five million with Plimsoll: time and memory."""

import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import watched

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SITES = ROOT.parent / "shared" / "data" / "all_sites.parquet"
# The same for both: threads that wait do not spin, and MLflow does not call home
ENVIRONMENT = os.environ | {"OMP_WAIT_POLICY": "PASSIVE", "MLFLOW_DISABLE_TELEMETRY": "true"}


def make_table(folder, rows, ending):
    """In a process of its own: a child's peak memory begins with what its parent holds."""
    table = folder / f"{rows}.{ending}"
    subprocess.run([sys.executable, str(HERE / "make_table.py"), str(SITES), str(rows), str(table)], check=True)
    return table


def plimsoll(table, folder):
    (folder / "indications").mkdir(parents=True)
    (folder / "plimsoll.yml").touch()
    shutil.copy(HERE / "site-months.yml", folder / "indications")
    return [str(ROOT / "plimsoll"), "-p", str(folder), "train", "site-months", "--data", f"sites={table}"]


def pandas(table, folder):
    return [sys.executable, str(HERE / "train_pandas.py"), str(table), str(folder / "mlflow")]


def pandas_dense(table, folder):
    return [*pandas(table, folder), "--dense"]


JOBS = {"plimsoll": plimsoll, "pandas": pandas, "pandas dense": pandas_dense}


def usage(name, table):
    """One run in a fresh folder."""
    with tempfile.TemporaryDirectory(prefix="million-rows-") as folder:
        command = JOBS[name](table, pathlib.Path(folder))
        return watched.run(command, time.perf_counter, cwd=ROOT, env=ENVIRONMENT)


def print_steps(title, runs):
    """Medians over the runs, step by step."""
    print(f"\n{title}\n{'step':12}{'seconds':>10}{'processor':>11}{'MiB':>8}")
    for same in zip(*(run.steps for run in runs), strict=True):
        seconds, processor, most = (
            statistics.median(getattr(step, figure) for step in same) for figure in ("seconds", "processor_seconds", "most_mib")
        )
        print(f"{same[0].name:12}{seconds:10.1f}{processor:11.1f}{most:8.0f}")
    whole = {figure: statistics.median(getattr(run, figure) for run in runs) for figure in ("seconds", "processor_seconds", "most_mib")}
    print(f"{'all':12}{whole['seconds']:10.1f}{whole['processor_seconds']:11.1f}{whole['most_mib']:8.0f}")


def print_comparison(taken):
    print(f"\n{'':14}{'seconds':>24}{'processor seconds':>24}{'MiB':>24}\n{'':14}{'     min  median     max' * 3}")
    for name, runs in taken.items():
        spreads = ""
        for figure in ("seconds", "processor_seconds", "most_mib"):
            values = [getattr(run, figure) for run in runs]
            digits = 0 if figure == "most_mib" else 1
            spreads += "".join(f"{value:8.{digits}f}" for value in (min(values), statistics.median(values), max(values)))
        print(f"{name:14}{spreads}")
    for name in list(taken)[1:]:
        for figure, words in (("seconds", "times as long"), ("processor_seconds", "times the processor time"), ("most_mib", "times the memory")):
            pairs = [getattr(other, figure) / getattr(own, figure) for other, own in zip(taken[name], taken["plimsoll"], strict=True)]
            print(f"{name} takes {statistics.median(pairs):.2f} {words} (median of the rounds; {min(pairs):.2f} to {max(pairs):.2f})")


def compare(names, table, rounds):
    taken = {name: [] for name in names}
    for number in range(1, rounds + 1):
        # Who comes first takes turns, so that a drift of the machine hits all
        for name in names if number % 2 else reversed(names):
            taken[name].append(usage(name, table))
            last = taken[name][-1]
            print(
                f"round {number}: {name} {last.seconds:.1f} s, {last.processor_seconds:.1f} processor seconds, {last.most_mib:.0f} MiB",
                flush=True,
            )
    return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=3, help="how often each job runs on the smaller table (default 3)")
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the smaller table (default 1000000)")
    parser.add_argument("--large", type=int, default=5_000_000, help="rows of the larger table; 0 leaves it out (default 5000000)")
    parser.add_argument("--format", choices=["csv", "parquet"], default="csv", help="of the tables (default csv)")
    parser.add_argument("--only", choices=list(JOBS), action="append", help="some of the jobs")
    given = parser.parse_args()
    if not SITES.exists():
        sys.exit("skipped: no real tables in ../shared/data")
    subprocess.run([str(ROOT / "plimsoll"), "--version"], stdout=subprocess.DEVNULL, check=True)  # builds it where needed

    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="site-months-") as folder:
        taken = {}
        if given.rounds:
            table = make_table(pathlib.Path(folder), given.rows, given.format)
            taken = compare(given.only or list(JOBS), table, given.rounds)
            table.unlink()
        if "plimsoll" in taken:
            print_steps(f"plimsoll, {given.rows:,} rows", taken["plimsoll"])
            print_comparison(taken)
        if given.large:
            large = make_table(pathlib.Path(folder), given.large, given.format)
            print_steps(f"plimsoll, {given.large:,} rows", [usage("plimsoll", large)])


if __name__ == "__main__":
    main()
