"""One measured build."""

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


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
    """Seconds."""
    cpu: float
    """User and system seconds, of the whole process tree."""
    memory: int
    """Peak resident bytes of the largest process in the tree."""
    output: Count
    sections: dict[str, Count]
    """The output by the first part of its path."""


def measure(command: list[str], output: Path) -> Run:
    with tempfile.TemporaryFile() as log:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            told = log.read(8_000).decode(errors="replace")
            raise BuildFailed(f"{' '.join(command)}\nexited with {process.returncode}:\n{told}")
    sections = count_sections(output)
    total = sum(sections.values(), Count())
    if not total.pages:
        raise BuildFailed(f"{' '.join(command)}\nwrote no page")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, total, sections)


def count_sections(output: Path) -> dict[str, Count]:
    sections: defaultdict[str, Count] = defaultdict(Count)
    for folder, _, names in os.walk(output):
        parts = Path(folder).relative_to(output).parts
        section = parts[0] if parts else "/"
        size = sum(os.path.getsize(os.path.join(folder, name)) for name in names)
        pages = sum(name.endswith(".html") for name in names)
        sections[section] += Count(pages, len(names), size)
    return dict(sections)
