#!/usr/bin/env python3
"""Builds one synthetic report with isnad and with other generators, and prints one table."""

import argparse
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import machine
import table
from floor import compile_floor
from measure import BuildFailed, Run, measure
from parity import require_same_files, require_same_pages
from rebuild import rebuild, search
from tools import Tool, find_jekyll, install_hugo, install_pelican, isnad_tool

ROOT = Path(__file__).resolve().parents[2]
OWN_SOURCE_BYTES, SOURCE_BYTES, SITE_BYTES = 20_000, 90_000, 200_000
"""What an article takes in isnad's source, in another tool's, and in a site, generously."""
LIMIT = 600
"""Seconds that a slow tool may take."""
NAMES = ["isnad", "hugo", "pelican", "jekyll", "floor"]
QUICK = ["isnad", "hugo", "floor"]


def main() -> int:
    options = parse_arguments()
    # So that the temporary folder is removed on these too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        tools = prepare_tools(options)
        parent = options.folder or fast_folder(max(options.articles) * bytes_per_article(tools))
        print(machine.conditions(parent, tools), flush=True)
        results = {articles: run_size(articles, options, tools, parent)
                   for articles in options.articles}
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(table.summary(results, LIMIT))
    if options.breakdown:
        print(table.breakdown(results))
    return check_ratio(results, options.require_ratio)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", metavar="N",
                        help="1,000 and 10,000, if nothing else is said")
    parser.add_argument("--rounds", type=int, default=3, help="measured builds of each (3)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=NAMES, nargs="+", help="build with these")
    parser.add_argument("--isnad", type=Path, metavar="BINARY",
                        help="measure this one, and do not compile")
    parser.add_argument("--folder", type=Path, metavar="DIR",
                        help="build from and to a new folder in this one, not in memory")
    parser.add_argument("--smoke", action="store_true",
                        help="100 articles, one round, without the slow tools: for CI")
    parser.add_argument("--search", action="store_true",
                        help="build with full-text search, too, which isnad alone has")
    parser.add_argument("--breakdown", action="store_true", help="pages and bytes by section")
    parser.add_argument("--require-ratio", type=float, metavar="R",
                        help="fail unless isnad is R times as fast as Hugo at the greatest N")
    options = parser.parse_args()
    options.only = options.only or (QUICK if options.smoke else NAMES)
    if options.smoke:
        options.articles, options.rounds = [100], 1
    options.articles = options.articles or [1_000, 10_000]
    if options.require_ratio and not {"isnad", "hugo"} <= set(options.only):
        parser.error("--require-ratio compares isnad and hugo: --only must name both")
    if "floor" in options.only and "isnad" not in options.only:
        parser.error("the floor writes what isnad builds: --only must name isnad, too")
    if options.search and "isnad" not in options.only:
        parser.error("--search is isnad's own: --only must name isnad, too")
    if min(options.articles) < 1 or options.rounds < 1:
        parser.error("--articles and --rounds are at least 1")
    return options


def prepare_tools(options: argparse.Namespace) -> list[Tool]:
    """In the order of `NAMES`."""
    environment = ROOT / ".build" / "bench-venv"
    make = {
        "isnad": lambda: isnad_tool(ROOT, options.isnad),
        "hugo": lambda: install_hugo(environment),
        "pelican": lambda: install_pelican(environment),
        "jekyll": find_jekyll,
        "floor": lambda: compile_floor(ROOT / ".build" / "bench")}
    tools = [make[name]() for name in NAMES if name in options.only]
    if None in tools:
        print("Jekyll is not installed (Debian: apt-get install jekyll); it is left out.",
              flush=True)
    return [tool for tool in tools if tool]


def bytes_per_article(tools: list[Tool]) -> int:
    """The floor needs no source, but a site to write, which it also takes into memory."""
    names = {tool.name for tool in tools}
    return (OWN_SOURCE_BYTES + len(names - {"isnad", "floor"}) * SOURCE_BYTES
            + (3 if "floor" in names else 1) * SITE_BYTES)


def fast_folder(needed: int) -> Path:
    """Memory where there is enough of it, and some left for the tools, so that the disk is not
    what is measured."""
    memory = Path("/dev/shm")
    if memory.is_dir():
        room = min(shutil.disk_usage(memory).free, machine.free_memory() * 3 // 4)
        if room > needed:
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
                if tool.is_slow and round_number != 1:
                    continue
                run = build_once(tool, work, keep=tool.name == "isnad" and not round_number)
                if round_number:
                    runs[tool.name].append(run)
                note = f"round {round_number}" if round_number else "warm-up"
                print(f"{articles:,} articles, {tool.name}, {note}: {run.wall:.2f} s",
                      file=sys.stderr, flush=True)
        check_parity(articles, runs)
        if tools[0].name == "isnad":
            output = work / "output"
            runs |= rebuild(tools[0], work, output, range(options.rounds))
            if options.search:
                shutil.rmtree(output)
                runs |= search(tools[0], work, output, options.rounds)
        return runs


def generate(articles: int, seed: int, tools: list[Tool], work: Path) -> None:
    """In a process of its own, so that its memory is not counted as a build's."""
    command = [sys.executable, str(Path(__file__).with_name("generate.py")),
               "--articles", str(articles), "--seed", str(seed)]
    for tool in tools:
        if tool.name == "floor":
            command += ["--texts", str(work / "texts")]
        else:
            command += [f"--{tool.name}", str(work / tool.name)]
    if subprocess.run(command).returncode:
        raise BuildFailed("the generator failed")


def build_once(tool: Tool, work: Path, keep: bool) -> Run:
    """A whole build into a folder that does not exist yet; kept, it is the floor's to write."""
    output = work / "output"
    try:
        run, printed = measure(
            tool.command(work / tool.name, output), output, LIMIT if tool.is_slow else None)
        if keep:
            output.rename(work / "site")
        return tool.finish(run, printed)
    finally:
        shutil.rmtree(output, ignore_errors=True)


def check_parity(articles: int, runs: dict[str, list[Run]]) -> None:
    if "isnad" not in runs:
        return
    ours = runs["isnad"][0]
    for tool, (run, *_) in runs.items():
        if tool == "floor":
            require_same_files(articles, ours, run)
        elif tool != "isnad" and run.is_whole:
            require_same_pages(articles, ours, tool, run)


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
