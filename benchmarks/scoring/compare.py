#!/usr/bin/env python3
"""Scores a million rows with Plimsoll, with pandas and with polars, alternately, and ten million with Plimsoll: time and memory.

All three models are trained on a million rows first, and that is not timed.
"""

import argparse
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.with_name("million_rows")))

import watched
from compare import ENVIRONMENT, ROOT, SITES, make_table, print_comparison, print_steps
from compare import pandas_dense as pandas_training
from compare import plimsoll as plimsoll_training

KEEP = "\noutput: {keep: [site_month_id, trial_id, country]}\n"


def train(table, folder):
    """The champion of a project, MLflow's pipeline, and what score_polars.py takes of it."""
    command = plimsoll_training(table, folder / "project")
    config = folder / "project" / "indications" / "site-months.yml"
    config.write_text(config.read_text(encoding="utf-8") + KEEP, encoding="utf-8")
    for step in (
        command,
        pandas_training(table, folder),
        [sys.executable, str(HERE / "export_pandas.py"), str(folder / "mlflow"), str(folder / "polars")],
    ):
        subprocess.run(step, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, cwd=ROOT, env=ENVIRONMENT)


def plimsoll(table, folder, output):
    return [
        *(str(ROOT / "plimsoll"), "-p", str(folder / "project"), "score", "site-months", "ENROLLMENT", str(table)),
        *("-o", str(output)),
    ]


def pandas(table, folder, output):
    return [sys.executable, str(HERE / "score_pandas.py"), str(table), str(folder / "mlflow"), str(output)]


def pandas_columns(table, folder, output):
    return [*pandas(table, folder, output), "--columns"]


def polars(table, folder, output):
    return [sys.executable, str(HERE / "score_polars.py"), str(table), str(folder / "polars"), str(output)]


JOBS = {"plimsoll": plimsoll, "pandas": pandas, "pandas columns": pandas_columns, "polars": polars}


def usage(name, table, folder):
    output = folder / "scores.parquet"
    return watched.run(JOBS[name](table, folder, output), time.perf_counter, cwd=ROOT, env=ENVIRONMENT)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=3, help="how often each job runs on the smaller table (default 3)")
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the smaller table (default 1000000)")
    parser.add_argument("--large", type=int, default=10_000_000, help="rows of the larger table; 0 leaves it out (default 10000000)")
    parser.add_argument("--format", choices=["csv", "parquet"], default="csv", help="of the tables (default csv)")
    parser.add_argument("--only", choices=list(JOBS), action="append", help="some of the jobs")
    given = parser.parse_args()
    if not SITES.exists():
        sys.exit("skipped: no real tables in ../shared/data")
    subprocess.run([str(ROOT / "plimsoll"), "--version"], stdout=subprocess.DEVNULL, check=True)  # builds it where needed

    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="scoring-") as scratch:
        folder = pathlib.Path(scratch)
        table = make_table(folder, given.rows, given.format)
        train(table, folder)
        names = given.only or list(JOBS)
        taken = {name: [] for name in names}
        for number in range(given.rounds):
            for name in names if number % 2 else reversed(names):
                taken[name].append(usage(name, table, folder))
                last = taken[name][-1]
                figures = f"{last.seconds:.1f} s, {last.processor_seconds:.1f} processor seconds, {last.most_mib:.0f} MiB"
                print(f"round {number + 1}: {name} {figures}", flush=True)
        if taken.get("plimsoll"):
            print_steps(f"plimsoll, {given.rows:,} rows", taken["plimsoll"])
            print_comparison(taken)
        if given.large:
            large = repeated(table, folder, given.large // given.rows)
            print_steps(f"plimsoll, {given.large:,} rows", [usage("plimsoll", large, folder)])


def repeated(table, folder, times):
    """The same rows so many times, each time under other keys; CSV only."""
    large = folder / "large.csv"
    with table.open(encoding="utf-8") as source, large.open("w", encoding="utf-8") as target:
        target.write(source.readline())
        lines = source.readlines()
        for number in range(times):
            target.writelines(f"{number}-{line}" for line in lines)
    return large


if __name__ == "__main__":
    main()
