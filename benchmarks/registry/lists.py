#!/usr/bin/env python3
"""How long lists take in a workspace of 10,000 runs and 1,000 versions, beside an empty one and the start alone.

    benchmarks/registry/lists.py [ROUNDS]

Python 3.11 or newer without packages. Each command is a new process; what a list costs is its time less that of `--version`, round by round.
"""

import hashlib
import json
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RUNS, MODELS, VERSIONS = 10_000, 50, 1_000
STEPS = ["READ", "PREPROCESS", "VALIDATE", "SPLIT", "TRANSFORM", "TRAIN", "EVALUATE", "REGISTER"]
CONFIG = json.dumps({"indication": "lung", "filler": "x" * 4_000})
REPORT = json.dumps({"run": "r", "filler": "x" * 8_000})


def plimsoll(workspace, *arguments):
    command = [str(ROOT / "plimsoll"), "-p", str(ROOT / "examples/clinical-sites"), "-w", str(workspace), *arguments]
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    took = time.perf_counter() - started
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    return took, done.stdout


def fill(database):
    """Rows as years of runs leave them: every tenth run registered a version."""
    for i in range(RUNS):
        run, model, start = f"r-{i:05}", f"model-{i % MODELS:02}", 1_700_000_000_000 + i * 60_000
        database.execute(
            "insert into runs (id, indication, model_type, model, experiment, status, outcome, code, reason, started_at,"
            " finished_at, config, report, actor) values (?, 'lung', 'ANY', ?, 'default', 'SUCCEEDED', 'NOT_REGISTERED',"
            " 'GUARDRAIL_NOT_MET', 'not met', ?, ?, ?, ?, 'ada')",
            (run, model, start, start + 1_000, CONFIG, REPORT))
        database.executemany(
            "insert into run_steps values (?, ?, ?, 'SUCCEEDED', 5, 'done')", [(run, n, step) for n, step in enumerate(STEPS)])
    for model in range(MODELS):
        name = f"model-{model:02}"
        database.execute("insert into models values (?, ?, 0)", (name, VERSIONS // MODELS))
        for version in range(1, VERSIONS // MODELS + 1):
            run, sha256 = f"r-{model + (version - 1) * 10 * MODELS:05}", hashlib.sha256(f"{name}{version}".encode()).hexdigest()
            database.execute(
                "insert into model_versions (model, version, sha256, run_id, created_at, verdict, state)"
                " values (?, ?, ?, ?, ?, ?, 'ACTIVE')", (name, version, sha256, run, 1_700_000_000_000 + version, REPORT))
            database.executemany(
                "insert into version_tags values (?, ?, ?, ?)",
                [(name, version, f"tag-{n}", "value") for n in range(25)] + [(name, version, "metric", "auc"), (name, version, "metric.auc", "0.7")])
            database.execute(
                "insert into alias_history (model, alias, sequence, from_version, to_version, moved_at, run_id, reason, actor, promoted_by)"
                " values (?, 'champion', ?, ?, ?, 0, ?, '', 'ada', ?)",
                (name, version, version - 1 or None, version, run, "PASSED" if version > 1 else "FIRST"))
        database.execute("insert into aliases values (?, 'champion', ?)", (name, VERSIONS // MODELS))


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as scratch:
        full, empty = pathlib.Path(scratch) / "full", pathlib.Path(scratch) / "empty"
        for workspace in (full, empty):
            plimsoll(workspace, "train", "lung", "--until", "read")
        with sqlite3.connect(full / "plimsoll.db") as database:
            fill(database)
        commands = [("runs", "list"), ("models", "list"), ("models", "show", "model-07")]
        plimsoll(full, "runs", "list")
        took = {}
        for _ in range(rounds):
            start, _ = plimsoll(full, "--version")
            took.setdefault("start alone (--version)", []).append(start)
            for command in commands:
                for name, workspace in (("full", full), ("empty", empty)):
                    if command[1] == "show" and workspace == empty:
                        continue
                    seconds, _ = plimsoll(workspace, *command)
                    took.setdefault(f"{' '.join(command)}, {name}", []).append(seconds)
                    took.setdefault(f"{' '.join(command)}, {name}, after start", []).append(seconds - start)
        for name, seconds in took.items():
            print(f"{name:45} median {1000 * statistics.median(seconds):6.0f} ms, worst {1000 * max(seconds):6.0f} ms")


if __name__ == "__main__":
    main()
