"""Runs every command block (```sh) of README.md and docs/, each file in a folder of its own that looks like a fresh checkout.

A block must end with exit code 0. `./verify` inside a block runs one quick stage of the real one, since all of them would run this again.
"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MINUTES = 10
AT_A_TIME = 2


def checkout(folder):
    """What the commands of a reader can see: the launcher, the examples and the docs."""
    (folder / "plimsoll").symlink_to(ROOT / "plimsoll")
    verify = folder / "verify"
    verify.write_text(f'#!/bin/sh\nexec "{ROOT}/verify" scan\n', encoding="utf-8")
    verify.chmod(0o755)
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns(".plimsoll"))


def run(page):
    """How many blocks the page has, and what to print when one of them failed."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    if not blocks:
        return 0, None
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        checkout(folder)
        script = "set -eu\n" + "\n".join(blocks)
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60 * MINUTES,
            check=False,
        )
    if done.returncode == 0:
        return len(blocks), None
    said = done.stdout.decode("utf-8", "replace")
    return len(blocks), f"{said}\n{page.relative_to(ROOT)}: a command ended with {done.returncode}"


def main():
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    total, fine = 0, True
    # No page sees what another does, and a command line seldom keeps more than one core busy
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for page, (blocks, failure) in zip(pages, pool.map(run, pages)):
            total, fine = total + blocks, fine and failure is None
            if failure:
                print(failure)
            if blocks:
                print(f"{page.relative_to(ROOT)}: {blocks} blocks")
    print(f"{total} blocks in {len(pages)} pages")
    sys.exit(0 if fine and total else 1)


if __name__ == "__main__":
    main()
