#!/usr/bin/env python3
"""The job of `plimsoll score site-months ENROLLMENT`, as one would write it with pandas and the pipeline of ../million_rows that MLflow keeps."""

import argparse
import pathlib
import sys

import mlflow
import mlflow.sklearn
import pandas as pd

sys.path.insert(0, str(pathlib.Path(__file__).parent.with_name("million_rows")))
from train_pandas import CATEGORICAL, FEATURES, MODEL, NUMERIC

KEEP = ["site_month_id", "trial_id", "country"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="the rows to score, CSV or Parquet")
    parser.add_argument("folder", type=pathlib.Path, help="where MLflow keeps runs, models and files")
    parser.add_argument("output", type=pathlib.Path, help="a Parquet file")
    parser.add_argument("--columns", action="store_true", help="read only the columns that are needed")
    given = parser.parse_args()
    mlflow.set_tracking_uri(f"sqlite:///{(given.folder / 'mlflow.db').resolve()}")
    model = mlflow.sklearn.load_model(f"models:/{MODEL}@champion")
    wanted = list(dict.fromkeys(KEEP + FEATURES)) if given.columns else None
    if given.data.suffix == ".csv":
        rows = pd.read_csv(given.data, usecols=wanted)
    else:
        rows = pd.read_parquet(given.data, columns=wanted)
    rows = rows.astype({column: "float64" for column in NUMERIC} | {column: "object" for column in CATEGORICAL})
    rows[KEEP].assign(prediction=model.predict(rows[FEATURES])).to_parquet(given.output, index=False)


if __name__ == "__main__":
    main()
