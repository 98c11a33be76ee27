"""What does one table of a structure or opener file say, and which sentence says what is wrong?"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeGuard, TypeVar

from formats.language import tr
from formats.session.wording import join_or, quoted

Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_TEXT = 600
UNREAD = "…"
"""Stands in a form's preview for a text that is missing or cannot be read."""
MOST_ENTRIES = 100
JOINERS = "\u200c\u200d\u200e\u200f"  # Persian, Hindi and right-to-left texts are spelt with them
LONGEST = {"minutes": 600, "seconds": 3600}
SHORTEST = 0.05
"""Of minutes: three seconds."""


Value = TypeVar("Value")
FieldPath = tuple[str | int, ...]
"""Where a value stands: the keys and places in lists that lead to it from the top of the file."""


class StructureError(ValueError):
    """A file of a structure or opener cannot be used; one sentence says where, what and what to do.

    `path` names the field it is about, and `plain` says what to do to whoever has a form before them.
    """

    def __init__(self, sentence: str, path: FieldPath = (), plain: str = "") -> None:
        super().__init__(sentence)
        self.path, self.plain = path, plain or sentence


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long may something take: at least, as a rule, and at most."""

    minimum: timedelta
    usual: timedelta
    maximum: timedelta

    def times(self, count: int) -> "Lengths":
        """The lengths of `count` such things after each other."""
        return Lengths(self.minimum * count, self.usual * count, self.maximum * count)


@dataclass(frozen=True, slots=True)
class RoomSizes:
    """How many people may be in one room: at least, as a rule, and at most."""

    minimum: int
    usual: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Fields:
    """One table of a file, with its place in the file for the sentence of an error.

    The first fault raises, unless there is a list for `faults`: then each is noted there, and something usable is
    given in place of what is wrong, so that a form can show all the rest.
    """

    where: str
    table: Mapping[str, object]
    path: FieldPath = ()
    faults: list[StructureError] | None = None

    def error(self, what: str, key: str = "", plain: str = "") -> StructureError:
        """The error that names the place and carries one sentence, and a plain one for a form."""
        return StructureError(f"{self.where}: {what}.", (*self.path, key) if key else self.path, plain)

    def refused(self, instead: Value, what: str, key: str = "", plain: str = "") -> Value:
        """Notes a fault and goes on with something `instead`. Raises StructureError where the first one counts."""
        error = self.error(what, key, plain)
        if self.faults is None:
            raise error
        self.faults.append(error)
        return instead

    def allow(self, *known: str) -> None:
        """Refuse a key that means nothing here, for a misspelt key would be lost in silence.

        Raises StructureError for any other.
        """
        for key in self.table:
            if key not in known:
                import difflib  # only a mistake needs it, and every start would pay for it

                near = difflib.get_close_matches(key, known, 1, cutoff=0.75)
                advice = (
                    tr("write “{near}” instead", near=near[0])
                    if near
                    else tr("remove it, or use {choices}", choices=join_or(known))
                )
                said = tr("“{value}” means nothing here", value=short_value(key))
                self.refused(None, f"{said}; {advice}", key, tr("{said} and is left out.", said=said))

    def has(self, key: str) -> bool:
        """Is the key written at all?"""
        return key in self.table

    def text(self, key: str, otherwise: str | None = None) -> str:
        """A line of text, its white space evened out; required when there is nothing to use otherwise.

        Raises StructureError where it is missing, too long, or no line that can be shown.
        """
        value = self.table.get(key)
        if value is None:
            if otherwise is None:
                return self.refused(
                    UNREAD, tr('“{key}” is missing; add {key} = "..."', key=key), key, tr("Write something here.")
                )
            return otherwise
        return self._line(key, value)

    def texts(self, key: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of lines of text. Raises StructureError where it is anything else, or too long."""
        value = self.table.get(key)
        if value is None:
            return otherwise
        if not isinstance(value, list) or len(value) > MOST_ENTRIES:
            what = tr('“{key}” is not a short list of texts; write {key} = ["...", "..."]', key=key)
            return self.refused(
                otherwise, what, key, tr("Write up to {most_entries} lines here.", most_entries=MOST_ENTRIES)
            )
        return tuple(self._line(key, line) for line in value)

    def _line(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            return self.refused(
                UNREAD, tr("“{key}” is not a text; put it in quotes", key=key), key, tr("Write this in words.")
            )
        line = " ".join(value.split())
        if not line:
            what = tr("“{key}” is empty; write something or take the line out", key=key)
            return self.refused(UNREAD, what, key, tr("Write something here."))
        if len(line) > LONGEST_TEXT:
            what = tr(
                "“{key}” is {count} letters long; use {longest_text} at most",
                key=key,
                count=len(line),
                longest_text=LONGEST_TEXT,
            )
            plain = tr(
                "This is {count} letters long. Use {longest_text} at most.",
                count=len(line),
                longest_text=LONGEST_TEXT,
            )
            return self.refused(line[:LONGEST_TEXT], what, key, plain)
        # All of it at once first: looking at each sign of our own texts took a fifth of reading them.
        if not line.isprintable() and not all(sign.isprintable() or sign in JOINERS for sign in line):
            what = tr("“{key}” holds characters that cannot be shown; type it again", key=key)
            return self.refused(UNREAD, what, key, tr("Some of these characters cannot be shown. Type it again."))
        return line

    def flag(self, key: str) -> bool:
        """True or false; false when not written. Raises StructureError where it is neither."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            what = tr("“{key}” is neither true nor false; write one of the two, without quotes", key=key)
            return self.refused(False, what, key, tr("Choose yes or no."))
        return value

    def whole_number(self, key: str, lowest: int, highest: int, otherwise: int | None = None) -> int:
        """A whole number between two bounds.

        Raises StructureError where it is outside them, missing, or no whole number.
        """
        value = self.table.get(key, otherwise)
        plain = tr("Write a whole number from {lowest} to {highest}.", lowest=lowest, highest=highest)
        if value is None:
            return self.refused(
                lowest, tr("“{key}” is missing; add {key} = {lowest} or more", key=key, lowest=lowest), key, plain
            )
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            what = tr(
                "“{key}” is not a whole number from {lowest} to {highest}; change it to one",
                key=key,
                lowest=lowest,
                highest=highest,
            )
            return self.refused(lowest, what, key, plain)
        return value

    def number(
        self, key: str, lowest: float, highest: float, otherwise: float | None = None, plain: str = ""
    ) -> float:
        """A number between two bounds. Raises StructureError where it is outside them, missing, or no number."""
        value = self.table.get(key, otherwise)
        plain = plain or tr(
            "Write a number from {lowest} to {highest}.",
            lowest=short_number(lowest),
            highest=short_number(highest),
        )
        if value is None:
            return self.refused(
                lowest,
                tr("“{key}” is missing; add {key} = {lowest} or more", key=key, lowest=short_number(lowest)),
                key,
                plain,
            )
        if not _is_number(value) or not lowest <= value <= highest:
            what = tr(
                "“{key}” is not a number from {lowest} to {highest}; change it to one",
                key=key,
                lowest=short_number(lowest),
                highest=short_number(highest),
            )
            return self.refused(lowest, what, key, plain)
        return value

    def choice(self, key: str, kind: type[Choice], otherwise: Choice) -> Choice:
        """One of the words a setting knows. Raises StructureError for any other word."""
        value = self._line(key, self.table.get(key, otherwise))
        if value not in list(kind):
            what = tr(
                "“{key}” is {value}, which is not known; use {choices}",
                key=key,
                value=short_value(value),
                choices=join_or(kind),
            )
            return self.refused(
                otherwise,
                what,
                key,
                tr("“{value}” is not known here. Choose another.", value=short_value(value)),
            )
        return kind(value)

    def inner_table(self, key: str) -> "Fields":
        """The table under a key; empty when not written.

        Raises StructureError where something else stands there.
        """
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            what = tr("“{key}” needs lines of its own; write [{key}] with them below it", key=key)
            value = self.refused({}, what, key, tr("This could not be read. Write it again."))
        return Fields(f"{self.where}, {key}", value, (*self.path, key), self.faults)

    def tables_in(self, key: str) -> Iterator["Fields"]:
        """The tables of a list, one after the other, named by their title or number.

        Raises StructureError where there is none, there are too many, or it is no such list.
        """
        value, one = self.table.get(key), key.removesuffix("s")
        if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
            what = tr("there is no “{key}” yet; add at least one under [[{key}]]", key=key)
            return self.refused(None, what, key, tr("There is no {one} yet. Add one.", one=one))
        if len(value) > MOST_ENTRIES:
            what = tr(
                "there are {count} “{key}”; use {most_entries} at most",
                count=len(value),
                key=key,
                most_entries=MOST_ENTRIES,
            )
            self.refused(
                None,
                what,
                key,
                tr(
                    "There are {count} {key}. Use {most_entries} at most.",
                    count=len(value),
                    key=key,
                    most_entries=MOST_ENTRIES,
                ),
            )
        for number, row in enumerate(value[:MOST_ENTRIES], start=1):
            title = row.get("title")
            name = quoted(short_value(title)) if isinstance(title, str) and title.strip() else str(number)
            yield Fields(f"{self.where}, {one} {name}", row, (*self.path, key, number - 1), self.faults)

    def lengths(self, key: str) -> Lengths:
        """Minimum, usual and maximum of a time; one number stands for all three. The key is the unit."""
        three = [timedelta(**{key: round(value, 3)}) for value in self._three(key)]
        return Lengths(*three)

    def sizes(self, key: str) -> RoomSizes:
        """Minimum, usual and maximum of a room; one number stands for all three.

        Raises StructureError where they are no whole numbers of people, or not in order.
        """
        three = self._three(key)
        if any(value != int(value) or value < 1 for value in three):
            three = self.refused(
                (1.0, 1.0, 1.0),
                tr("“{key}” counts people; use whole numbers", key=key),
                key,
                tr("Use whole numbers of people."),
            )
        return RoomSizes(*map(int, three))

    def _plain_length(self, key: str, most: int) -> str:
        if key == "minutes":
            return tr("Write minutes, up to {most}.", most=most)
        return tr("Write seconds, up to {most}.", most=most)

    def _three(self, key: str) -> tuple[float, float, float]:
        value, most = self.table.get(key), LONGEST.get(key, 1000)
        low, plain = SHORTEST, self._plain_length(key, most)
        if key not in LONGEST:
            low, plain = 1, tr("Write how many people, up to {most}.", most=most)
        if value is None:
            line = f"{key} = {{ minimum = 3, usual = 5, maximum = 8 }}"
            what = tr("“{key}” is missing; add {line}", key=key, line=line)
            return self.refused((1.0, 1.0, 1.0), what, key, plain)
        if not _is_number(value) and not isinstance(value, dict):
            what = tr("“{key}” is not a number; write {key} = 5, or a minimum, usual and maximum", key=key)
            return self.refused((1.0, 1.0, 1.0), what, key, plain)
        if _is_number(value):
            only = self.number(key, low, most, plain=plain)
            return only, only, only
        inner = self.inner_table(key)
        inner.allow("minimum", "usual", "maximum")
        usual = inner.number("usual", low, most, plain=plain)
        minimum = inner.number("minimum", low, most, usual, plain)
        maximum = inner.number("maximum", low, most, usual, plain)
        if not minimum <= usual <= maximum:
            what = tr(
                "“{key}” runs from {minimum} over {usual} to {maximum}; put the smallest first, "
                "then the usual, then the largest",
                key=key,
                minimum=short_number(minimum),
                usual=short_number(usual),
                maximum=short_number(maximum),
            )
            return self.refused((usual, usual, usual), what, key, tr("The usual one lies between the other two."))
        return minimum, usual, maximum


def _is_number(value: object) -> TypeGuard[float]:
    """A real, finite number: TOML also knows nan and inf, and Python counts true as 1."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def short_value(value: object, longest: int = 40) -> str:
    """A stranger's value, short and on one line, for the sentence of an error."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def short_number(number: float) -> str:
    """A number in as few signs as it has: 5, 2.5."""
    return f"{number:g}"
