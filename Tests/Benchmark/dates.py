"""Dates as EDTF and in words."""

from datetime import date, timedelta

import words


def edtf(day: date, precision: str) -> str:
    match precision:
        case "about":
            return f"{day.isoformat()}~"
        case "month":
            return f"{day:%Y-%m}"
        case "unknown-day":
            return f"{day:%Y-%m}-XX"
        case "interval":
            return f"{day.isoformat()}/{(day + timedelta(6)).isoformat()}"
        case _:
            return day.isoformat()


def in_words(day: date, precision: str, language: str) -> str:
    month = f"{words.MONTHS[language][day.month - 1]} {day.year}"
    arabic = language == "ar"
    match precision:
        case "about":
            return f"نحو {day.day} {month}" if arabic else f"around {day.day} {month}"
        case "month":
            return f"في {month}" if arabic else f"in {month}"
        case "unknown-day":
            return f"في أحد أيام {month}" if arabic else f"one day in {month}"
        case "interval":
            first = f"{day.day} {month}"
            return f"في أسبوع {first}" if arabic else f"in the week of {first}"
        case _:
            return f"في {day.day} {month}" if arabic else f"on {day.day} {month}"


def relative(day: date, published: date, language: str) -> tuple[str, str] | None:
    """Words and the rule that turns them into a date, where the day is close to `published`."""
    match (published - day).days:
        case 0:
            return ("اليوم", "publication") if language == "ar" else ("today", "publication")
        case 1:
            return ("أمس", "publication - 1 day") if language == "ar" else (
                "yesterday", "publication - 1 day")
        case 2:
            return ("أول من أمس", "publication - 2 days") if language == "ar" else (
                "two days ago", "publication - 2 days")
        case _:
            return None
