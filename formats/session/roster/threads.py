"""Who wrote what in a thread in which a name, a time and the message stand on lines of their own?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from formats.session.roster.cells import could_be_name, reads_like_person
from formats.session.roster.chat import Message, is_only_a_stamp, writer_in
from formats.session.roster.line_shapes import ONE_THING

_Writer = tuple[int, str, int]
"""The line of a writer, the name, and where the message begins."""
_FEWEST = 2
"""Messages; one name over one time shows nothing."""


def messages_in_thread(lines: Sequence[str]) -> dict[int, Message | None]:
    """By place, the message that begins on a writer's line, and None for the lines that belong to it."""
    writers = _writers_over_times(lines) or _writers_with_times(lines)
    found: dict[int, Message | None] = {}
    for (at, name, begins), end in zip(writers, [*(at for at, _, _ in writers[1:]), len(lines)], strict=False):
        found |= dict.fromkeys(range(at + 1, end))
        found[at] = Message(name, " ".join(filter(None, lines[begins:end])))
    return found


def _writers_over_times(lines: Sequence[str]) -> list[_Writer]:
    """Writers with the time on the next line."""
    pairs = enumerate(pairwise(lines))
    found = [(at, one.strip(), at + 2) for at, (one, time) in pairs if _is_writer(one) and is_only_a_stamp(time)]
    return found if len(found) >= _FEWEST else []


def _writers_with_times(lines: Sequence[str]) -> list[_Writer]:
    """Writers with the time beside them, where messages stand under most; a list of who joined when has none."""
    found = [(at, name, at + 1) for at, line in enumerate(lines) if (name := writer_in(line)) and _is_writer(name)]
    places = {at for at, _, _ in found}
    silent = sum(at + 1 in places or at + 1 >= len(lines) for at in places)
    names_below = sum(reads_like_person(lines[at + 1]) for at in places if at + 1 < len(lines))
    return found if len(found) >= _FEWEST and silent + names_below < len(found) / 2 else []


def _is_writer(line: str) -> bool:
    name = re.split(r"[<(]", line)[0].strip()
    return bool(ONE_THING.fullmatch(name)) and could_be_name(name)
