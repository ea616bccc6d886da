"""The years, months and days of events, with how many there are."""

from collections import defaultdict

Json = dict[str, object]


def day_of(value: str) -> str | None:
    """`2019-05-13` of an EDTF value in which the day is known, or begins."""
    return value[:10] if value[8:10].isdigit() else None


def calendar(events: list[Json], path: str) -> list[Json]:
    """Each year with its months, leading to the first event of each in a list in time order."""
    years: defaultdict[str, defaultdict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        years[event["value"][:4]][event["value"][:7]].append(event)
    return [{"year": year, "count": sum(map(len, months.values())), "months": [
        {"month": month, "count": len(found), "path": f"{path}#item-{found[0]['event']}"}
        for month, found in months.items()]} for year, months in years.items()]
