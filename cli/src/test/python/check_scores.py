"""Checks a file of scores from outside: with onnxruntime and MLflow, and nothing of Plimsoll.

usage: check_scores.py MODEL_FOLDER TABLE.csv SCORES.csv

Scores every row of the table that has a score with model.onnx, and compares. The model's SELECT must take columns as they are.
"""

import pathlib
import sys

import mlflow.pyfunc
import numpy as np
import onnxruntime
import pandas as pd
from check_model import assert_close, feed, read_json

SOME = 200


def main(model_folder, table, scores):
    contract = read_json(model_folder / "contract.json")
    key = contract["training"]["roles"]["key"]
    scored = pd.read_csv(scores, dtype={key: str})
    # only blank is missing: a phase may well be called NA
    rows = pd.read_csv(table, dtype=str, keep_default_na=False, na_values=[""]).set_index(key, drop=False).loc[scored[key]]
    session = onnxruntime.InferenceSession(str(model_folder / "model.onnx"), providers=["CPUExecutionProvider"])
    inputs = feed(contract, rows)
    if len(inputs) == 1:
        inputs = {name: values.reshape(-1, 1) for name, values in inputs.items()}
    predicted = session.run(None, inputs)[0].reshape(-1)
    assert len(scored) > 0
    assert_close(predicted, scored["prediction"].to_numpy(float), "onnxruntime")

    # pandas 3 would make its own string type of text, which MLflow does not hand on
    some = {name: values.reshape(-1)[:SOME] for name, values in inputs.items()}
    frame = pd.DataFrame({name: pd.Series(values, dtype=values.dtype) for name, values in some.items()})
    loaded = mlflow.pyfunc.load_model(str(model_folder)).predict(frame)
    by_mlflow = np.asarray(loaded["prediction"] if isinstance(loaded, dict | pd.DataFrame) else loaded).reshape(-1)
    assert_close(by_mlflow, scored["prediction"].to_numpy(float)[:SOME], "mlflow.pyfunc")
    print(f"ok: {len(scored)} rows")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:4])
