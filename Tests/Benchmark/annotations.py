"""An article's annotations as the W3C's model has them, less what a template can add."""

from collections.abc import Iterator

from articles import Article

Json = dict[str, object]

CONTEXT = 16
"""Code points before and after a quotation that tell it from others."""


def annotations(article: Article) -> Iterator[Json]:
    analysis = article.analysis
    for number, mention in enumerate(analysis["mentions"], 1):
        yield annotation(article, f"m{number}", "identifying", subject(mention["entity"]),
                         mention["target"])
    for number, event in enumerate(analysis["events"], 1):
        yield annotation(article, f"e{number}", "identifying", f"../../events/{event['id']}/#it",
                         event["targets"])
    for time in analysis["times"]:
        told = [textual(time["value"], "describing")]
        if "rule" in time:
            told.append(textual(time["rule"], "commenting"))
        yield annotation(article, time["id"], "describing", told, time["target"])
    for number, label in enumerate(analysis["labels"], 1):
        yield annotation(article, f"l{number}", "classifying", [
            textual(label["device"], "classifying"), linked(label["entity"]),
            *({**textual(gloss, "describing"), "language": lang}
              for lang, gloss in label["gloss"].items())], label["target"])
    for said in analysis["attributions"]:
        cue, first = said["cue"], said["chain"][0]["source"]
        for number, link in enumerate(said["chain"], 1):
            if "target" in link:
                yield annotation(article, f"{said['id']}-source{number}", "identifying",
                                 subject(link["source"]), link["target"])
        yield annotation(article, said["id"], "linking", [
            textual(said["directness"], "classifying"),
            *([linked(first)] if first else [])], said["content"])
        yield annotation(article, f"{said['id']}-cue", "classifying", [
            textual(cue["stance"], "classifying")], cue["target"])


def annotation(article: Article, id: str, motivation: str, body: object, target: object) -> Json:
    spans = target if isinstance(target, list) else [target]
    return {"id": id, "motivation": motivation, "body": body, "spans": [
        {"start": span["start"], "end": span["end"], "exact": span["exact"],
         "prefix": article.text[max(0, span["start"] - CONTEXT):span["start"]],
         "suffix": article.text[span["end"]:span["end"] + CONTEXT]} for span in spans]}


def subject(entity: str) -> str:
    return f"../../entities/{entity}/#it"


def linked(entity: str) -> Json:
    return {"type": "SpecificResource", "source": subject(entity), "purpose": "linking"}


def textual(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "purpose": purpose}
