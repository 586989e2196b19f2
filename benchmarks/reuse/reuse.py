#!/usr/bin/env python3
"""Trains on a million rows, changes one thing, and trains again: how much of the first run's time that takes."""

import argparse
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TABLES = HERE.parent / "million_rows"
sys.path.insert(0, str(TABLES))

import watched  # noqa: E402  (beside the other benchmark of the same table)

SITES = ROOT.parent / "shared" / "data" / "all_sites.parquet"
ENVIRONMENT = os.environ | {"OMP_WAIT_POLICY": "PASSIVE"}
MOST = 0.15

LINE = "at_most: 1.0e9"
CHANGES = {
    "nothing": lambda config, table: None,
    "touched": lambda config, table: table.touch(),
    "the guardrail": lambda config, table: replace(config, LINE, "at_most: 2.0e9"),
    "nothing again": lambda config, table: None,
    "a setting": lambda config, table: replace(config, "trees: 100", "trees: 101"),
}


def replace(config, before, after):
    text = config.read_text(encoding="utf-8")
    assert before in text
    config.write_text(text.replace(before, after), encoding="utf-8")


def project(folder):
    (folder / "indications").mkdir(parents=True)
    (folder / "plimsoll.yml").touch()
    return pathlib.Path(shutil.copy(TABLES / "site-months.yml", folder / "indications"))


def train(folder, table):
    command = [str(ROOT / "plimsoll"), "-p", str(folder), "train", "site-months", "--data", f"sites={table}"]
    return watched.run(command, time.perf_counter, cwd=ROOT, env=ENVIRONMENT)


def taken(folder):
    """Labels of the steps of the newest run that were not reused."""
    out = subprocess.run(
        [str(ROOT / "plimsoll"), "-p", str(folder), "runs", "list", "--limit", "1"], capture_output=True, text=True, check=True, env=ENVIRONMENT
    ).stdout
    run = re.search(r"^r-\S+", out, re.MULTILINE).group()
    why = subprocess.run(
        [str(ROOT / "plimsoll"), "-p", str(folder), "runs", "why", run], capture_output=True, text=True, check=True, env=ENVIRONMENT
    ).stdout
    return re.findall(r"^(\w+) +RAN", why, re.MULTILINE)


def measure(table, number):
    """The first run, then one for each change; the ratios to the first."""
    worst = 0.0
    with tempfile.TemporaryDirectory(prefix="reuse-") as name:
        folder = pathlib.Path(name)
        config = project(folder)
        first = train(folder, table)
        print(f"round {number}: the first {first.seconds:.1f} s, {first.processor_seconds:.1f} processor seconds", flush=True)
        for what, change in CHANGES.items():
            change(config, table)
            again = train(folder, table)
            seconds, processor = again.seconds / first.seconds, again.processor_seconds / first.processor_seconds
            print(
                f"round {number}: {what} changed: {again.seconds:.1f} s ({seconds:.2f} of the first),"
                f" {again.processor_seconds:.1f} processor seconds ({processor:.2f}); taken: {', '.join(taken(folder))}",
                flush=True,
            )
            if what == "the guardrail":
                worst = seconds
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=3, help="how often (default 3)")
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the table (default 1000000)")
    parser.add_argument("--format", choices=["csv", "parquet"], default="csv", help="of the table (default csv)")
    parser.add_argument("--sites", type=pathlib.Path, default=SITES, help="all_sites.parquet")
    given = parser.parse_args()
    if not given.sites.exists():
        sys.exit("skipped: no real tables in ../shared/data")
    subprocess.run([str(ROOT / "plimsoll"), "--version"], stdout=subprocess.DEVNULL, check=True)  # builds it where needed

    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="site-months-") as name:
        table = pathlib.Path(name) / f"{given.rows}.{given.format}"
        subprocess.run([sys.executable, str(TABLES / "make_table.py"), str(given.sites), str(given.rows), str(table)], check=True)
        ratios = [measure(table, number) for number in range(1, given.rounds + 1)]
    print(f"another guardrail takes at most {max(ratios):.2f} of the first run; the line is {MOST}")
    sys.exit(0 if max(ratios) <= MOST else 1)


if __name__ == "__main__":
    main()
