#!/usr/bin/env python3
"""Fails when a file of the repository holds what belongs on one machine only, or what the house style keeps out."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Where a rule's own words have to stand, or where a generated file is not ours to write
EXEMPT = {"build/scan.py", "mvnw", "mvnw.cmd", "LICENSE", "build/python/requirements.txt"}

EVERYWHERE = {
    "an absolute path of somebody's machine": re.compile(r"(?<![\w.)}/])/(?:work|root|home/\w+|Users/\w+|workspace)/"),
    "a note of something undone": re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b"),
    "a package index or mirror of one's own": re.compile(r"--(?:extra-)?index-url|--find-links|<mirrorOf>|<pluginRepository>|<repositories>"),
    "a merge conflict": re.compile(r"^(?:<{7}|>{7}) "),
}
IN_JAVA = {
    "a name that says nothing": re.compile(r"\b(?:class|record|interface|enum) \w*(?:Utils?|Helper|Manager|Impl)\b"),
    "a sleep in a test": re.compile(r"\bThread\.sleep\(|\bTimeUnit\.\w+\.sleep\("),
    "a switched-off check": re.compile(r"@Disabled\b|@SuppressWarnings\(\"NullAway|@SuppressWarnings\(\"all\""),
    "Lombok, a mock, or a printed stack trace": re.compile(r"import (?:lombok|org\.mockito)|\.printStackTrace\(\)"),
}

def tracked():
    listing = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True).stdout
    return sorted(name for name in listing.decode().split("\0") if name and name not in EXEMPT)


def text_of(name):
    path = ROOT / name
    if path.is_symlink() or not path.is_file():
        return None
    content = path.read_bytes()
    return None if b"\0" in content[:8192] else content.decode("utf-8", errors="replace")


def faults(name, text):
    rules = EVERYWHERE | (IN_JAVA if name.endswith(".java") else {})
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in rules.items():
            if pattern.search(line):
                yield f"{name}:{number}: {what}"


def packages_without_a_word(names):
    folders = {pathlib.PurePosixPath(name).parent for name in names if name.endswith(".java") and "/src/main/java/" in name}
    for folder in sorted(folders):
        info = ROOT / folder / "package-info.java"
        if not info.is_file() or "@NullMarked" not in info.read_text():
            yield f"{folder}: no package-info.java with @NullMarked"


def main():
    names = tracked()
    found = list(packages_without_a_word(names))
    for name in names:
        text = text_of(name)
        if text is not None:
            found.extend(faults(name, text))
    if found:
        sys.exit("\n".join(found))
    print(f"{len(names)} files, nothing found")


if __name__ == "__main__":
    main()
