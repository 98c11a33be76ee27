"""Who is named here? Reads people written by hand, each line in a shape of its own, beside its neighbours."""

from collections.abc import Sequence

from formats.language import Message
from formats.session.roster.answers import split_at_signs
from formats.session.roster.chat import is_notice, message_in, who_entered
from formats.session.roster.draft import MOST_LINES, RosterError, Understood, too_many
from formats.session.roster.last_first import neighbours_of
from formats.session.roster.line_reader import Line, LineReader
from formats.session.roster.line_shapes import has_bullet, signature_begins, without_label, without_markup
from formats.session.roster.list_structure import ListStructure, structure_of
from formats.session.roster.names import tidy
from formats.session.roster.splitting import split_recipients
from formats.session.roster.threads import messages_in_thread

SIGNATURE = Message("this signs a message.").text
POSTAL = Message("this is part of a postal address.").text
A_BUTTON = Message("it stands there again and again, so it is no name.").text
GOES_ON = Message("this goes on from the message above.").text
_MOSTLY = 0.6


def read_lines(numbered: Sequence[tuple[int, str]]) -> list[Understood]:
    """Reads people line by line; blank lines part what belongs together.

    Raises `RosterError` for more people than any session has.
    """
    plain = [without_markup(line) for _, line in numbered]
    structure = structure_of(plain)
    is_log = any(map(who_entered, plain)) and not any(map(message_in, plain))
    reader = LineReader(neighbours_of(_pieces(plain)), structure.labels, is_log)
    signed = signature_begins(plain)
    is_chat = _is_chat(plain)
    thread = messages_in_thread(plain)
    was_under = False
    for place, (number, text) in enumerate(numbered):
        if not tidy(text):
            reader.pass_gap()
            continue
        if place == 0 or not plain[place - 1] or place - 1 in structure.headings:
            ends = next((at for at in range(place, len(plain)) if _parts(at, plain, structure)), len(plain))
            reader.begin_block(plain[place:ends])
        following = plain[place + 1] if place + 1 < len(plain) else ""
        under = place > 0 and text[:1].isspace() and has_bullet(plain[place - 1] if not was_under else "1. x")
        was_under = under = under and not has_bullet(plain[place])
        line = Line(number, text.strip(), plain[place], following, place in structure.headings, under)
        if place in thread:
            reader.hear(line, thread[place])
        elif place in structure.postal:
            reader.leave(line, POSTAL)
        elif place in structure.buttons:
            reader.leave(line, A_BUTTON)
        elif place >= signed:
            reader.leave(line, SIGNATURE)
        elif is_chat and not is_log and not message_in(line.plain) and not is_notice(line.plain):
            reader.leave(line, GOES_ON)
        else:
            reader.read(line)
    return sorted(reader.lines, key=_by_number)


def _parts(place: int, lines: Sequence[str], structure: ListStructure) -> bool:
    """Whether what belongs together ends at a line: at a gap, or before a heading."""
    return not lines[place] or place in structure.headings


def _pieces(lines: Sequence[str]) -> list[str]:
    """What stands for one person each, in all lines, to see what the pieces have in common."""
    marked = (part for line in lines if line for part in split_at_signs(without_label(line)))
    pieces = [piece for part in marked for piece in split_recipients(part)]
    if max(len(pieces), sum(line.count(",") for line in lines) // 4) > MOST_LINES:
        raise RosterError(too_many())
    return pieces


def _is_chat(lines: Sequence[str]) -> bool:
    """Whether most lines are messages, so that the others go on from them."""
    filled = [line for line in lines if line]
    stamped = sum(bool(message_in(line)) or is_notice(line) for line in filled)
    return stamped > 1 and stamped >= _MOSTLY * len(filled)


def _by_number(line: Understood) -> int:
    return line.line_number
