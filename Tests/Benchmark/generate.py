#!/usr/bin/env python3
"""Generates one synthetic corpus as an isnad/1 source and as an equivalent Hugo site."""

import argparse
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from articles import Article, make_articles
from hugo_source import write_hugo
from isnad_source import write_isnad
from parameters import Parameters
from world import make_world


def generate(parameters: Parameters, isnad: Path | None, hugo: Path | None) -> None:
    articles: Iterator[Article] = make_articles(make_world(parameters), parameters)
    if isnad:
        articles = write_isnad(articles, isnad, parameters.articles_per_file)
    if hugo:
        write_hugo(articles, hugo, parameters)
    else:
        deque(articles, maxlen=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--isnad", type=Path, metavar="DIR", help="where to write isnad/1")
    parser.add_argument("--hugo", type=Path, metavar="DIR", help="where to write the Hugo site")
    arguments = parser.parse_args()
    if not (arguments.isnad or arguments.hugo):
        parser.error("nothing to write: give --isnad, --hugo or both")
    generate(Parameters(arguments.articles, arguments.seed), arguments.isnad, arguments.hugo)


if __name__ == "__main__":
    main()
