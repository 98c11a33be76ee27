"""Who wrote what in a thread in which a name, a time and the message stand on lines of their own?"""

from collections.abc import Sequence

from formats.session.roster.cells import could_be_name
from formats.session.roster.chat import Message, is_only_a_stamp
from formats.session.roster.line_shapes import ONE_THING

_FEWEST = 2
"""Messages; one name over one time shows nothing."""


def messages_in_thread(lines: Sequence[str]) -> dict[int, Message | None]:
    """By place, the message that begins on a writer's line, and None for the lines that belong to it."""
    begins = [at for at, line in enumerate(lines[:-1]) if _is_writer(line) and is_only_a_stamp(lines[at + 1])]
    if len(begins) < _FEWEST:
        return {}
    found: dict[int, Message | None] = {}
    for at, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        found |= dict.fromkeys(range(at + 1, end))
        found[at] = Message(lines[at].strip(), " ".join(filter(None, lines[at + 2 : end])))
    return found


def _is_writer(line: str) -> bool:
    return bool(ONE_THING.fullmatch(line.partition("(")[0].strip())) and could_be_name(line)
