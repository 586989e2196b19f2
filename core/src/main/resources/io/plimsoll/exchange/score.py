#!/usr/bin/env python3
"""Scores a CSV file with the model in model/, beside this script. Needs onnxruntime and numpy, and nothing of Plimsoll.

usage: score.py INPUT.csv -o OUTPUT.csv

INPUT.csv holds columns of the modelling table, found by their names: a header, commas, UTF-8; an empty field is a missing
value. Further columns are kept. OUTPUT.csv is the same with one column more: the prediction. Before the first row is read,
every file of the model is checked against its SHA-256, and the model against rows whose predictions are known.
"""

import argparse
import csv
import hashlib
import json
import math
import os
import pathlib
import re
import sys

import numpy as np
import onnxruntime

FOLDER = pathlib.Path(__file__).resolve().parent / "model"
ROWS_AT_ONCE = 10_000
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


class Refusal(Exception):
    """Something that the reader can mend, in one sentence; never with a value of the data."""


def verified_contract():
    """The contract, once every file has the bytes that the manifest says, and no other file is there."""
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    expected = manifest["files"]
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    for name in sorted(found - set(expected) - {"manifest.json"}):
        raise Refusal(f"model/{name} is not a file of this model: unpack the archive again")
    for name, entry in sorted(expected.items()):
        if name not in found:
            raise Refusal(f"model/{name} is missing: unpack the archive again")
        if hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() != entry["sha256"]:
            raise Refusal(f"model/{name} does not have the bytes it was exported with: unpack the archive again")
    return json.loads((FOLDER / "contract.json").read_text(encoding="utf-8"))


class Model:
    def __init__(self):
        self.contract = verified_contract()
        self.inputs = self.contract["inputs"]
        self.output = self.contract["output"]["name"]
        self.session = onnxruntime.InferenceSession(
            str(FOLDER / "model.onnx"), providers=["CPUExecutionProvider"]
        )
        self.check_canaries()

    def predict(self, columns):
        """One prediction a row, from a list of values for each input; None is missing."""
        feed = {}
        for spec, values in zip(self.inputs, columns):
            if spec["kind"] == "NUMBER":
                array = np.array([math.nan if v is None else v for v in values], dtype=np.float64).astype(np.float32)
            else:
                array = np.array(["" if v is None else v for v in values], dtype=object)
            feed[spec["column"]] = array.reshape(-1, 1) if len(self.inputs) == 1 else array
        return self.session.run([self.output], feed)[0].astype(np.float64).ravel()

    def check_canaries(self):
        canaries = self.contract["canaries"]
        if not canaries:
            return
        expected = np.array([canary["expected"] for canary in canaries])
        found = self.predict(list(zip(*(canary["values"] for canary in canaries))))
        allowed = 1e-5 * np.maximum(np.abs(expected), np.std(expected))
        off = int((~(np.abs(found - expected) <= allowed)).sum())
        if off:
            raise Refusal(
                f"{off} of {len(canaries)} canary rows get other predictions than when the model was made: this"
                " installation computes differently; install the versions in model/requirements.txt"
            )


def number(text, line, column):
    """Empty is missing; a boolean counts as 0 or 1, as in the modelling table."""
    text = text.strip()
    if text == "":
        return None
    if text.lower() in ("true", "false"):
        return float(text.lower() == "true")
    if not NUMBER.fullmatch(text):
        raise Refusal(f"line {line}, column {column}: not a number")
    return float(text)


def refuse_unseen(spec, values):
    """Where the contract says that a new category is refused; the graph itself could not say no."""
    if spec.get("refuse_unseen"):
        levels = set(spec["levels"])
        unseen = sum(1 for value in values if value is not None and value not in levels)
        if unseen:
            raise Refusal(f"column {spec['column']}: {unseen} rows have a category that the model was not trained on")


def read_columns(model, rows, lines, places):
    columns = []
    for spec in model.inputs:
        place = places[spec["column"]]
        if spec["kind"] == "NUMBER":
            values = [number(row[place], line, spec["column"]) for row, line in zip(rows, lines)]
        else:
            values = [row[place] or None for row in rows]
            refuse_unseen(spec, values)
        columns.append(values)
    return columns


def places_of(model, header, name):
    """Where each column that the model reads stands in the file."""
    wanted = [spec["column"] for spec in model.inputs]
    missing = [column for column in wanted if column not in header]
    if missing:
        raise Refusal(f"{name} lacks {len(missing)} columns that the model reads: {', '.join(missing)}")
    twice = [column for column in wanted if header.count(column) > 1]
    if twice:
        raise Refusal(f"{name} has columns twice: {', '.join(twice)}")
    if model.output in header:
        raise Refusal(f"{name} has a column {model.output} already: rename it, since the prediction is called so")
    return {column: header.index(column) for column in wanted}


def score(model, source, target, name):
    """The number of rows that were scored."""
    reader = csv.reader(source)
    writer = csv.writer(target, lineterminator="\n")
    header = next(reader, None)
    if header is None:
        raise Refusal(f"{name} is empty")
    places = places_of(model, header, name)
    writer.writerow(header + [model.output])
    total, rows, lines = 0, [], []

    def flush():
        nonlocal total
        predictions = model.predict(read_columns(model, rows, lines, places)) if rows else []
        writer.writerows(row + [repr(float(p))] for row, p in zip(rows, predictions))
        total += len(rows)
        rows.clear()
        lines.clear()

    for row in reader:
        if not row and len(header) > 1:
            continue
        if len(row) != len(header):
            raise Refusal(f"line {reader.line_num}: {len(row)} fields where the header has {len(header)}")
        rows.append(row)
        lines.append(reader.line_num)
        if len(rows) == ROWS_AT_ONCE:
            flush()
    flush()
    return total


def main():
    parser = argparse.ArgumentParser(description="Scores a CSV file with the model beside this script.")
    parser.add_argument("input", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    given = parser.parse_args()
    if given.output.resolve() == given.input.resolve():
        raise Refusal("the output is the input: name another file with -o")
    part = given.output.with_name(given.output.name + ".part")
    try:
        model = Model()
        with open(given.input, encoding="utf-8-sig", newline="") as source:
            with open(part, "w", encoding="utf-8", newline="") as target:
                total = score(model, source, target, given.input.name)
        os.replace(part, given.output)
    finally:
        part.unlink(missing_ok=True)
    print(f"scored {total} rows with {model.contract['model']}: {given.output}")


if __name__ == "__main__":
    try:
        main()
    except (Refusal, OSError, UnicodeDecodeError, csv.Error) as problem:
        said = "the input is not UTF-8" if isinstance(problem, UnicodeDecodeError) else str(problem)
        print(f"error: {said}", file=sys.stderr)
        sys.exit(2)
