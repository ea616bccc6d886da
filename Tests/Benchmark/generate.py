#!/usr/bin/env python3
"""Generates one synthetic corpus as an isnad/1 source and as equivalent sites of other tools."""

import argparse
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles import Article, make_articles
from hugo_source import HugoSource
from isnad_source import write_isnad
from liquid_source import JekyllSource, PelicanSource
from parameters import Parameters
from report import write_report
from world import make_world

OTHERS = {"hugo": HugoSource, "pelican": PelicanSource, "jekyll": JekyllSource}


def main() -> None:
    options = parse_arguments()
    parameters = Parameters(options.articles, options.seed)
    articles: Iterator[Article] = make_articles(make_world(parameters), parameters)
    if options.isnad:
        articles = write_isnad(articles, options.isnad, parameters.articles_per_file)
    if options.texts:
        articles = write_texts(articles, options.texts)
    others = [make(folder) for tool, make in OTHERS.items() if (folder := getattr(options, tool))]
    if others:
        write_report(articles, others, parameters)
    else:
        deque(articles, maxlen=0)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--isnad", type=Path, metavar="DIR", help="where to write isnad/1")
    for tool in OTHERS:
        parser.add_argument(f"--{tool}", type=Path, metavar="DIR",
                            help=f"where to write the site for {tool.capitalize()}")
    parser.add_argument("--texts", type=Path, metavar="FILE",
                        help="where to write the texts, each with a null byte after it")
    options = parser.parse_args()
    if not any([options.isnad, options.texts, *(getattr(options, tool) for tool in OTHERS)]):
        parser.error("nothing to write: name a folder for a tool, or a file for --texts")
    return options


def write_texts(articles: Iterable[Article], path: Path) -> Iterator[Article]:
    """Writes the text of each article and passes the article on."""
    with path.open("wb") as file:
        for article in articles:
            file.write(article.text.encode() + b"\0")
            yield article


if __name__ == "__main__":
    main()
