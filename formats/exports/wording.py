"""How are lengths and sentences written in a summary? Days and times follow its reader's locale."""

from datetime import timedelta

from formats.language import ENGLISH, Language

OUR_ENGLISH = "en-GB"
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


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."
