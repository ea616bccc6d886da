#!/usr/bin/env python3
"""Builds one synthetic report with isnad and with Hugo, in turn, and prints one table."""

import argparse
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import machine
import table
from measure import BuildFailed, Run, measure
from tools import Tool, install_hugo, isnad_tool

ROOT = Path(__file__).resolve().parents[2]
BYTES_PER_ARTICLE = 300_000
"""Room that sources and sites need on the disk, generously."""


def main() -> int:
    options = parse_arguments()
    # So that the temporary folder is removed on these too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        tools = prepare_tools(options.only)
        parent = fast_folder(max(options.articles) * BYTES_PER_ARTICLE)
        print(machine.conditions(parent, tools), flush=True)
        results = {articles: run_size(articles, options, tools, parent)
                   for articles in options.articles}
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(table.summary(results))
    if options.breakdown:
        print(table.breakdown(results))
    return check_ratio(results, options.require_ratio)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3, help="measured builds of each (3)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=["isnad", "hugo"], help="build with one of them")
    parser.add_argument("--smoke", action="store_true", help="100 articles, one round: for CI")
    parser.add_argument("--breakdown", action="store_true", help="pages and bytes by section")
    parser.add_argument("--require-ratio", type=float, metavar="R",
                        help="fail unless isnad is R times as fast at the greatest N")
    options = parser.parse_args()
    if options.smoke:
        options.articles, options.rounds = [100], 1
    if options.require_ratio and options.only:
        parser.error("--require-ratio compares both; leave out --only")
    if min(options.articles) < 1 or options.rounds < 1:
        parser.error("--articles and --rounds are at least 1")
    return options


def prepare_tools(only: str | None) -> list[Tool]:
    tools = []
    if only != "hugo":
        tools.append(isnad_tool(ROOT))
    if only != "isnad":
        tools.append(install_hugo(ROOT / ".build" / "bench-venv"))
    return tools


def fast_folder(needed: int) -> Path:
    """Memory where there is enough of it, so that the disk is not what is measured."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > needed:
        return memory
    return Path(tempfile.gettempdir())


def run_size(articles: int, options: argparse.Namespace, tools: list[Tool], parent: Path
             ) -> dict[str, list[Run]]:
    with tempfile.TemporaryDirectory(prefix="isnad-bench-", dir=parent) as folder:
        work = Path(folder)
        generate(articles, options.seed, tools, work)
        runs: dict[str, list[Run]] = {tool.name: [] for tool in tools}
        for round_number in range(options.rounds + 1):
            for tool in tools:
                run = build_once(tool, work)
                if round_number:
                    runs[tool.name].append(run)
                note = f"round {round_number}" if round_number else "warm-up"
                print(f"{articles:,} articles, {tool.name}, {note}: {run.wall:.2f} s",
                      file=sys.stderr, flush=True)
        return runs


def generate(articles: int, seed: int, tools: list[Tool], work: Path) -> None:
    """In a process of its own, so that its memory is not counted as a build's."""
    command = [sys.executable, str(Path(__file__).with_name("generate.py")),
               "--articles", str(articles), "--seed", str(seed)]
    for tool in tools:
        command += [f"--{tool.name}", str(work / tool.name)]
    if subprocess.run(command).returncode:
        raise BuildFailed("the generator failed")


def build_once(tool: Tool, work: Path) -> Run:
    """A whole build into a folder that does not exist yet."""
    output = work / "output"
    try:
        return measure(tool.command(work / tool.name, output), output)
    finally:
        shutil.rmtree(output, ignore_errors=True)


def check_ratio(results: dict[int, dict[str, list[Run]]], required: float | None) -> int:
    if required is None:
        return 0
    greatest = results[max(results)]
    ratio = table.median(greatest["hugo"]).wall / table.median(greatest["isnad"]).wall
    if ratio >= required:
        return 0
    print(f"isnad is {ratio:.2f} times as fast as Hugo; {required:g} was required",
          file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
