#!/usr/bin/env python3
"""Trains by grouped five folds over many draws of the folds, and tells whether the figures lie in the bands of the data's README."""

import argparse
import csv
import dataclasses
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TABLES = ROOT.parent / "shared" / "data"
FOLDS = 5
GROUP = "trial_id"


@dataclasses.dataclass(frozen=True)
class Table:
    """A real table, the indication that is trained on it, and where its figures lie by other hands: (least, most) by model type."""

    file: str
    indication: str
    source: str
    bands: dict[str, tuple[float, float]]


HEMATOLOGY = Table(
    "hematology_trials.csv", "hematology", "trials", {"NONENROLLMENT": (0.72, 0.81), "ENROLLMENT_PER_SITE": (0.29, 0.33)}
)
ALL_CONDITION = Table(
    "all_condition_sites.csv", "all-condition", "sites", {"ACTIVATION": (0.63, 0.76), "NONENROLLMENT": (0.70, 0.77)}
)
CANCER_PROGRAMME = Table(
    "cancer_programme_sites.csv", "cancer-programme", "sites", {"NONENROLLMENT": (0.68, 0.74), "ENROLLMENT": (0.12, 0.15)}
)
ALL = [HEMATOLOGY, ALL_CONDITION, CANCER_PROGRAMME]


def folds(groups, draw):
    """The fold of each group: sorted by a hash that the draw salts, then dealt in turn."""
    order = sorted(groups, key=lambda group: hashlib.sha256(f"{draw}:{group}".encode()).hexdigest())
    return {group: 1 + place % FOLDS for place, group in enumerate(order)}


def write_with_folds(table, draw, target):
    with (TABLES / table.file).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    fold = folds({row[GROUP] for row in rows}, draw)
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [*rows[0], "fold"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"fold": fold[row[GROUP]]} for row in rows)


def train(project, table, held_out):
    """Trains every model type with one fold held out → the folder of each run's evidence."""
    config = (HERE / "indications" / f"{table.indication}.yml").read_text(encoding="utf-8")
    written = project / "indications" / f"{table.indication}.yml"
    written.write_text(config.replace("holdout: 1}", f"holdout: {held_out}}}"), encoding="utf-8")
    command = [str(ROOT / "plimsoll"), "-p", str(project), "train", table.indication, "--all", "--json"]
    command += ["--data", f"{table.source}={project / table.file}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"plimsoll ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    runs = json.loads(done.stdout)["runs"]
    return [project / ".plimsoll" / "runs" / run["run"] / "07-evaluate" for run in runs]


@dataclasses.dataclass
class OutOfFold:
    """Every labelled row once, as the model that had not seen its fold predicted it."""

    target: list[float] = dataclasses.field(default_factory=list)
    prediction: list[float] = dataclasses.field(default_factory=list)
    median: list[float] = dataclasses.field(default_factory=list)

    def add(self, evidence):
        median = json.loads((evidence / "metrics.json").read_text(encoding="utf-8"))["baseline"]["median"]
        with (evidence / "holdout.csv").open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.target.append(float(row["target"]))
                self.prediction.append(float(row["prediction"]))
                self.median.append(median)

    def auc(self):
        """Mann and Whitney's statistic, by mean ranks, so that a tie counts half."""
        order = sorted(range(len(self.target)), key=self.prediction.__getitem__)
        ranks, start = 0.0, 0
        while start < len(order):
            end = start
            while end < len(order) and self.prediction[order[end]] == self.prediction[order[start]]:
                end += 1
            ranks += (start + end + 1) / 2 * sum(self.target[i] for i in order[start:end])
            start = end
        ones = sum(self.target)
        return (ranks - ones * (ones + 1) / 2) / (ones * (len(order) - ones))

    def skill(self):
        """1 − MAE ÷ MAE of the median of the rows that each model was trained on."""
        return 1 - self.loss(self.prediction) / self.loss(self.median)

    def loss(self, predicted):
        return sum(abs(y - p) for y, p in zip(self.target, predicted, strict=True))

    def figure(self):
        return self.auc() if set(self.target) <= {0.0, 1.0} else self.skill()


def draw_figures(table, draw):
    """One figure a model type, pooled over the folds of one draw."""
    pooled = {name: OutOfFold() for name in table.bands}
    with tempfile.TemporaryDirectory(prefix="bands-") as folder:
        project = pathlib.Path(folder)
        (project / "indications").mkdir()
        (project / "plimsoll.yml").touch()
        write_with_folds(table, draw, project / table.file)
        for held_out in range(1, FOLDS + 1):
            for name, evidence in zip(table.bands, train(project, table, held_out), strict=True):
                pooled[name].add(evidence)
    return {name: rows.figure() for name, rows in pooled.items()}


def report(table, figures):
    """Prints each model type's line → how many have a median outside of their band."""
    outside = 0
    for name, (least, most) in table.bands.items():
        values = [figure[name] for figure in figures]
        median = statistics.median(values)
        inside = sum(least <= round(value, 2) <= most for value in values)
        outside += not least <= round(median, 2) <= most
        print(
            f"{table.indication:17} {name:20} {min(values):6.3f} {median:6.3f} {max(values):6.3f}   {least:.2f}–{most:.2f}"
            f"   {inside} of {len(values)}"
        )
    return outside


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draws", type=int, nargs="?", default=10, help="how often the groups are dealt to folds (default 10)")
    parser.add_argument("--only", choices=[table.indication for table in ALL], help="one table")
    given = parser.parse_args()
    if not TABLES.is_dir():
        sys.exit("skipped: no real tables in ../shared/data")
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"

    measured = {}
    for table in ALL:
        if given.only in (None, table.indication):
            measured[table.indication] = []
            for draw in range(1, given.draws + 1):
                figures = draw_figures(table, draw)
                measured[table.indication].append(figures)
                print(f"{table.indication} draw {draw}: " + ", ".join(f"{n} {v:.3f}" for n, v in figures.items()), flush=True)

    print(f"\n{'table':17} {'model type':20} {'min':>6} {'median':>6} {'max':>6}   {'band':9}   inside")
    outside = sum(report(table, measured[table.indication]) for table in ALL if table.indication in measured)
    sys.exit(1 if outside else 0)


if __name__ == "__main__":
    main()
