"""Whether two tools built the same site: only then do their times compare."""

import re

from measure import BuildFailed, Run

OURS_ALONE: tuple[str, ...] = ()
"""Patterns of whole paths: pages of isnad that the other sites do without; see README.md."""

SHOWN = 10


def require_same_pages(articles: int, ours: Run, tool: str, theirs: Run) -> None:
    """Fails unless every page of one has its page of the same address in the other."""
    expected = {page for page in ours.addresses
                if not any(re.fullmatch(pattern, page) for pattern in OURS_ALONE)}
    differences = [
        *listed(f"{tool} does not build", sorted(expected - theirs.addresses)),
        *listed(f"{tool} alone builds", sorted(theirs.addresses - expected))]
    if differences:
        raise BuildFailed("\n".join([
            f"{articles:,} articles: isnad and {tool} do not build the same pages", *differences]))


def require_same_files(articles: int, ours: Run, floor: Run) -> None:
    if floor.output != ours.output:
        raise BuildFailed(f"{articles:,} articles: the floor wrote {floor.output}, "
                          f"isnad {ours.output}")


def listed(heading: str, pages: list[str]) -> list[str]:
    lines = [f"  {heading} {page}" for page in pages[:SHOWN]]
    return lines + ([f"  … and {len(pages) - SHOWN:,} more"] if len(pages) > SHOWN else [])
