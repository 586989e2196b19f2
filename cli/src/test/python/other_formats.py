"""Writes a CSV table as Parquet and as JSON lines, the way pandas and pyarrow do it by themselves."""

import json
import pathlib
import sys

import pandas as pd

table, folder = map(pathlib.Path, sys.argv[1:])

# As pandas understands it, but for "NA", which is a word here: whole numbers with a gap become floats, dates stay text
typed = pd.read_csv(table, low_memory=False, keep_default_na=False, na_values=[""])
typed.to_parquet(folder / "typed.parquet", index=False)

# Everything as text, in another order of rows
texts = pd.read_csv(table, dtype=str, keep_default_na=False).sample(frac=1, random_state=7)
texts.to_parquet(folder / "texts.parquet", index=False)

# One object a line, without the keys that have no value
with (folder / "sites.jsonl").open("w", encoding="utf-8") as out:
    for row in typed.to_dict(orient="records"):
        json.dump({key: value for key, value in row.items() if value == value}, out, ensure_ascii=False)
        out.write("\n")

print(f"ok: {len(typed)} rows")
