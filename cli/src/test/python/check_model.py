"""Checks a registered model from outside: with onnxruntime, scikit-learn and MLflow, and nothing of Plimsoll.

usage: check_model.py MODEL_FOLDER EVIDENCE_FOLDER TABLE.csv

Scores the holdout rows of the table with model.onnx, compares with the stored predictions, recomputes every reported
metric to 1e-6, checks the canaries, and opens the folder with mlflow.pyfunc. Prints one line; any difference ends it
with an assertion.
"""

import json
import pathlib
import sys

import numpy as np
import onnxruntime
import pandas as pd
from sklearn import metrics as sk


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def feed(contract, frame):
    """The graph's inputs: float32 with NaN, or strings with "" for missing."""
    inputs = {}
    for column in contract["inputs"]:
        name = column["column"]
        if column["kind"] == "NUMBER":
            inputs[name] = pd.to_numeric(frame[name]).to_numpy(np.float32)
        else:
            inputs[name] = frame[name].fillna("").to_numpy(object)
    return inputs


def canaries(contract):
    frame = pd.DataFrame([c["values"] for c in contract["canaries"]], columns=[i["column"] for i in contract["inputs"]])
    return frame, np.array([c["expected"] for c in contract["canaries"]])


def assert_close(found, expected, what):
    tolerance = 1e-5 * np.maximum(np.abs(expected), np.std(expected))
    wrong = int((np.abs(found - expected) > tolerance).sum())
    assert wrong == 0, f"{what}: {wrong} of {len(expected)} predictions differ"


def calibration_error(y, p, w):
    bins = np.minimum((p * 10).astype(int), 9)
    inside = [bins == b for b in range(10) if (bins == b).any()]
    gaps = [np.average(y[i], weights=w[i]) - np.average(p[i], weights=w[i]) for i in inside]
    return np.average(np.abs(gaps), weights=[w[i].sum() for i in inside])


def classification(y, p, w, threshold):
    hard = (p >= threshold).astype(int)
    return {
        "auc": sk.roc_auc_score(y, p, sample_weight=w),
        "average_precision": sk.average_precision_score(y, p, sample_weight=w),
        "log_loss": sk.log_loss(y, p, sample_weight=w),
        "brier": sk.brier_score_loss(y, p, sample_weight=w),
        "accuracy": sk.accuracy_score(y, hard, sample_weight=w),
        "f1": sk.f1_score(y, hard, sample_weight=w, zero_division=0),
        "ece": calibration_error(y, p, w),
    }


def regression(y, p, w, median):
    mae = sk.mean_absolute_error(y, p, sample_weight=w)
    used = y != 0
    both = np.abs(y) + np.abs(p)
    values = {
        "mae": mae,
        "rmse": np.sqrt(sk.mean_squared_error(y, p, sample_weight=w)),
        "r2": sk.r2_score(y, p, sample_weight=w),
        "wape": np.sum(w * np.abs(y - p)) / np.sum(w * np.abs(y)),
        "mape": sk.mean_absolute_percentage_error(y[used], p[used], sample_weight=w[used]),
        "smape": np.average(2 * np.abs(y - p) / np.where(both == 0, 1, both), weights=w),
        "mae_skill": 1 - mae / sk.mean_absolute_error(y, np.full_like(y, median), sample_weight=w),
    }
    if (p > 0).all() and (y >= 0).all():
        values["poisson_deviance"] = sk.mean_poisson_deviance(y, p, sample_weight=w)
    return values


def main(model_folder, evidence, table):
    contract = read_json(model_folder / "contract.json")
    reported = read_json(evidence / "metrics.json")
    holdout = pd.read_csv(evidence / "holdout.csv", dtype={"key": str, "group": str}, keep_default_na=False)
    roles = contract["training"]["roles"]
    rows = pd.read_csv(table, dtype=str).set_index(roles["key"], drop=False).loc[holdout["key"]]

    session = onnxruntime.InferenceSession(str(model_folder / "model.onnx"), providers=["CPUExecutionProvider"])
    output = contract["output"]["name"]
    scored = session.run([output], feed(contract, rows))[0].astype(float).ravel()
    stored = holdout["prediction"].to_numpy(float)
    if "fold" in holdout:
        judged = stored  # each row by a model that was fitted without its fold, not by this one
    else:
        assert_close(scored, stored, "holdout")
        judged = scored
    frame, expected = canaries(contract)
    assert_close(session.run([output], feed(contract, frame))[0].astype(float).ravel(), expected, "canaries")

    y, w = holdout["target"].to_numpy(float), holdout["weight"].to_numpy(float)
    if contract["training"]["task"] == "CLASSIFICATION":
        recomputed = classification(y, judged, w, reported["threshold"])
    else:
        recomputed = regression(y, judged, w, reported["baseline"]["median"])
    values = {name: entry["value"] for name, entry in reported["metrics"].items() if "value" in entry}
    assert set(values) == set(recomputed), f"reported {sorted(values)}, recomputed {sorted(recomputed)}"
    for name, value in values.items():
        difference = abs(value - recomputed[name])
        assert difference <= 1e-6 * max(1, abs(value)), f"{name}: off by {difference}"

    import mlflow

    # pandas 3 would make its own string type of text, which MLflow does not hand on
    frame = pd.DataFrame({name: pd.Series(column, dtype=column.dtype) for name, column in feed(contract, rows).items()})
    predicted = mlflow.pyfunc.load_model(str(model_folder)).predict(frame)
    if isinstance(predicted, dict | pd.DataFrame):  # a model with intervals has three outputs
        predicted = predicted[output]
    assert_close(np.asarray(predicted, dtype=float).ravel(), scored, "mlflow")
    print(f"ok: {len(holdout)} rows, {len(values)} metrics")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
