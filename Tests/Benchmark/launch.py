"""Runs a command and tells what it took: `launch.py FILE COMMAND…`.

A process of its own, which holds next to nothing: the system counts for the peak of a command what
the process held that started it.
"""

import json
import os
import subprocess
import sys
import time


def main(report: str, command: list[str]) -> None:
    begin = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    with open(report, "w", encoding="utf-8") as file:
        json.dump(
            {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss,
             "code": process.returncode}, file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
