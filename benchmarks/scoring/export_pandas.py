#!/usr/bin/env python3
"""Takes the pipeline that MLflow keeps apart for score_polars.py: XGBoost's own file, and what the columns need, as JSON."""

import argparse
import json
import pathlib
import sys

import mlflow
import mlflow.sklearn

sys.path.insert(0, str(pathlib.Path(__file__).parent.with_name("million_rows")))
from train_pandas import CATEGORICAL, MODEL, NUMERIC


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="where MLflow keeps runs, models and files")
    parser.add_argument("target", type=pathlib.Path, help="a folder for model.ubj and columns.json")
    given = parser.parse_args()
    mlflow.set_tracking_uri(f"sqlite:///{(given.folder / 'mlflow.db').resolve()}")
    model = mlflow.sklearn.load_model(f"models:/{MODEL}@champion")
    columns = model.named_steps["columns"]
    encoder = columns.named_transformers_["categorical"][-1]
    levels = {}
    for column, known, rare in zip(CATEGORICAL, encoder.categories_, encoder.infrequent_categories_):
        grouped = set() if rare is None else set(rare)
        levels[column] = {"known": [level for level in known if level not in grouped], "rare": sorted(grouped)}
    medians = dict(zip(NUMERIC, columns.named_transformers_["numeric"].statistics_.tolist()))
    given.target.mkdir(parents=True, exist_ok=True)
    model.named_steps["trees"].regressor_.get_booster().save_model(given.target / "model.ubj")
    (given.target / "columns.json").write_text(json.dumps({"medians": medians, "levels": levels}), encoding="utf-8")


if __name__ == "__main__":
    main()
