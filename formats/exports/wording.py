"""How are lengths and sentences written in a summary? Days and times follow its reader's locale."""

from datetime import timedelta

LANGUAGE = "en-GB"


def minutes(length: timedelta) -> str:
    """5:00, in minutes and seconds; 66:00 for more than an hour."""
    whole = round(length.total_seconds())
    return f"{whole // 60}:{whole % 60:02}"


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."
