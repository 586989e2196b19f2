#!/usr/bin/env python3
"""How many held-out rows do the intervals hold, and how much nearer to the truth are calibrated probabilities, on real tables?

Each table is split anew by whole groups, 20 times by default, by a salt of its own. Printed are the share of held-out rows in intervals of 90 % (mean,
least and most over the splits), and the expected calibration error without and with calibration on the same holdouts. Python 3.11 or newer, no packages.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TABLES = ROOT.parent / "shared" / "data"
HEAD = """indication: {name}
default_model: {default}
data:
  sources: {{rows: {file}}}
  query: SELECT * FROM rows{where}
  key: {key}
  group: trial_id
split: {{holdout: 20%, salt: split-{draw}}}
features:
  numeric: [{numeric}]
  categorical: [{categorical}]
models:
"""
LUNG = ("prior_trials_facility, prior_trials_city, start_year, n_arms", "country, phase, allocation, sponsor_class")
TRIALS = (
    "n_interventions, n_arms, n_collaborators, min_age_years, max_age_years, criteria_chars, n_primary_outcomes, start_year",
    "phase, allocation, intervention_model, masking, primary_purpose, sponsor_class",
)
CANCER = ("prior_studies_same_site, prior_cases_same_site, prior_studies_with_cases, rank_in_study", "indication, bcr, country, site_type")
ALL = ("prior_trials_facility, prior_trials_city, n_arms, start_year, criteria_chars", "country, indication, phase, allocation, sponsor_class")
INTERVENTIONAL = " WHERE study_type = 'INTERVENTIONAL'"

# name, file, key, features, where, target, train_where
QUANTITIES = [
    ("lung-sites", "lung_sites.csv", "site_row_id", LUNG, INTERVENTIONAL, "TRIAL_MEAN_ENROLLMENT", "TRIAL_MEAN_ENROLLMENT > 0"),
    ("hematology-sites", "hematology_sites.csv", "site_row_id", LUNG, INTERVENTIONAL, "TRIAL_MEAN_ENROLLMENT", "TRIAL_MEAN_ENROLLMENT > 0"),
    ("hematology-trials", "hematology_trials.csv", "trial_id", TRIALS, INTERVENTIONAL, "ENROLLMENT_PER_SITE", "ENROLLMENT_PER_SITE > 0"),
    ("lung-trials", "lung_trials.csv", "trial_id", TRIALS, INTERVENTIONAL, "ENROLLMENT_PER_SITE", "ENROLLMENT_PER_SITE > 0"),
    ("cancer-programme", "cancer_programme_sites.csv", "site_row_id", CANCER, "", "ENROLLMENT", "ENROLLMENT >= 0"),
]
CLASSES = [
    ("lung-activation", "lung_sites.csv", "site_row_id", LUNG, "", "ACTIVATION"),
    ("all-activation", "all_condition_sites.csv", "site_row_id", ALL, "", "ACTIVATION"),
    ("all-nonenrollment", "all_condition_sites.csv", "site_row_id", ALL, "", "NONENROLLMENT"),
    ("hematology-nonenrollment", "hematology_trials.csv", "trial_id", TRIALS, INTERVENTIONAL, "NONENROLLMENT"),
    ("cancer-nonenrollment", "cancer_programme_sites.csv", "site_row_id", CANCER, "", "NONENROLLMENT"),
]


def train(project, name, config):
    """metrics.json of each run, in the order of the model types; None where the split leaves too little."""
    (project / "indications" / f"{name}.yml").write_text(config, encoding="utf-8")
    command = [str(ROOT / "plimsoll"), "-p", str(project), "train", name, "--all", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 2:
        return None  # a split that leaves too few rows or groups on a side
    if done.returncode not in (0, 3):
        sys.exit(f"plimsoll ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    runs = json.loads(done.stdout)["runs"]
    folders = [project / ".plimsoll" / "runs" / run["run"] / "07-evaluate" / "metrics.json" for run in runs]
    return [json.loads(folder.read_text(encoding="utf-8")) if folder.exists() else None for folder in folders]


def head(name, file, key, features, where, draw, default):
    return HEAD.format(name=name, default=default, file=TABLES / file, key=key, numeric=features[0], categorical=features[1], where=where, draw=draw)


def quantity(table, draw, project):
    name, file, key, features, where, target, train_where = table
    config = head(name, file, key, features, where, draw, "ROWS")
    for model_type, weight in (("ROWS", "none"), ("GROUPS", "group")):
        config += f"""  {model_type}:
    target: {target}
    train_where: {train_where}
    task: regression
    target_scale: log1p
    weight: {weight}
    intervals: 90%
    metric: mae
    guardrail: {{rules: [{{metric: mae, at_most: 1.0e9}}]}}
"""
    return train(project, name, config)


def classes(table, draw, project):
    name, file, key, features, where, target = table
    config = head(name, file, key, features, where, draw, "NONE")
    for method in ("none", "platt", "isotonic"):
        config += f"""  {method.upper()}:
    target: {target}
    task: classification
    calibrate: {method}
    metric: auc
    guardrail: {{rules: [{{metric: auc, at_least: 0}}]}}
"""
    return train(project, name, config)


def over_splits(splits, table, one):
    with tempfile.TemporaryDirectory(prefix="coverage-") as folder:
        project = pathlib.Path(folder)
        (project / "indications").mkdir()
        (project / "plimsoll.yml").touch()
        found = [one(table, draw, project) for draw in range(1, splits + 1)]
    return [metrics for metrics in found if metrics and all(metrics)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("splits", type=int, nargs="?", default=20, help="how often each table is split (default 20)")
    parser.add_argument("--only", choices=["intervals", "calibration"], help="one of the two questions")
    names = [table[0] for table in QUANTITIES + CLASSES]
    parser.add_argument("--table", choices=names, action="append", help="some of the tables")
    given = parser.parse_args()
    wanted = given.table or names
    if not TABLES.is_dir():
        sys.exit("skipped: no real tables in ../shared/data")
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"

    if given.only != "calibration":
        print("intervals of 90 %: held-out rows that they hold, each row or each group counting once: mean (least–most)")
        for table in (one for one in QUANTITIES if one[0] in wanted):
            found = over_splits(given.splits, table, quantity)
            cells = []
            for i in range(2):
                held = [metrics[i]["intervals"]["held"] for metrics in found]
                cells.append(f"{statistics.mean(held):6.1%} ({min(held):.0%}–{max(held):.0%})" if held else "none")
            print(f"{table[0]:25} {len(found):2} splits   rows {cells[0]:22} groups {cells[1]}", flush=True)
    if given.only != "intervals":
        print("expected calibration error: mean over the splits, and in how many it is below that without calibration")
        for table in (one for one in CLASSES if one[0] in wanted):
            found = over_splits(given.splits, table, classes)
            errors = [[metrics[i]["metrics"]["ece"]["value"] for metrics in found] for i in range(3)]
            if not found:
                print(f"{table[0]:25} no split that could be judged", flush=True)
                continue
            below = [sum(after < before for before, after in zip(errors[0], other, strict=True)) for other in errors[1:]]
            print(
                f"{table[0]:25} {len(found):2} splits   none {statistics.mean(errors[0]):.3f}   platt {statistics.mean(errors[1]):.3f}"
                f" ({below[0]})   isotonic {statistics.mean(errors[2]):.3f} ({below[1]})",
                flush=True,
            )


if __name__ == "__main__":
    main()
