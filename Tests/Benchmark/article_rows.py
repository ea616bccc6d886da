"""What an article's own page shows of its attributions: who, how, beside which words, in brief."""

from collections.abc import Iterator

Json = dict[str, object]


def originators(attributions: list[Json]) -> list[Json]:
    """Who says how much in an article, and through whom."""
    found: dict[str, Json] = {}
    for row in attributions:
        first, *carriers = row["chain"]
        entry = found.setdefault(first["name"], {"origin": first, "count": 0, "carriers": {}})
        entry["count"] += 1
        entry["carriers"] |= {carrier["id"]: carrier for carrier in carriers}
    return [entry | {"carriers": list(entry["carriers"].values())} for entry in found.values()]


def with_notes(paragraphs: list[str], attributions: list[Json]) -> list[Json]:
    """Each paragraph, and the places of the attributions whose chains stand beside it."""
    return [{"html": html, "notes": [
                index for index, row in enumerate(attributions) if f'id="{row["id"]}"' in html]}
            for html in paragraphs]


def speakers(attributions: list[Json]) -> list[Json]:
    """Which cues an article gives each speaker."""
    found: dict[str, Json] = {}
    for row in attributions:
        first = row["chain"][0]
        entry = found.setdefault(first["name"], {"origin": first, "cues": []})
        entry["cues"].append({"cue": row["cue"], "stance": row["stance"], "lang": row["lang"]})
    return list(found.values())


def brief(shown: Json) -> str:
    """The Markdown that isnad composes from an analysis."""
    return "\n".join(brief_lines(shown)) + "\n"


def brief_lines(shown: Json) -> Iterator[str]:
    yield shown["summary"] + "\n"
    for row in originators(shown["attributions"]):
        carriers = ", ".join(markdown_link(carrier) for carrier in row["carriers"])
        yield (f"- {markdown_link(row['origin'])}: {row['count']} attributions"
               + (f", carried by {carriers}" if carriers else ""))
    quotes = [row for row in shown["attributions"] if row["directness"] != "indirect"]
    for row in quotes[:3]:
        speaker = markdown_link(row["chain"][0])
        yield f"\n> {row['content']}\n>\n> — {speaker} ({row['cue']})\n"
    yield "\n### What happened\n"
    for row in shown["events"]:
        yield f"- [{row['name']}](/events/{row['event']}/), {row['value']}"


def markdown_link(link: Json) -> str:
    return f"[{link['name']}](/entities/{link['id']}/)" if link["id"] else link["name"]
