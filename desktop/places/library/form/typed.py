"""How is what is typed in a field of the form read, and how is a value written there?

What cannot be read stays as it was typed: it is kept in the draft, and the check names it.
"""

from datetime import timedelta

from formats.session.dates.typed_lengths import Scale, parse_length
from formats.structures.form_fields import Ask

MINUTE = timedelta(minutes=1)


def read_typed(ask: Ask, text: str) -> object:
    """The value of a text; None for an empty one."""
    words = text.strip()
    match ask:
        case _ if not words:
            return None
        case Ask.MINUTES:
            length = parse_length(words, Scale.STAGE)
            return _plain_number(length.length / MINUTE) if length is not None else words
        case Ask.COUNT | Ask.COUNTS:
            return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else words
        case Ask.NUMBER:
            return _number(words)
        case Ask.LINES:
            return [line.strip() for line in text.splitlines() if line.strip()]
        case _:
            return text


def write_value(ask: Ask, value: object) -> str:
    """How a field shows a value, whatever kind of value a file had there."""
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case float() | int():
            return f"{value:.6g}" if abs(value) < 1_000_000 else str(value)
        case list():
            return "\n".join(map(str, value)) if ask is Ask.LINES else ", ".join(map(str, value))
        case _:
            return str(value)


def _number(words: str) -> object:
    try:
        value = float(words.replace(",", "."))
    except ValueError:
        return words
    return _plain_number(value) if abs(value) < 1_000_000 else words


def _plain_number(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 4)
