"""Writes the values that scikit-learn gives for the metrics of MeteringReferenceTest.

    python metrics_reference.py > ../resources/io/plimsoll/metric/metrics-reference.json

Run with scikit-learn 1.9.1 and numpy 2.4.6. What scikit-learn does not have (ece, wape, smape, mae_skill) is written out below, by its definition.
"""

import json
import sys

import numpy as np
from sklearn import metrics

TRAINING_MEDIAN = 2.5
THRESHOLD = 0.4


def calibration_error(y, p, w):
    bins = np.minimum((p * 10).astype(int), 9)
    inside = [bins == b for b in range(10) if (bins == b).any()]
    gaps = [np.average(y[i], weights=w[i]) - np.average(p[i], weights=w[i]) for i in inside]
    return np.average(np.abs(gaps), weights=[w[i].sum() for i in inside])


def classification(y, p, w):
    label = (p >= THRESHOLD).astype(int)
    values = {
        "log_loss": metrics.log_loss(y, p, sample_weight=w, labels=[0, 1]),
        "brier": metrics.brier_score_loss(y, p, sample_weight=w, pos_label=1),
        "accuracy": metrics.accuracy_score(y, label, sample_weight=w),
        "f1": metrics.f1_score(y, label, sample_weight=w, zero_division=0),
        "ece": calibration_error(y, p, w),
    }
    if len(set(y)) == 2:
        values["auc"] = metrics.roc_auc_score(y, p, sample_weight=w)
        values["average_precision"] = metrics.average_precision_score(y, p, sample_weight=w)
    return values


def regression(y, p, w):
    nonzero = y != 0
    error = np.abs(y - p)
    size = np.abs(y) + np.abs(p)
    values = {
        "mae": metrics.mean_absolute_error(y, p, sample_weight=w),
        "rmse": metrics.root_mean_squared_error(y, p, sample_weight=w),
        "r2": metrics.r2_score(y, p, sample_weight=w),
        "wape": np.sum(w * error) / np.sum(w * np.abs(y)),
        "smape": np.average(np.where(size == 0, 0, 2 * error / np.where(size == 0, 1, size)), weights=w),
        "mae_skill": 1 - np.average(error, weights=w) / np.average(np.abs(y - TRAINING_MEDIAN), weights=w),
    }
    if nonzero.any():
        values["mape"] = metrics.mean_absolute_percentage_error(y[nonzero], p[nonzero], sample_weight=w[nonzero])
    if (y >= 0).all() and (p > 0).all():
        values["poisson_deviance"] = metrics.mean_poisson_deviance(y, p, sample_weight=w)
    return values


def case(name, task, y, p, w):
    values = {"classification": classification, "regression": regression}[task](y, p, w)
    return {
        "name": name,
        "task": task,
        "target": y.tolist(),
        "prediction": p.tolist(),
        "weight": w.tolist(),
        "expected": {metric: float(value) for metric, value in sorted(values.items())},
    }


def cases():
    random = np.random.default_rng(20260301)
    for n in (7, 30):
        y = random.integers(0, 2, n).astype(float)
        y[:2] = [0, 1]
        p = np.round(0.3 * y + 0.7 * random.random(n), 4)
        tied = np.round(p, 1)
        weights = np.round(random.random(n) * 3 + 0.01, 3)
        for label, w in (("each row once", np.ones(n)), ("weighted", weights)):
            yield case(f"{n} probabilities, {label}", "classification", y, p, w)
            yield case(f"{n} probabilities in ties, {label}", "classification", y, tied, w)
            yield case(f"{n} equal probabilities, {label}", "classification", y, np.full(n, 0.4), w)
            yield case(f"{n} probabilities of 0 and 1, {label}", "classification", y, np.round(p), w)
            yield case(f"{n} rows of one class, {label}", "classification", np.ones(n), p, w)
            yield case(f"{n} rows called 0, {label}", "classification", y, p / 10, w)
        counts = random.poisson(3, n).astype(float)
        counts[:3] = [0, 4, 2]
        estimate = np.round(counts * random.uniform(0.5, 1.6, n) + 0.1, 3)
        signed = np.round(random.normal(0, 5, n), 3)
        for label, w in (("each row once", np.ones(n)), ("weighted", weights)):
            yield case(f"{n} counts, {label}", "regression", counts, estimate, w)
            yield case(f"{n} counts, all predicted alike, {label}", "regression", counts, np.full(n, 2.5), w)
            yield case(f"{n} counts, predicted exactly, {label}", "regression", counts, counts, w)
            yield case(f"{n} numbers of either sign, {label}", "regression", signed, np.round(signed + random.normal(0, 1, n), 3), w)
            yield case(f"{n} numbers far from 0, {label}", "regression", signed + 1e6, signed * 0.9 + 1e6, w)


lines = ",\n".join(json.dumps(each) for each in cases())
sys.stdout.write(f'{{"training_median": {TRAINING_MEDIAN}, "threshold": {THRESHOLD}, "cases": [\n{lines}\n]}}\n')
