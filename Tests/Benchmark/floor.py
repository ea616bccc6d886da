"""The floor, `floor.c`: the least that any generator must do for the site that isnad builds."""

import os
import shlex
import shutil
from dataclasses import replace
from pathlib import Path

from machine import cores
from measure import Run
from tools import Tool, run

SOURCE = Path(__file__).with_suffix(".c")


def compile_floor(folder: Path) -> Tool:
    binary = folder / "floor"
    folder.mkdir(parents=True, exist_ok=True)
    libcmark = shlex.split(run(["pkg-config", "--cflags", "--libs", "libcmark"]))
    run([compiler(), "-std=c11", "-O2", "-Wall", "-Wextra", "-pthread", "-o", str(binary),
         str(SOURCE), *libcmark])
    threads = cores()
    return Tool("floor", f"of {threads} threads", lambda source, output: [
        str(binary), str(threads), str(source.parent / "isnad"), str(source.parent / "site"),
        str(output), str(source.parent / "texts")], of_its_own_clock)


def compiler() -> str:
    """Swift brings clang along, where there is no other."""
    return os.environ.get("CC") or shutil.which("cc") or "clang"


def of_its_own_clock(run: Run, printed: str) -> Run:
    """Time and CPU of the part that counts. Its memory holds the whole site, and says nothing."""
    told = {name: float(seconds) for name, seconds in map(str.split, printed.splitlines())}
    return replace(run, wall=told.pop("wall"), cpu=told.pop("cpu"), memory=0, phases=told)
