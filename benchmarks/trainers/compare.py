#!/usr/bin/env python3
"""Holds the trainers with their default settings against scikit-learn's and XGBoost's in Python, on the same folds of the same rows.

For each table and draw, `./plimsoll train … --all` judges by `split: {folds: 5}`; its stored predictions say which row lay in which fold. The Python
models are then fitted without each fold, on the same columns, and predict it. A draw's figure is pooled over its folds: AUC, or skill = 1 − MAE ÷ MAE of the
median of each fold's training rows. Run it with the Python that benchmarks/python.sh makes.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.metrics import roc_auc_score

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TABLES = ROOT.parent / "shared" / "data"
INDICATIONS = {
    "hematology": ("hematology_trials.csv", "trials"),
    "all-condition": ("all_condition_sites.csv", "sites"),
    "cancer-programme": ("cancer_programme_sites.csv", "sites"),
}
TRAINERS = ["gradient-boosted-trees", "random-forest", "linear"]
PYTHON = ["HistGradientBoosting", "XGBoost"]


def config(indication, trainer, draw):
    """The indication of the bands, with default settings, another trainer and a deal of its own."""
    text = (HERE.parent / "bands" / "indications" / f"{indication}.yml").read_text(encoding="utf-8")
    text = text.replace("split: {column: fold, holdout: 1}", f"split: {{folds: 5, salt: draw-{draw}}}")
    text = re.sub(r"^    settings: .*\n", f"    trainer: {trainer}\n", text, flags=re.MULTILINE)
    if trainer == "linear":
        text = text.replace("numeric: keep", "numeric: median")
    return text


def train(project, indication, trainer, draw):
    """Evidence folders by model type."""
    file, source = INDICATIONS[indication]
    (project / "indications" / f"{indication}.yml").write_text(config(indication, trainer, draw), encoding="utf-8")
    command = [str(ROOT / "plimsoll"), "-p", str(project), "train", indication, "--all", "--json", "--data", f"{source}={TABLES / file}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"plimsoll ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    runs = json.loads(done.stdout)["runs"]
    return {run["model_type"]: project / ".plimsoll" / "runs" / run["run"] / "07-evaluate" for run in runs}


def features(indication, model_type):
    """Numeric and categorical columns, as the indication names them."""
    text = (HERE.parent / "bands" / "indications" / f"{indication}.yml").read_text(encoding="utf-8")
    own = re.search(rf"^  {model_type}:.*?(?=^  [A-Z]|\Z)", text, flags=re.MULTILINE | re.DOTALL).group(0)
    numeric = re.search(r"numeric: \[(.*?)\]", own) or re.search(r"numeric: \[(.*?)\]", text)
    categorical = re.search(r"categorical: \[(.*?)\]", text)
    return numeric.group(1).split(", "), categorical.group(1).split(", ")


def matrix(rows, numeric, categorical):
    """One-hot columns as Plimsoll makes them, missing values a level of their own; numbers with gaps."""
    texts = rows[categorical].fillna("(missing)")
    return pd.concat([rows[numeric].apply(pd.to_numeric), pd.get_dummies(texts, dtype=float)], axis=1).to_numpy(np.float32)


def python_model(name, classes):
    """Defaults of the library but for XGBoost, whose defaults are for larger tables: the settings that Plimsoll has as its defaults."""
    if name == "HistGradientBoosting":
        return HistGradientBoostingClassifier(random_state=0) if classes else HistGradientBoostingRegressor(random_state=0)
    settings = {"n_estimators": 250, "max_depth": 4, "learning_rate": 0.03, "reg_lambda": 5, "tree_method": "hist", "n_jobs": 2}
    return xgboost.XGBClassifier(**settings) if classes else xgboost.XGBRegressor(**settings)


def python_figure(name, x, held, logarithm):
    y, fold = held["target"].to_numpy(float), held["fold"].to_numpy()
    classes = set(y) <= {0.0, 1.0}
    predicted, median = np.empty(len(y)), np.empty(len(y))
    for number in np.unique(fold):
        inside = fold == number
        model = python_model(name, classes)
        labels = y[~inside].astype(int) if classes else np.log1p(y[~inside]) if logarithm else y[~inside]
        model.fit(x[~inside], labels)
        if classes:
            predicted[inside] = model.predict_proba(x[inside])[:, 1]
        else:
            predicted[inside] = np.expm1(model.predict(x[inside])) if logarithm else model.predict(x[inside])
        median[inside] = np.median(y[~inside])
    return figure(y, predicted, median, classes)


def figure(y, predicted, median, classes):
    if classes:
        return roc_auc_score(y, predicted)
    return 1 - np.abs(y - predicted).sum() / np.abs(y - median).sum()


def plimsoll_figure(evidence):
    """By the same formula, from the stored predictions: Plimsoll's own mae_skill has one median for all folds."""
    held = pd.read_csv(evidence / "holdout.csv", dtype={"key": str})
    y, fold = held["target"].to_numpy(float), held["fold"].to_numpy()
    median = np.empty(len(y))
    for number in np.unique(fold):
        median[fold == number] = np.median(y[fold != number])
    return figure(y, held["prediction"].to_numpy(float), median, classes=set(y) <= {0.0, 1.0})


