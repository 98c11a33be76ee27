"""What does one save look like in the journal, and which lines of a journal can be believed?

A line is `<crc32 in hex> <JSON>` and ends with a line feed. The JSON holds `n`, counted without gaps, and
either `base`, the name of the library file that the following lines extend, or changes: `drop` (tables),
`put` (whole documents) and `del` (document ids), so that reading a line twice does no harm.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from zlib import crc32

from formats.library.changes import Changes

Line = Mapping[str, Any]

_LONGEST_MENDED = 100_000  # bytes from the end of a line; more would take seconds
_START = re.compile(rb'[0-9a-f]{8} \{"n": ')


@dataclass(frozen=True, slots=True)
class Journal:
    """Its sound lines, how many bytes can be gone on from, and whether any is damaged."""

    lines: tuple[Line, ...]
    sound_bytes: int
    damaged: bool
    unfinished: bool = False  # it ends in a line that was never acknowledged, as after a power cut

    @property
    def next_number(self) -> int:
        """The number that the next line gets."""
        return self.lines[-1]["n"] + 1 if self.lines else 0

    def door_of(self, base: str) -> str:
        """By which rules all of the library file of that name was let in; empty where that is not known."""
        named = [line for line in self.lines if line.get("base") == base]
        return str(named[-1].get("door", "")) if named else ""

    @property
    def bases(self) -> tuple[str, ...]:
        """The names of the library files that this journal says it extends."""
        return tuple(line["base"] for line in self.lines if "base" in line)

    def changes_after(self, base: str) -> Iterator[Changes]:
        """The changes that the library file of that name does not hold yet."""
        start = max(at for at, line in enumerate(self.lines) if line.get("base") == base)
        return (Changes.from_line(line) for line in self.lines[start:] if "base" not in line)

    def all_changes(self) -> Iterator[Changes]:
        """All changes, for when the library file that they extend is not there."""
        return (Changes.from_line(line) for line in self.lines if "base" not in line)


def base_line(number: int, base: str, door: str = "") -> bytes:
    """The line saying that what follows extends the library file of that name.

    `door`: the rules by which every record in that file was let in, where that is known; see door.py.
    """
    return _with_checksum(json.dumps({"n": number, "base": base} | ({"door": door} if door else {})))


def change_line(number: int, body: str) -> bytes:
    """The line that holds one save, from `Changes.body`."""
    return _with_checksum(f'{{"n": {number}, {body}}}')


def read_journal(content: bytes) -> Journal:
    """Every sound line; a last line that is unfinished was never acknowledged and is no damage."""
    pieces = content.split(b"\n")
    unfinished = pieces.pop()
    if not unfinished and len(pieces) > 1 and b"\0" in pieces[-1]:
        unfinished = pieces.pop()  # a power cut leaves zeros where a block was not written
    lines: list[Line] = []
    sound = 0
    damaged = False
    for at, piece in enumerate(pieces):
        line = _parse_checked(piece)
        damaged = damaged or line is None or line["n"] != _expected_number(lines, line)
        if not damaged:
            sound += len(piece) + 1
        lines += [line] if line else _mended_lines(piece, b"".join(pieces[at + 1 : at + 2]))
    last = _mended_lines(unfinished, b"")
    if last and last[0] == _parse_checked(unfinished) and not damaged:
        return Journal((*lines, *last), len(content), damaged=False)  # it lacks the line feed only
    return Journal((*lines, *last), sound, damaged or bool(last), unfinished=bool(unfinished))


def _expected_number(lines: list[Line], line: Line) -> int:
    """The number a sound next line has; the first may be any."""
    number: int = lines[-1]["n"] + 1 if lines else line["n"]
    return number


def _with_checksum(text: str) -> bytes:
    """The line with its checksum."""
    content = text.encode("ascii")
    return b"%08x %b\n" % (crc32(content), content)


def _parse_checked(raw: bytes) -> Line | None:
    """The line if its checksum fits."""
    content = raw[9:]
    return _parse(content) if raw[:9] == b"%08x " % crc32(content) else None


def _mended_lines(raw: bytes, following: bytes) -> list[Line]:
    """The lines that come out of a damaged piece when one flipped bit is turned back, wherever it was."""
    starts = [0, *(found.start() for found in _START.finditer(raw, 1)), len(raw) + 1]
    split = [raw[start : end - 1] for start, end in pairwise(starts)]  # a lost line feed
    joined = raw + b"\n" + following  # a line feed that was a letter before
    ended = raw[:-1] if raw and (raw[-1] ^ ord("\n")).bit_count() == 1 else raw  # its own line feed flipped
    found = (_parse_checked(each) or _turn_one_bit_back(each) for each in (*split, raw, joined, ended))
    return [line for line in found if line][: len(split)]


def _turn_one_bit_back(raw: bytes) -> Line | None:
    """The line with the one bit turned back that makes its checksum fit."""
    content = raw[9:]
    sealed = b"%08x " % crc32(content)
    if sum((there ^ here).bit_count() for there, here in zip(raw, sealed, strict=False)) == 1:
        return _parse(content)  # the bit was in the checksum itself
    try:
        wanted = int(raw[:8], 16) ^ crc32(content)
    except ValueError:
        return None
    zero = crc32(b"\0")
    effects = [crc32(bytes([1 << bit])) ^ zero for bit in range(8)]  # of a flip in the last byte
    for at in reversed(range(max(0, len(content) - _LONGEST_MENDED), len(content))):
        if wanted in effects:
            flip = 1 << effects.index(wanted)
            return _parse(content[:at] + bytes([content[at] ^ flip]) + content[at + 1 :])
        effects = [crc32(b"\0", effect) ^ zero for effect in effects]
    return None


def _parse(content: bytes) -> Line | None:
    """The line if it is one as we write them."""
    try:
        line = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return line if _is_line(line) else None


def _is_line(line: object) -> bool:
    """Whether this is a line as we write them."""
    return (
        isinstance(line, dict)
        and isinstance(line.get("n"), int)
        and (isinstance(line.get("base"), str) or Changes.is_shaped_as_changes(line))
    )
