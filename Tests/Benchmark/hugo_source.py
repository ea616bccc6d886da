"""The report as a Hugo site: content files with JSON front matter, and the layouts in `hugo/`."""

import json
import shutil
from pathlib import Path

from evidence import Json

HERE = Path(__file__).parent
SITE = HERE / "hugo"
ASSETS = HERE.parents[1] / "templates" / "assets"
"""The stylesheet and the script that isnad has by default."""


class HugoSource:
    pages_sections = True

    def __init__(self, folder: Path) -> None:
        shutil.copytree(SITE, folder, dirs_exist_ok=True)
        shutil.copytree(ASSETS, folder / "static" / "assets", dirs_exist_ok=True)
        self.content = folder / "content"
        self.write("rows/_index.md", "", {}, "", {"build": {"render": "never", "list": "never"}})

    def write(self, path: str, title: str, params: Json, body: str, fields: Json) -> None:
        """JSON front matter is the fastest for Hugo to read."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps({"title": title, **fields, "params": params}, ensure_ascii=False)
        file.write_text(f"{front}\n{body}", encoding="utf-8")
