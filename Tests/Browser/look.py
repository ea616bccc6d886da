"""Pictures of pages, for whoever changes templates or styles.

    .build/browser-venv/bin/python Tests/Browser/look.py public shots
    … look.py public shots --page index.html --page en/404.html --width 320 --scheme dark

Without --page: one page of each kind in each language.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from support import browser as chromium  # noqa: E402
from support.server import SUB_PATH, serving  # noqa: E402
from support.site import Site  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("output", type=Path, help="the folder for the pictures")
    parser.add_argument("--page", action="append", help="a path in the site; may be repeated")
    parser.add_argument("--width", action="append", type=int, help="in CSS pixels; may be repeated")
    parser.add_argument("--scheme", action="append", choices=chromium.SCHEMES)
    parser.add_argument("--screen", action="store_true", help="only the first screen")
    return parser.parse_args()


def name(path: str, width: int, scheme: str) -> str:
    stem = path.removesuffix("/index.html").removesuffix(".html").replace("/", "-")
    return f"{stem}-{width}-{scheme}.png"


def main() -> None:
    given = arguments()
    site = Site(given.site)
    paths = given.page or [page.path for page in site.pages]
    given.output.mkdir(parents=True, exist_ok=True)
    with serving(site.folder, SUB_PATH, site.base_path) as origin, chromium.launched() as browser:
        for scheme in given.scheme or chromium.SCHEMES:
            context = chromium.context(browser, scheme)
            view = context.new_page()
            for path in paths:
                start = site.base_path if path.endswith("404.html") else SUB_PATH
                view.goto(origin + start + path)
                for width in given.width or chromium.WIDTHS:
                    view.set_viewport_size({"width": width, "height": chromium.HEIGHT})
                    file = given.output / name(path, width, scheme)
                    view.screenshot(path=file, full_page=not given.screen)
                    print(file)
            context.close()


if __name__ == "__main__":
    main()
