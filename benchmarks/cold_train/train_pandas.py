#!/usr/bin/env python3
"""The job of `plimsoll train lung` on the sample project, as one would write it with pandas, scikit-learn, XGBoost and MLflow.

Reads the table, keeps the interventional trials, holds 20 % of the trials out, fits imputation, one-hot encoding and 250 trees,
measures the holdout, and registers the model with its signature, parameters and metrics when it is good enough and not worse than the
champion on the same rows. It leaves out what takes a data scientist more than an afternoon: intervals, checks of the data, a verdict
that can be explained, bytes that are the same every time.
"""

import argparse
import json
import pathlib

import mlflow
import mlflow.sklearn
import pandas as pd
from mlflow.models import infer_signature
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score
from sklearn.model_selection import GroupShuffleSplit
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder
from xgboost import XGBClassifier

TARGET = "ACTIVATION"
GROUP = "trial_id"
NUMERIC = ["prior_trials_facility", "prior_trials_city", "start_year", "n_arms"]
CATEGORICAL = ["country", "phase", "allocation", "sponsor_class"]
FEATURES = NUMERIC + CATEGORICAL
MODEL = "lung-activation"
CHAMPION = "champion"
LEAST_AUC = 0.65
WORSE_BY_AT_MOST = 0.01
SETTINGS = {"n_estimators": 250, "max_depth": 4, "learning_rate": 0.05, "random_state": 0}
REQUIREMENTS = pathlib.Path(__file__).with_name("requirements.txt")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="lung_sites.csv")
    parser.add_argument("folder", type=pathlib.Path, help="where MLflow keeps runs, models and files")
    return parser.parse_args()


def connect(folder):
    folder.mkdir(parents=True, exist_ok=True)
    mlflow.set_tracking_uri(f"sqlite:///{(folder / 'mlflow.db').resolve()}")
    if mlflow.get_experiment_by_name("lung") is None:
        mlflow.create_experiment("lung", artifact_location=(folder / "artifacts").resolve().as_uri())
    mlflow.set_experiment("lung")


def modelling_table(path):
    sites = pd.read_csv(path)
    table = sites[sites["study_type"] == "INTERVENTIONAL"]
    # Whole numbers would make MLflow's signature refuse a missing one later
    return table.astype({column: "float64" for column in NUMERIC} | {column: "object" for column in CATEGORICAL})


def split(table):
    labelled = table[table[TARGET].notna()]
    train, holdout = next(GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0).split(labelled, groups=labelled[GROUP]))
    return labelled.iloc[train], labelled.iloc[holdout]


def pipeline():
    levels = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="missing"),
        OneHotEncoder(handle_unknown="ignore", max_categories=50, sparse_output=False),
    )
    columns = ColumnTransformer([("numeric", SimpleImputer(strategy="median"), NUMERIC), ("categorical", levels, CATEGORICAL)])
    return Pipeline([("columns", columns), ("trees", XGBClassifier(**SETTINGS))])


def measured(model, holdout):
    probability = model.predict_proba(holdout[FEATURES])[:, 1]
    target = holdout[TARGET]
    return {
        "auc": roc_auc_score(target, probability),
        "log_loss": log_loss(target, probability),
        "brier": brier_score_loss(target, probability),
    }


def champion():
    """The registered champion, or None when there is none yet."""
    try:
        mlflow.MlflowClient().get_model_version_by_alias(MODEL, CHAMPION)
    except mlflow.exceptions.MlflowException:
        return None
    return mlflow.sklearn.load_model(f"models:/{MODEL}@{CHAMPION}")


def good_enough(metrics, holdout):
    if metrics["auc"] < LEAST_AUC:
        return False
    opponent = champion()
    return opponent is None or metrics["auc"] >= measured(opponent, holdout)["auc"] - WORSE_BY_AT_MOST


def register(model, train):
    # Named requirements spare MLflow the subprocess in which it finds them out
    logged = mlflow.sklearn.log_model(
        model,
        name="model",
        signature=infer_signature(train[FEATURES], model.predict_proba(train[FEATURES])),
        pip_requirements=str(REQUIREMENTS),
        pyfunc_predict_fn="predict_proba",
        # MLflow's default format refuses XGBoost's classes
        serialization_format="cloudpickle",
    )
    version = mlflow.register_model(logged.model_uri, MODEL).version
    mlflow.MlflowClient().set_registered_model_alias(MODEL, CHAMPION, version)
    return version


def main():
    given = arguments()
    connect(given.folder)
    table = modelling_table(given.data)
    train, holdout = split(table)
    with mlflow.start_run() as run:
        model = pipeline().fit(train[FEATURES], train[TARGET].astype(int))
        metrics = measured(model, holdout)
        mlflow.log_params(SETTINGS | {"features": ",".join(FEATURES), "train_rows": len(train), "holdout_rows": len(holdout)})
        mlflow.log_metrics(metrics)
        mlflow.log_input(mlflow.data.from_pandas(table[[*FEATURES, TARGET]], targets=TARGET, name="lung"), context="training")
        version = register(model, train) if good_enough(metrics, holdout) else None
        mlflow.set_tag("outcome", "REGISTERED" if version else "NOT_REGISTERED")
    print(json.dumps({"run": run.info.run_id, "model": MODEL, "version": version, "rows": len(table), "metrics": metrics}))


if __name__ == "__main__":
    main()
