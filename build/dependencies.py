#!/usr/bin/env python3
"""Holds what Maven resolved against build/dependencies.lock, and every licence against the list below.

    build/dependencies.py           compare; exit 1 and say what differs
    build/dependencies.py --update  write the lock anew, to be read before it is committed

Reads target/bom-with-tests.json, which ./verify has CycloneDX write, and the jars in */target/plimsoll/lib, which are the ones we ship.
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCK = ROOT / "build/dependencies.lock"
BOM = ROOT / "target/bom-with-tests.json"
SHIPPED = [ROOT / module / "target/plimsoll/lib" for module in ("cli", "server")]

ALLOWED = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0"}
# Weak copyleft, and what nothing shipped needs so far: good to test with, not to ship without a decision
ALLOWED_IN_TESTS = ALLOWED | {"0BSD", "EPL-2.0", "MPL-2.0"}

HEADER = """\
# Every library that the build puts on a class path: coordinates, SHA-256 of the jar, licence, shipped or only used in tests.
# Written by build/dependencies.py --update and compared by ./verify.
"""


def licences(component):
    names = [entry.get("expression") or entry["license"].get("id") or entry["license"].get("name") for entry in component.get("licenses", [])]
    return "/".join(sorted(names)) or "none"


def read_bom():
    rows = {}
    for component in json.loads(BOM.read_text())["components"]:
        if component["group"] == "io.plimsoll":
            continue
        sha256 = next(h["content"] for h in component["hashes"] if h["alg"] == "SHA-256")
        jar = f"{component['name']}-{component['version']}.jar"
        use = "shipped" if any((lib / jar).exists() for lib in SHIPPED) else "tests"
        rows[f"{component['group']}:{component['name']}:{component['version']}"] = (sha256, licences(component), use)
    return rows


def read_lock():
    lines = (line.split() for line in LOCK.read_text().splitlines() if line and not line.startswith("#"))
    return {coordinates: tuple(rest) for coordinates, *rest in lines}


def refused(rows):
    for coordinates, (_, licence, use) in rows.items():
        allowed = ALLOWED if use == "shipped" else ALLOWED_IN_TESTS
        # Of several licences the user may choose one
        if not any(name in allowed for name in licence.split("/")):
            yield f"{coordinates} ({use}): the licence {licence} is not on the list"


def differences(rows, locked):
    for coordinates in sorted(rows.keys() | locked.keys()):
        if coordinates not in locked:
            yield f"{coordinates} is resolved but not locked"
        elif coordinates not in rows:
            yield f"{coordinates} is locked but not resolved"
        elif rows[coordinates] != locked[coordinates]:
            yield f"{coordinates}: resolved {rows[coordinates]}, locked {locked[coordinates]}"


def main(arguments):
    for lib in SHIPPED:
        if not lib.is_dir():
            sys.exit(f"error: {lib.relative_to(ROOT)} is missing: run ./mvnw package first")
    rows = read_bom()
    problems = list(refused(rows))
    if arguments == ["--update"]:
        lines = (" ".join((coordinates, *row)) for coordinates, row in sorted(rows.items()))
        LOCK.write_text(HEADER + "\n".join(lines) + "\n")
        print(f"wrote {len(rows)} libraries to {LOCK.relative_to(ROOT)}")
    else:
        problems += differences(rows, read_lock())
    if problems:
        sys.exit("\n".join(problems) + "\nhelp: if this is meant, run build/dependencies.py --update and read what changed")
    shipped = sum(row[2] == "shipped" for row in rows.values())
    print(f"{len(rows)} libraries as locked ({shipped} shipped), all licences allowed")


if __name__ == "__main__":
    main(sys.argv[1:])
