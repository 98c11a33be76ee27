"""What can hands do to the app? Each act is a small value that can be told, kept and done again."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to point at: its window, its kind and name, which of several alike, and where within (0 to 1)."""

    window: str
    kind: str
    name: str = ""
    number: int = 0
    across: float = 0.5
    down: float = 0.5


class Button(StrEnum):
    """How something is pressed."""

    ONCE = "once"
    TWICE = "twice"
    MENU = "with the other button"


@dataclass(frozen=True, slots=True)
class Click:
    """A press with the mouse."""

    spot: Spot
    button: Button = Button.ONCE


@dataclass(frozen=True, slots=True)
class Drag:
    """From one spot to another with the button held."""

    start: Spot
    end: Spot


@dataclass(frozen=True, slots=True)
class Wheel:
    """A notch or more of the wheel; above 0 away from the hand."""

    spot: Spot
    notches: int


@dataclass(frozen=True, slots=True)
class Type:
    """Words at the cursor, as keys or from an input method."""

    words: str


@dataclass(frozen=True, slots=True)
class Paste:
    """Words from another program."""

    words: str


@dataclass(frozen=True, slots=True)
class Press:
    """A key or several at once, as they are written down: "Ctrl+Z"."""

    keys: str


@dataclass(frozen=True, slots=True)
class Resize:
    """The window gets another size."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Dress:
    """Another theme and size of the text."""

    theme: str
    scale: float


@dataclass(frozen=True, slots=True)
class Wait:
    """The session's clock goes on by so many seconds, as after a sleep of the laptop."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Reopen:
    """The window is closed, by a slip or not, and Clearing is opened again."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What the act before did is undone, where the app offers that."""


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """Which file or folder, is asked: one in the folder of the desk, or none."""

    chosen: bool


Act = Click | Drag | Wheel | Type | Paste | Press | Resize | Dress | Wait | Reopen | TakeBack | AnswerFile


def as_code(acts: Iterable[Act]) -> str:
    """The acts as lines to put into a test."""
    return "\n".join(f"    {act!r}," for act in acts)
