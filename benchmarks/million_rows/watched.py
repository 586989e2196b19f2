"""Runs a process to its end and says what it took, as a whole and between the lines that it writes about its steps."""

import os
import pathlib
import re
import subprocess
import sys
import threading
from dataclasses import dataclass, field

MIB = 1 << 20
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
EVERY_SECONDS = 0.02
STEP = re.compile(r"^\d/\d (?P<name>\w+) +(?P<seconds>[\d.]+) s ")


@dataclass
class Step:
    """One step: its wall seconds as the process tells them, its processor seconds, and the most memory seen meanwhile."""

    name: str
    seconds: float
    processor_seconds: float
    most_mib: float


@dataclass
class Usage:
    """What a process took: wall and processor seconds, and the most memory as the kernel counts it."""

    seconds: float
    processor_seconds: float
    most_mib: float
    steps: list[Step] = field(default_factory=list)


class Sampler(threading.Thread):
    """Looks at a process many times a second: what it holds now, and which processor time it has used so far."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.folder = pathlib.Path(f"/proc/{pid}")
        self.most = 0.0
        self.processor_seconds = 0.0
        self.ended = threading.Event()

    def run(self):
        while not self.ended.wait(EVERY_SECONDS):
            self.look()

    def look(self):
        try:
            resident = int((self.folder / "statm").read_text().split()[1]) * PAGE / MIB
            used = (self.folder / "stat").read_text().rpartition(")")[2].split()[11:13]
        except (OSError, IndexError):
            return  # it has ended, or there is no /proc: then steps have no memory, and the whole still has
        self.most = max(self.most, resident)
        self.processor_seconds = sum(map(int, used)) / TICKS

    def since_last(self):
        """The most memory since this was asked last, and the processor time so far."""
        self.look()
        most, self.most = self.most, 0.0
        return most, self.processor_seconds


def run(command, clock, **options):
    """Runs a command that must succeed → its usage."""
    start = clock()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options) as process:
        sampler = Sampler(process.pid)
        sampler.start()
        steps, said, before = [], [], 0.0
        for line in process.stderr:
            said.append(line)
            if match := STEP.match(line):
                most, now = sampler.since_last()
                steps.append(Step(match["name"], float(match["seconds"]), now - before, most))
                before = now
        _, status, taken = os.wait4(process.pid, 0)
        seconds = clock() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.ended.set()
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with exit code {process.returncode}:\n{''.join(said)[-2000:]}")
    most_mib = taken.ru_maxrss / (1024 if sys.platform != "darwin" else MIB)
    return Usage(seconds, taken.ru_utime + taken.ru_stime, most_mib, steps)
