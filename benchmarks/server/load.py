#!/usr/bin/env python3
"""How quickly a server with 10,000 runs answers while many follow a run that goes on, and what that takes of memory.

    benchmarks/server/load.py [--followers 200] [--readers 4] [--minutes 10]

Python 3.11 or newer without packages. One run after the other trains 10,000 trees on the sample; as many follow each of them to its end. Readers ask one after the other,
with a pause of 150 ms in between. Ends with 1 where the 95th percentile of a route is above 200 ms, a follower misses an event, or memory is a tenth higher in the last third than in the second.
"""

import argparse
import collections
import json
import os
import pathlib
import platform
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "benchmarks" / "registry"))

import lists  # noqa: E402  (fills a workspace as years of runs do)

MOST_MS = 200
PAUSE = 0.15
SETTINGS = {"models.ACTIVATION.settings.trees": 10_000}
ROUTES = {
    "runs": "/api/v1/runs?limit=50",
    "runs of a model": "/api/v1/runs?model=model-07&limit=50",
    "a run": "/api/v1/runs/r-05000",
    "models": "/api/v1/models?limit=50",
    "versions of a model": "/api/v1/models/model-07/versions?limit=50",
    "experiments": "/api/v1/experiments?limit=50",
    "the event log": "/api/v1/audit/events?limit=50",
    "endpoints": "/api/v1/endpoints",
}


class Server:
    """A server over a project of its own, with a token for a submitter."""

    def __init__(self, folder):
        self.project = folder / "project"
        self.log = (folder / "serve.log").open("w", encoding="utf-8")
        self.plimsoll("init", str(self.project))
        self.plimsoll("-p", str(self.project), "publish", "lung", "ACTIVATION")
        made = self.plimsoll("-p", str(self.project), "--json", "tokens", "create", "load", "--role", "submitter")
        self.token = json.loads(made)["secret"]
        with sqlite3.connect(self.project / ".plimsoll" / "plimsoll.db") as database:
            lists.fill(database)
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(ROOT / "plimsoll"), "-p", str(self.project), "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)", self.process.stdout.readline()).group(1))
        self.ready = time.perf_counter() - started

    @staticmethod
    def plimsoll(*arguments):
        return subprocess.run([str(ROOT / "plimsoll"), *arguments], capture_output=True, text=True, check=True).stdout

    def ask(self, path, body=None, key=None):
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        if body is not None:
            headers |= {"Content-Type": "application/json", "Idempotency-Key": key}
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers=headers, data=None if body is None else json.dumps(body).encode()
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            sys.exit(f"{path}: {refused.read().decode('utf-8', 'replace')}")

    def mib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=120)
        self.log.close()


class Follower(threading.Thread):
    """Reads the events of a run to their end."""

    def __init__(self, server, run):
        super().__init__(daemon=True)
        self.server, self.run_id = server, run
        self.seen, self.ended, self.failure, self.status = [], False, None, ""

    def run(self):
        try:
            with socket.create_connection(("127.0.0.1", self.server.port)) as connection:
                request = (
                    f"GET /api/v1/runs/{self.run_id}/events HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                    f"Authorization: Bearer {self.server.token}\r\nAccept: text/event-stream\r\n\r\n"
                )
                connection.sendall(request.encode())
                answer = connection.makefile("r", encoding="utf-8", newline="\n")
                self.status = answer.readline().split(" ")[1]
                for line in answer:
                    if line.startswith("id:"):
                        self.seen.append(int(line[3:]))
                    elif line.startswith("event:") and line[6:].strip() == "end":
                        self.ended = True
                        return
        except OSError as failure:
            self.failure = failure


def read(server, took, until):
    while time.monotonic() < until:
        for name, path in ROUTES.items():
            started = time.perf_counter()
            server.ask(path)
            took[name].append(1000 * (time.perf_counter() - started))
            time.sleep(PAUSE)


def percentile(values, share):
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def follow(server, given, followers, until):
    """Runs until the time is up, the last one cancelled then; so many follow each."""
    number = 0
    while time.monotonic() < until:
        number += 1
        body = {"settings": SETTINGS | {"models.ACTIVATION.seed": number}}
        run = server.ask("/api/v1/endpoints/lung-activation-training/runs", body, f"load-{number}")["run"]
        some = [Follower(server, run) for _ in range(given.followers)]
        followers.extend(some)
        for follower in some:
            follower.start()
        while time.monotonic() < until and not some[0].ended:
            time.sleep(0.1)
        if not some[0].ended:
            server.ask(f"/api/v1/runs/{run}/cancel", {"reason": "measured enough"}, "load-last")
        for follower in some:
            follower.join(timeout=60)


def measure(server, given):
    took = {name: [] for name in ROUTES}
    followers = []
    until = time.monotonic() + 60 * given.minutes
    threads = [threading.Thread(target=read, args=(server, took, until)) for _ in range(given.readers)]
    threads.append(threading.Thread(target=follow, args=(server, given, followers, until)))
    for thread in threads:
        thread.start()
    memory = []
    while time.monotonic() < until:
        memory.append(server.mib())
        time.sleep(min(5, 60 * given.minutes / 12))
    for thread in threads:
        thread.join()
    return took, memory, followers


def is_good(took, memory, followers):
    good = True
    for name, values in took.items():
        high = percentile(values, 95)
        good &= high <= MOST_MS
        print(f"{name:20} {len(values):6} answers, median {statistics.median(values):6.1f} ms, 95th percentile {high:6.1f} ms, worst {max(values):7.1f} ms")
    third = len(memory) // 3
    before, after = statistics.median(memory[third : 2 * third]), statistics.median(memory[2 * third :])
    print(f"memory {memory[0]:.0f} MiB at first, {before:.0f} in the second third, {after:.0f} in the last, {max(memory):.0f} at most")
    whole = sum(f.ended and f.failure is None and f.seen == list(range(1, len(f.seen) + 1)) for f in followers)
    runs = {f.run_id for f in followers}
    alike = all(len({len(f.seen) for f in followers if f.run_id == run}) == 1 for run in runs)
    events = sum(len(f.seen) for f in followers)
    print(f"{len(runs)} runs; {whole} of {len(followers)} followers were told every event to the end, {events:,} in all")
    print(f"answers to followers: {dict(collections.Counter(f.status for f in followers))}")
    return good and after <= 1.1 * before and whole == len(followers) and alike


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--followers", type=int, default=200, help="of one run (default 200)")
    parser.add_argument("--readers", type=int, default=4, help="who ask at a time (default 4)")
    parser.add_argument("--minutes", type=float, default=10, help="how long (default 10)")
    given = parser.parse_args()
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="load-") as scratch:
        server = Server(pathlib.Path(scratch))
        print(f"{lists.RUNS:,} runs, {lists.VERSIONS:,} versions; ready in {server.ready:.1f} s; {given.followers} followers, {given.readers} readers")
        try:
            measured = measure(server, given)
        finally:
            server.stop()
        sys.exit(0 if is_good(*measured) else 1)


if __name__ == "__main__":
    main()
