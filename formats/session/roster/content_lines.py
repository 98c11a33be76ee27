"""Takes apart the lines of calendar and contact files, which share one grammar.

A reader of our own: this room uses the standard library only, and the little that a list of people needs of the
two formats, with the faults that programs write into them, is less than a hundred lines.
Grammar: RFC 5545, section 3.1 (calendars) and RFC 6350, section 3.3 (cards), with the encoding of vCard 2.1.
"""

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\r|\n")
_PARAMETER = re.compile(r';([\w-]+)=("[^"]*"|[^;:"]*)|;([\w-]+)')
_ESCAPED = re.compile(r"\\([nN,;:\\\"])")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property: its name in capitals, its parameters, its value as it stands, and the line it begins on."""

    line_number: int
    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, with its escapes undone."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value).strip()

    @property
    def fields(self) -> tuple[str, ...]:
        """The parts of a value of several fields, as a card's name has."""
        parts = re.split(r"(?<!\\);", self.value)
        return tuple(
            _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], part).strip() for part in parts
        )


def content_lines(text: str) -> Iterator[ContentLine]:
    """The properties of a file, unfolded; lines that are none are passed over."""
    for number, line in _unfold(text):
        if found := _content(number, line):
            yield found


def _unfold(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with the number each begins on: what begins with a space goes on from the line before."""
    held: list[str] = []
    begins = 1
    soft = False
    for number, line in enumerate(_BREAK.split(text), start=1):
        if held and (line[:1] in (" ", "\t") or soft):
            held.append(line if soft else line[1:])
        else:
            if held:
                yield begins, "".join(held)
            held, begins = [line], number
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in held[0].upper()
        if soft:
            held[-1] = held[-1][:-1]
    if held:
        yield begins, "".join(held)


def _content(number: int, line: str) -> ContentLine | None:
    start = re.match(r"(?:[\w-]+\.)?([A-Za-z][\w-]*)", line)
    if not start:
        return None
    at = start.end()
    parameters: dict[str, str] = {}
    while found := _PARAMETER.match(line, at):
        name = (found[1] or found[3]).upper()
        parameters[name] = (found[2] or "").strip('"').replace("^n", " ").replace("^'", '"').replace("^^", "^")
        at = found.end()
    if line[at : at + 1] != ":":
        return None
    return ContentLine(number, start[1].upper(), parameters, _decoded(line[at + 1 :], parameters))


def _decoded(value: str, parameters: Mapping[str, str]) -> str:
    """A value of the older cards, whose letters are written as figures."""
    if "QUOTED-PRINTABLE" not in (parameters.get("ENCODING", "").upper(), *parameters):
        return value
    return quopri.decodestring(value.encode("utf-8")).decode(parameters.get("CHARSET", "utf-8"), errors="replace")
