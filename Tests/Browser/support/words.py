"""A report whose articles write the same words in several ways."""

from __future__ import annotations

from pathlib import Path

TEXTS = {
    "plain": "تحدث أردوغان عن مكتبة في الكرملين عام 2019.",
    "joined": "نقلت هيئة رسالة لأردوغان، والمكتبة مغلقة، وقراءة البيان بالكرملين في ٢٠١٩.",
    "bare": "اردوغان تكلم ثم سكت.",
    "english": "The city has two libraries and one river.",
}


def write(folder: Path) -> None:
    """Writes `content/` into a folder."""
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("languages: [ar, en]\n", encoding="utf-8")
    for name, text in TEXTS.items():
        lang = "en" if name == "english" else "ar"
        front = f"---\ntitle: {name}\nlang: {lang}\n---\n"
        (articles / f"{name}.txt").write_text(f"{front}{text}\n", encoding="utf-8")
