"""How are lengths and sentences written in a summary? Days and times follow its reader's locale."""

from datetime import timedelta

from formats.language import ENGLISH, Language, Message, tr

OUR_ENGLISH = "en-GB"
PAGES = Message("Page {page} of {pages}")
REGION = 2
"""Letters of the code of a region; that of a script has four."""


def language_tag(language: Language) -> str:
    """How a file names its language, as BCP 47 has it: ours is British English."""
    return OUR_ENGLISH if language is ENGLISH else language.tag


def language_and_region(tag: str) -> tuple[str, str]:
    """A tag in the two parts that formats ask for: "en" and "GB"; "" where no region is named."""
    language, *others = tag.split("-")
    return language, next((part for part in others if len(part) == REGION), "")


def minutes(length: timedelta) -> str:
    """5:00, in minutes and seconds; 66:00 for more than an hour."""
    whole = round(length.total_seconds())
    return f"{whole // 60}:{whole % 60:02}"


def begun_large(text: str) -> str:
    """The text with a capital at its beginning."""
    return f"{text[:1].upper()}{text[1:]}"


def place_words(round_number: int, where: str) -> str:
    """Where something was said: Round 1, Room 2; 0 is no round, "" no room."""
    if not round_number:
        return where
    if not where:
        return tr("Round {round}", round=round_number)
    return tr("Round {round}, {room}", round=round_number, room=where)


def day_and_time(day: str, span: str) -> str:
    """A day with the time on it, as dates are given."""
    return tr("{day}, {time}", day=day, time=span)
