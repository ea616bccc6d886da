"""One measured build."""

import json
import math
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path


LAUNCHER = Path(__file__).with_name("launch.py")


class BuildFailed(Exception):
    pass


@dataclass(frozen=True)
class Count:
    pages: int = 0
    files: int = 0
    bytes: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.pages + other.pages, self.files + other.files, self.bytes + other.bytes)


@dataclass(frozen=True)
class Run:
    wall: float
    """Seconds; infinite if the build was stopped at its limit, and then nothing else is known."""
    cpu: float
    """User and system seconds, of the whole process tree."""
    memory: int
    """Peak resident bytes of the largest process in the tree."""
    output: Count
    sections: dict[str, Count]
    """The output by the first part of its path."""
    addresses: frozenset[str]
    """The path of each file in the output."""
    phases: dict[str, float] = field(default_factory=dict)
    """Seconds of each part of the build, where the tool tells them."""

    @property
    def is_whole(self) -> bool:
        return math.isfinite(self.wall)


STOPPED = Run(math.inf, math.inf, 0, Count(), {}, frozenset())


def measure(command: list[str], output: Path, limit: float | None = None) -> tuple[Run, str]:
    """Runs the command, for at most `limit` seconds; also returns what it printed."""
    with tempfile.TemporaryFile() as log, tempfile.NamedTemporaryFile("r+") as report:
        process = subprocess.Popen(
            [sys.executable, "-S", str(LAUNCHER), report.name, *command], stdin=subprocess.DEVNULL,
            stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        expired = threading.Event()
        with expiring(limit, lambda: (expired.set(), stop(process))):
            try:
                process.wait()
            except BaseException:
                stop(process)
                raise
        if expired.is_set():
            return STOPPED, ""
        log.seek(0)
        told = log.read().decode(errors="replace")
        taken = json.loads(report.read() or '{"code": "nothing that it told"}')
    if taken["code"]:
        raise BuildFailed(
            f"{' '.join(command)}\nexited with {taken['code']}:\n{told[-8_000:]}")
    sections, addresses = count(output)
    total = sum(sections.values(), Count())
    if not total.pages:
        raise BuildFailed(f"{' '.join(command)}\nwrote no page:\n{told[-8_000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(taken["wall"], taken["cpu"], taken["peak"] * unit, total, sections,
               addresses), told


class expiring:
    """Calls `action` if the block takes more than `limit` seconds."""

    def __init__(self, limit: float | None, action) -> None:
        self.timer = threading.Timer(limit, action) if limit else None

    def __enter__(self) -> None:
        if self.timer:
            self.timer.start()

    def __exit__(self, *_: object) -> None:
        if self.timer:
            self.timer.cancel()


def stop(process: subprocess.Popen) -> None:
    """The process and all that it started: it leads a session of its own."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def count(output: Path) -> tuple[dict[str, Count], frozenset[str]]:
    sections: defaultdict[str, Count] = defaultdict(Count)
    addresses: set[str] = set()
    for folder, _, names in os.walk(output):
        place = Path(folder).relative_to(output)
        section = place.parts[0] if place.parts else "/"
        size = sum(os.path.getsize(os.path.join(folder, name)) for name in names)
        pages = sum(name.endswith(".html") for name in names)
        sections[section] += Count(pages, len(names), size)
        addresses.update((place / name).as_posix() for name in names)
    return dict(sections), frozenset(addresses)
