"""Which numbers may stand behind the options of a command? What may not is said in the language that is spoken."""

from argparse import ArgumentTypeError

from formats.language import Message, tr

MOST_PEOPLE = 1000
_SPEED = Message("the speed {text} is not a number above 0, up to {most}")
_SECONDS = Message("the number of seconds {text} is not a number above 0, up to {most}")


def speed(text: str) -> float:
    """How many times as fast. Raises ArgumentTypeError, as the others do."""
    return _above_zero(text, 100_000, _SPEED)


def seconds(text: str) -> float:
    """How long to search."""
    return _above_zero(text, 3_600, _SECONDS)


def seed(text: str) -> int:
    """Where chance begins."""
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(tr("{text} is not a whole number", text=repr(text))) from None


def head_count(text: str) -> int:
    """How many people."""
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= MOST_PEOPLE:
        raise ArgumentTypeError(
            tr("the number of people {text} is not one from 1 to {most}", text=repr(text), most=MOST_PEOPLE)
        )
    return int(text)


def _above_zero(text: str, most: int, otherwise: Message) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= most:
        raise ArgumentTypeError(otherwise.filled(text=repr(text), most=most))
    return number