def draw_figures(indication, draw):
    """By model type, a figure for each trainer."""
    figures = {}
    with tempfile.TemporaryDirectory(prefix="trainers-") as folder:
        project = pathlib.Path(folder)
        (project / "indications").mkdir()
        (project / "plimsoll.yml").touch()
        for trainer in TRAINERS:
            for model_type, evidence in train(project, indication, trainer, draw).items():
                figures.setdefault(model_type, {})[trainer] = plimsoll_figure(evidence)
                if trainer == TRAINERS[0]:
                    for name in PYTHON:
                        figures[model_type][name] = by_python(name, indication, model_type, evidence)
    return figures


def by_python(name, indication, model_type, evidence):
    held = pd.read_csv(evidence / "holdout.csv", dtype={"key": str})
    file, _ = INDICATIONS[indication]
    key = "trial_id" if indication == "hematology" else "site_row_id"
    rows = pd.read_csv(TABLES / file, dtype=str).set_index(key, drop=False).loc[held["key"]]
    return python_figure(name, matrix(rows, *features(indication, model_type)), held, logarithm=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draws", type=int, nargs="?", default=10, help="how often the groups are dealt to folds (default 10)")
    parser.add_argument("--only", choices=list(INDICATIONS), help="one table")
    given = parser.parse_args()
    if not TABLES.is_dir():
        sys.exit("skipped: no real tables in ../shared/data")
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"

    measured = {}
    for indication in INDICATIONS:
        for draw in range(1, given.draws + 1) if given.only in (None, indication) else ():
            for model_type, figures in draw_figures(indication, draw).items():
                measured.setdefault((indication, model_type), []).append(figures)
                print(f"{indication} {model_type} draw {draw}: " + ", ".join(f"{n} {v:.3f}" for n, v in figures.items()), flush=True)

    names = [TRAINERS[0], *PYTHON, *TRAINERS[1:]]
    print("\nmedians over the draws, and in how many of them gradient-boosted-trees is not below")
    print(f"{'table':17} {'model type':20} " + " ".join(f"{name:>23}" for name in names))
    for (indication, model_type), draws in measured.items():
        cells = []
        for name in names:
            median = statistics.median(figures[name] for figures in draws)
            wins = sum(figures[TRAINERS[0]] >= figures[name] for figures in draws)
            cells.append(f"{median:23.3f}" if name == TRAINERS[0] else f"{median:.3f} ({wins} of {len(draws)})".rjust(23))
        print(f"{indication:17} {model_type:20} " + " ".join(cells))


if __name__ == "__main__":
    main()
