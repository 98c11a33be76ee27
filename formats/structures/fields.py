"""What does one table of a structure or opener file say, and which sentence says what is wrong?"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeGuard, TypeVar

from formats.session.wording import join_or

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_TEXT = 600
MOST_ENTRIES = 100
JOINERS = "\u200c\u200d\u200e\u200f"  # Persian, Hindi and right-to-left texts are spelt with them
LONGEST = {"minutes": 600, "seconds": 3600}


class StructureError(ValueError):
    """A file of a structure or opener cannot be used; one sentence says where, what and what to do."""


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
    """One table of a file, with its place in the file for the sentence of an error."""

    where: str
    table: Mapping[str, object]

    def error(self, what: str) -> StructureError:
        """The error that names the place and carries one sentence."""
        return StructureError(f"{self.where}: {what}.")

    def allow(self, *known: str) -> None:
        """Refuse a key that means nothing here, for a misspelt key would be lost in silence.

        Raises StructureError for any other.
        """
        for key in self.table:
            if key not in known:
                import difflib  # only a mistake needs it, and every start would pay for it

                near = difflib.get_close_matches(key, known, 1, cutoff=0.75)
                advice = f"write “{near[0]}” instead" if near else f"take it out, or use {join_or(known)}"
                raise self.error(f"“{short_value(key)}” means nothing here; {advice}")

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
                raise self.error(f'“{key}” is missing; add {key} = "..."')
            return otherwise
        return self._line(key, value)

    def texts(self, key: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of lines of text. Raises StructureError where it is anything else, or too long."""
        value = self.table.get(key)
        if value is None:
            return otherwise
        if not isinstance(value, list) or len(value) > MOST_ENTRIES:
            raise self.error(f'“{key}” is not a short list of texts; write {key} = ["...", "..."]')
        return tuple(self._line(key, line) for line in value)

    def _line(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.error(f"“{key}” is not a text; put it in quotes")
        line = " ".join(value.split())
        if not line:
            raise self.error(f"“{key}” is empty; write something or take the line out")
        if len(line) > LONGEST_TEXT:
            raise self.error(f"“{key}” is {len(line)} letters long; use {LONGEST_TEXT} at most")
        # All of it at once first: looking at each sign of our own texts took a fifth of reading them.
        if not line.isprintable() and not all(sign.isprintable() or sign in JOINERS for sign in line):
            raise self.error(f"“{key}” holds characters that cannot be shown; type it again")
        return line

    def flag(self, key: str) -> bool:
        """True or false; false when not written. Raises StructureError where it is neither."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise self.error(f"“{key}” is neither true nor false; write one of the two, without quotes")
        return value

    def whole_number(self, key: str, lowest: int, highest: int, otherwise: int | None = None) -> int:
        """A whole number between two bounds.

        Raises StructureError where it is outside them, missing, or no whole number.
        """
        value = self.table.get(key, otherwise)
        if value is None:
            raise self.error(f"“{key}” is missing; add {key} = {lowest} or more")
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise self.error(f"“{key}” is not a whole number from {lowest} to {highest}; change it to one")
        return value

    def number(self, key: str, lowest: float, highest: float, otherwise: float | None = None) -> float:
        """A number between two bounds. Raises StructureError where it is outside them, missing, or no number."""
        value = self.table.get(key, otherwise)
        if value is None:
            raise self.error(f"“{key}” is missing; add {key} = {lowest:g} or more")
        if not _is_number(value) or not lowest <= value <= highest:
            raise self.error(f"“{key}” is not a number from {lowest:g} to {highest:g}; change it to one")
        return value

    def choice(self, key: str, kind: type[Choice], otherwise: Choice) -> Choice:
        """One of the words a setting knows. Raises StructureError for any other word."""
        value = self._line(key, self.table.get(key, otherwise))
        if value not in list(kind):
            raise self.error(f"“{key}” is {short_value(value)}, which is not known; use {join_or(kind)}")
        return kind(value)

    def inner_table(self, key: str) -> "Fields":
        """The table under a key; empty when not written.

        Raises StructureError where something else stands there.
        """
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self.error(f"“{key}” is not a table; write [{key}] with its lines below it")
        return Fields(f"{self.where}, {key}", value)

    def tables_in(self, key: str) -> Iterator["Fields"]:
        """The tables of a list, one after the other, named by their title or number.

        Raises StructureError where there is none, there are too many, or it is no such list.
        """
        value = self.table.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
            raise self.error(f"there is no “{key}” yet; add at least one under [[{key}]]")
        if len(value) > MOST_ENTRIES:
            raise self.error(f"there are {len(value)} “{key}”; use {MOST_ENTRIES} at most")
        one = key.removesuffix("s")
        for number, row in enumerate(value, start=1):
            title = row.get("title")
            name = f"“{short_value(title)}”" if isinstance(title, str) and title.strip() else str(number)
            yield Fields(f"{self.where}, {one} {name}", row)

    def lengths(self, key: str) -> Lengths:
        """Minimum, usual and maximum of a time; one number stands for all three. The key is the unit."""
        three = [timedelta(**{key: round(value, 3)}) for value in self._three(key)]
        return Lengths(*three)

    def sizes(self, key: str) -> RoomSizes:
        """Minimum, usual and maximum of a room; one number stands for all three.

        Raises StructureError where they are no whole numbers of people, or not in order.
        """
        three = self._three(key)
        if any(value != int(value) for value in three):
            raise self.error(f"“{key}” counts people; use whole numbers")
        return RoomSizes(*map(int, three))

    def _three(self, key: str) -> tuple[float, float, float]:
        value = self.table.get(key)
        if value is None:
            raise self.error(f"“{key}” is missing; add {key} = {{ minimum = 3, usual = 5, maximum = 8 }}")
        if not _is_number(value) and not isinstance(value, dict):
            raise self.error(f"“{key}” is not a number; write {key} = 5, or a minimum, usual and maximum")
        most = LONGEST.get(key, 1000)
        if _is_number(value):
            only = self.number(key, 0.05, most)
            return only, only, only
        inner = self.inner_table(key)
        inner.allow("minimum", "usual", "maximum")
        usual = inner.number("usual", 0.05, most)
        minimum = inner.number("minimum", 0.05, most, usual)
        maximum = inner.number("maximum", 0.05, most, usual)
        if not minimum <= usual <= maximum:
            raise self.error(
                f"“{key}” runs from {minimum:g} over {usual:g} to {maximum:g}; put the smallest first, "
                "then the usual, then the largest"
            )
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
