#!/usr/bin/env python3
"""The same job with polars and XGBoost alone, from what export_pandas.py took apart: nothing is imported or read that is not needed."""

import argparse
import json
import pathlib

import numpy as np
import polars as pl
import xgboost

KEEP = ["site_month_id", "trial_id", "country"]


def encoded(rows, medians, levels):
    """The matrix that the pipeline of ../million_rows makes: medians for gaps, then a column for each level, the rare ones last and together."""
    columns = [pl.col(column).cast(pl.Float32).fill_null(median) for column, median in medians.items()]
    for column, of in levels.items():
        text = pl.col(column).cast(pl.String).fill_null("missing")
        columns += [(text == level).cast(pl.Float32).alias(f"{column}={level}") for level in of["known"]]
        if of["rare"]:
            columns.append(text.is_in(of["rare"]).cast(pl.Float32).alias(f"{column}: rare"))
    return rows.lazy().select(columns).collect().to_numpy()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="the rows to score, CSV or Parquet")
    parser.add_argument("model", type=pathlib.Path, help="the folder that export_pandas.py made")
    parser.add_argument("output", type=pathlib.Path, help="a Parquet file")
    given = parser.parse_args()
    of = json.loads((given.model / "columns.json").read_text(encoding="utf-8"))
    booster = xgboost.Booster()
    booster.load_model(given.model / "model.ubj")
    wanted = list(dict.fromkeys([*KEEP, *of["medians"], *of["levels"]]))
    read = pl.read_csv if given.data.suffix == ".csv" else pl.read_parquet
    rows = read(given.data, columns=wanted)
    matrix = encoded(rows, of["medians"], of["levels"])
    predictions = np.expm1(booster.inplace_predict(matrix))
    rows.select(KEEP).with_columns(pl.Series("prediction", predictions)).write_parquet(given.output)


if __name__ == "__main__":
    main()
