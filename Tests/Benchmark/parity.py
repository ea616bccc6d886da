"""Whether two tools built the same site: only then do their times compare."""

import re

from measure import BuildFailed, Run

# Patterns of whole paths; see README.md.
OURS_ALONE = (r"\.isnad/.*", r"\.gitignore", r"data/.*", r"assets/.*", r"search/(names/.*|words\..*)")
THEIRS_ALONE = (r"assets/.*", r"search/names\.json")

SHOWN = 10


def require_same_pages(articles: int, ours: Run, tool: str, theirs: Run) -> None:
    """Fails unless every file of one, but for those named above, has its like in the other."""
    expected, found = without(OURS_ALONE, ours), without(THEIRS_ALONE, theirs)
    differences = [
        *listed(f"{tool} does not build", sorted(expected - found)),
        *listed(f"{tool} alone builds", sorted(found - expected))]
    if differences:
        raise BuildFailed("\n".join([
            f"{articles:,} articles: isnad and {tool} do not build the same pages", *differences]))


def without(patterns: tuple[str, ...], run: Run) -> set[str]:
    pattern = re.compile("|".join(patterns))
    return {path for path in run.addresses if not pattern.fullmatch(path)}


def require_same_files(articles: int, ours: Run, floor: Run) -> None:
    if floor.output != ours.output:
        raise BuildFailed(f"{articles:,} articles: the floor wrote {floor.output}, "
                          f"isnad {ours.output}")


def listed(heading: str, pages: list[str]) -> list[str]:
    lines = [f"  {heading} {page}" for page in pages[:SHOWN]]
    return lines + ([f"  … and {len(pages) - SHOWN:,} more"] if len(pages) > SHOWN else [])
