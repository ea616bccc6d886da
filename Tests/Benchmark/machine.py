"""Under which conditions figures were obtained."""

import os
import platform
import time
from pathlib import Path

from tools import Tool


def conditions(folder: Path, tools: list[Tool]) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{tool.name} {tool.version}" for tool in tools)
    return (f"{time.strftime('%Y-%m-%d')}: {cores()} cores{processor()}, {memory:.0f} GiB, "
            f"load {os.getloadavg()[0]:.1f} at the start; "
            f"{platform.system()} {platform.machine()}; files in {folder}\n"
            f"{versions}, Python {platform.python_version()}")


def free_memory() -> int:
    """Bytes that programs and files in memory can still take, as far as Linux tells."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    sizes = dict(line.split(":", 1) for line in lines)
    return int(sizes["MemAvailable"].split()[0]) * 1024


def cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processor() -> str:
    """` (NAME)`, where the system tells it as Linux does."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f" ({names[0]})" if names else ""
