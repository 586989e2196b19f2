#!/usr/bin/env python3
"""Makes a table of any size up to 5.4 million rows, the same every time: each site of all_sites.parquet in each month of its trial.

The sites with a target come first, so that the first three million rows are all trained on.
"""

import argparse
import pathlib

import numpy as np
import pandas as pd

MOST_MONTHS = 120
TARGET = "MEAN_ENROLLMENT_PER_SITE_MONTH"


def site_months(sites, rows):
    """The first so many site-months: `site_month_id` is unique, `month` counts from the trial's start."""
    started = sites[sites["start_month"].notna() & sites["duration_months"].notna()]
    ordered = pd.concat([started[started[TARGET].notna()], started[started[TARGET].isna()]], ignore_index=True)
    months = np.minimum(ordered["duration_months"].to_numpy().astype(int) + 1, MOST_MONTHS)
    enough = 1 + int(np.searchsorted(months.cumsum(), rows))
    ordered, months = ordered.iloc[:enough], months[:enough]
    table = ordered.loc[ordered.index.repeat(months)].reset_index(drop=True)
    month = np.concatenate([np.arange(count) for count in months])
    table.insert(0, "site_month_id", table["site_row_id"].astype(str) + "-" + pd.Series(month).astype(str).str.zfill(3))
    table.insert(3, "month", month)
    table.insert(4, "calendar_month", (table["start_month"].astype(int) + month) % 12 + 1)
    return table.iloc[:rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sites", type=pathlib.Path, help="all_sites.parquet")
    parser.add_argument("rows", type=int)
    parser.add_argument("target", type=pathlib.Path, help="where to write: a name that ends with .csv or .parquet")
    given = parser.parse_args()
    table = site_months(pd.read_parquet(given.sites), given.rows)
    if len(table) < given.rows:
        parser.error(f"there are only {len(table):,} site-months")
    if given.target.suffix == ".csv":
        table.to_csv(given.target, index=False, lineterminator="\n")
    else:
        table.to_parquet(given.target, index=False)


if __name__ == "__main__":
    main()
