"""How is what is typed in a field of the form read, and how is a value written there?

What cannot be read stays as it was typed: it is kept in the draft, and the check names it.
"""

from datetime import timedelta

from desktop.places.library.form.model import FormModel
from desktop.wording import clock_digits
from formats.session.dates.typed_lengths import Scale, parse_length
from formats.structures.form_fields import Ask
from formats.structures.opener import Opener

MINUTE = timedelta(minutes=1)
HALF, SECONDS, HOUR, CLOSE = 0.5, 60, 60, 0.01
TINY = 1e-6


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
        case float() if ask is Ask.MINUTES and _is_odd_length(value):
            return clock_digits(round(value * SECONDS))
        case float() | int():
            return f"{value:.6g}" if abs(value) < 1_000_000 else str(value)
        case list():
            return "\n".join(map(str, value)) if ask is Ask.LINES else ", ".join(map(str, value))
        case _:
            return str(value)


def read_moment(text: str, usual: float) -> object:
    """The share of an opener of so many seconds at which a line comes, typed as a time: 0:45, or 45."""
    length = parse_length(text, Scale.TURN)
    if text.strip() in ("0", "0:00", "0:0"):
        return 0
    if length is None or usual <= 0:
        return text.strip() or None
    return round(length.length.total_seconds() / usual, 4)


def write_moment(value: object, usual: float) -> str:
    """The time at which a line comes: 0:45."""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1:
        return write_value(Ask.NUMBER, value)
    return clock_digits(int(value * usual + TINY))


def usual_seconds(model: FormModel) -> float:
    """How long the opener that is written usually takes."""
    return model.checked.entry.lengths.usual.total_seconds() if isinstance(model.checked.entry, Opener) else 0


def _is_odd_length(value: float) -> bool:
    """Whether so many minutes are clearer with their seconds: 3:20."""
    seconds = value * SECONDS
    return bool(0 < value < HOUR and value % HALF and abs(seconds - round(seconds)) < CLOSE)


def _number(words: str) -> object:
    try:
        value = float(words.replace(",", "."))
    except ValueError:
        return words
    return _plain_number(value) if abs(value) < 1_000_000 else words


def _plain_number(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 4)
