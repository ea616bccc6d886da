"""A source folder whose every text tries to become code."""

from __future__ import annotations

import json
from pathlib import Path

SCRIPT = '"><script>alert(1)</script>'
IMAGE = "'><img src=x onerror=alert(2)>"
# A quotation mark and an Arabic vowel sign are one letter to some programs, which then do not
# escape the mark.
MARK = '"\u064e onmouseover=alert(3) x="\u064e'
ENTITY = "&quot;&#62;&lt;script&gt;alert(4)&lt;/script&gt;"
BIDI = "\u202e\u2066<b>\u2069"

ARTICLE = "hostile"
TITLE = f"Title {SCRIPT} {MARK}"
QUOTATION = f"words {SCRIPT} {MARK}"

_TEXT = f"""\
Mallory {IMAGE} said: {QUOTATION} and {ENTITY} {BIDI} on Monday
</bdi></p></main><script>alert(5)</script>.

<script>alert(6)</script><svg onload=alert(7)><style>*{{display:none}}</style>
"""

_BRIEF = f"""\
[one](javascript:alert(8)) [two](JaVaScRiPt:alert(9))
[three](data:text/html,<script>alert(10)</script>)
[four](<java&#10;script:alert(11)>) <javascript:alert(12)> [five](vbscript:x)
![six](javascript:alert(13)) [seven](https://example.org/"onclick=alert(14)) [eight](entity:mallory)

<script>alert(15)</script> <img src=x onerror=alert(16)>

<iframe src="javascript:alert(17)"></iframe>

{SCRIPT} {IMAGE} {MARK} {ENTITY}
"""


def _names(text: str) -> dict[str, str]:
    return {"ar": f"ع {text}", "en": f"E {text}"}


def _target(exact: str, **more: str) -> dict[str, str]:
    return {"exact": exact, **more}


_ANALYSIS = {
    "format": "isnad/1",
    "article": ARTICLE,
    "generator": {"name": SCRIPT, "version": MARK, "method": "human", "at": "2026-01-01T00:00:00Z"},
    "entities": [
        {
            "id": "mallory",
            "type": "person",
            "kind": SCRIPT,
            "names": _names(SCRIPT),
            "aliases": [IMAGE, MARK],
        },
        {"id": "desk", "type": "organization", "kind": MARK, "names": _names(MARK)},
    ],
    "mentions": [
        {"entity": "mallory", "target": _target(f"Mallory {IMAGE}")},
        {"entity": "mallory", "target": _target("Title", **{"in": "title"})},
    ],
    "times": [{"id": "t", "target": _target("Monday"), "value": "2026-01-05", "rule": SCRIPT}],
    "events": [
        {
            "id": "event",
            "type": "CONSULT",
            "title": _names(IMAGE),
            "date": "2026-01-05",
            "time": "t",
            "participants": [{"entity": "mallory", "role": SCRIPT}],
            "targets": [_target(ENTITY)],
        }
    ],
    "attributions": [
        {
            "id": "a",
            "content": _target(QUOTATION),
            "paraphrase": _names(SCRIPT),
            "cue": {"target": _target("said"), "lemma": MARK, "stance": "distancing"},
            "directness": "direct",
            "claim": "claim",
            "about": ["mallory", "event"],
            "chain": [
                {"source": None, "description": _names(IMAGE), "medium": "statement"},
                {"source": "mallory", "medium": "social-media"},
            ],
        }
    ],
    "labels": [
        {
            "entity": "mallory",
            "target": _target(BIDI),
            "device": "loaded-label",
            "gloss": _names(SCRIPT),
        }
    ],
}


def write(folder: Path) -> None:
    """Writes `content/` into a folder."""

    def put(path: str, text: str) -> None:
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    quoted = json.dumps  # JSON is YAML
    put(
        "site.yaml",
        f"title: {quoted(_names(SCRIPT))}\ndescription: {quoted(_names(MARK))}\n"
        f"integrity: true\nbaseURL: https://example.org/hostile/\nlanguages: [ar, en]\nlicense: {quoted(IMAGE)}\n",
    )
    front = (
        f"---\ntitle: {quoted(TITLE)}\nlang: en\npublisher: desk\npublished: 2026-01-06\n"
        f"authors: [{quoted(SCRIPT)}]\nlicense: {quoted(MARK)}\ntags: [{quoted(IMAGE)}]\n---\n"
    )
    put(f"articles/{ARTICLE}.txt", front + _TEXT)
    put("articles/marked-up.md", front + _BRIEF.replace("[eight](entity:mallory)", ""))
    put(f"analysis/{ARTICLE}.json", json.dumps(_ANALYSIS, ensure_ascii=False))
    put(f"briefs/{ARTICLE}.md", f"---\nid: {ARTICLE}\nlang: en\n---\n{_BRIEF}")
    put("entities/mallory.md", f"---\ntype: person\nnames: {quoted(_names(SCRIPT))}\n---\n{_BRIEF}")
    put("pages/about.md", f"---\nid: about\nlang: en\ntitle: {quoted(SCRIPT)}\n---\n{_BRIEF}")
