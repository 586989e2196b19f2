#!/usr/bin/env python3
"""The job of `plimsoll train site-months`, as one would write it with pandas, scikit-learn, XGBoost and MLflow.

As in ../cold_train it is written without waste, and leaves out what Plimsoll does beyond the common job.
"""

import argparse
import json
import pathlib

import mlflow
import mlflow.sklearn
import numpy as np
import pandas as pd
from mlflow.models import infer_signature
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import mean_absolute_error, root_mean_squared_error
from sklearn.model_selection import GroupShuffleSplit
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder
from xgboost import XGBRegressor

TARGET = "MEAN_ENROLLMENT_PER_SITE_MONTH"
GROUP = "trial_id"
NUMERIC = [
    *("month", "calendar_month", "prior_trials_facility", "prior_trials_city", "sites_same_country", "n_interventions", "n_arms"),
    *("n_collaborators", "min_age_years", "max_age_years", "has_drug", "has_biological", "has_radiation", "has_procedure"),
    *("n_sites", "n_countries", "share_us_sites"),
]
CATEGORICAL = ["country", "phase", "allocation", "intervention_model", "masking", "primary_purpose", "sponsor_class", "sex"]
FEATURES = NUMERIC + CATEGORICAL
MODEL = "site-months-enrollment"
SETTINGS = {"n_estimators": 100, "max_depth": 4, "learning_rate": 0.1, "random_state": 0}
REQUIREMENTS = pathlib.Path(__file__).parent.with_name("cold_train") / "requirements.txt"
SIGNED_ROWS = 1000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="the table, CSV or Parquet")
    parser.add_argument("folder", type=pathlib.Path, help="where MLflow keeps runs, models and files")
    parser.add_argument("--dense", action="store_true", help="make the one-hot columns dense and float32")
    return parser.parse_args()


def connect(folder):
    folder.mkdir(parents=True, exist_ok=True)
    mlflow.set_tracking_uri(f"sqlite:///{(folder / 'mlflow.db').resolve()}")
    mlflow.create_experiment("site-months", artifact_location=(folder / "artifacts").resolve().as_uri())
    mlflow.set_experiment("site-months")


def modelling_table(path):
    table = pd.read_csv(path) if path.suffix == ".csv" else pd.read_parquet(path)
    # Whole numbers would make MLflow's signature refuse a missing one later
    return table.astype({column: "float64" for column in NUMERIC} | {column: "object" for column in CATEGORICAL})


def split(table):
    labelled = table[table[TARGET].notna()]
    train, holdout = next(GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0).split(labelled, groups=labelled[GROUP]))
    return labelled.iloc[train], labelled.iloc[holdout]


def pipeline(dense):
    one_hot = {"sparse_output": False, "dtype": np.float32} if dense else {}
    levels = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="missing"),
        OneHotEncoder(handle_unknown="ignore", max_categories=50, **one_hot),
    )
    columns = ColumnTransformer([("numeric", SimpleImputer(strategy="median"), NUMERIC), ("categorical", levels, CATEGORICAL)])
    trees = TransformedTargetRegressor(XGBRegressor(**SETTINGS), func=np.log1p, inverse_func=np.expm1)
    return Pipeline([("columns", columns), ("trees", trees)])


def measured(model, holdout, median):
    predicted = model.predict(holdout[FEATURES])
    target = holdout[TARGET]
    mae = mean_absolute_error(target, predicted)
    return {
        "mae": mae,
        "mae_skill": 1 - mae / float((target - median).abs().mean()),
        "rmse": root_mean_squared_error(target, predicted),
    }


def register(model, train):
    some = train[FEATURES].head(SIGNED_ROWS)
    logged = mlflow.sklearn.log_model(
        model,
        name="model",
        signature=infer_signature(some, model.predict(some)),
        pip_requirements=str(REQUIREMENTS),
        # MLflow's default format refuses XGBoost's classes
        serialization_format="cloudpickle",
    )
    version = mlflow.register_model(logged.model_uri, MODEL).version
    mlflow.MlflowClient().set_registered_model_alias(MODEL, "champion", version)
    return version


def main():
    given = arguments()
    connect(given.folder)
    table = modelling_table(given.data)
    train, holdout = split(table)
    with mlflow.start_run() as run:
        model = pipeline(given.dense).fit(train[FEATURES], train[TARGET])
        metrics = measured(model, holdout, train[TARGET].median())
        mlflow.log_params(SETTINGS | {"features": ",".join(FEATURES), "train_rows": len(train), "holdout_rows": len(holdout)})
        mlflow.log_metrics(metrics)
        mlflow.log_input(mlflow.data.from_pandas(table[[*FEATURES, TARGET]], targets=TARGET, name="site-months"), context="training")
        version = register(model, train)
    print(json.dumps({"run": run.info.run_id, "model": MODEL, "version": version, "rows": len(table), "metrics": metrics}))


if __name__ == "__main__":
    main()
