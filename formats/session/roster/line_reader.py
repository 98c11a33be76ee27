"""Takes up the lines of a list by hand one by one, with what was read so far in mind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from formats.language import Message, tr
from formats.session.roster.answers import (
    Answer,
    Reply,
    read_message,
    split_at_signs,
)
from formats.session.roster.below import answers_stand_below, with_line_below
from formats.session.roster.brackets import DraftInTheMaking
from formats.session.roster.cells import could_be_name, is_organisation, reads_like_person
from formats.session.roster.chat import Message as ChatMessage
from formats.session.roster.chat import message_in, who_entered, writer_in
from formats.session.roster.day_before import day_before
from formats.session.roster.draft import Column, Kind, PersonDraft, Understood
from formats.session.roster.fields import parts_at_commas
from formats.session.roster.headings import section_of_heading, section_opened
from formats.session.roster.labels import Section, section_named, section_of_others, split_off_section
from formats.session.roster.last_first import Neighbours
from formats.session.roster.line_shapes import (
    LABELLED,
    MORE_AT_THE_END,
    NAMELESS,
    ONE_THING,
    has_bullet,
    names_nobody,
    without_bullet,
)
from formats.session.roster.list_structure import label_of
from formats.session.roster.piece import NO_NAME, read_piece
from formats.session.roster.sections import MESSAGE, ON_A_DAY, in_section
from formats.session.roster.splitting import split_recipients

HEADING = Message("this is a heading, not a name.").text
ABOUT_THE_MEETING = Message("this is about the meeting, not a person.").text
ANOTHER_FIELD = Message("this is a field that is not used.").text
HOW_MANY = Message("it says how many, and not who.").text
# Where a sentence with a label ends and the next begins: "Present: A, B. Apologies: C."
_NEXT_LABEL = re.compile(
    r"(?<=[.;])\s+(?=[^\W\d][^:.;]{2,40}:\s|Apologies |Absent |Entschuldigt |Excusés |Nieobecni )"
)
# Where a list in two columns goes on in the other one: "1. Ada Fenn    6. Bo Lind".
_NEXT_NUMBER = re.compile(r"(?:\t+|\s{3,})\s*(?=\d{1,3}[.)](?:\s|\Z))")
_MENTION = re.compile(r"(?:\A|(?<=\s))@(?=[^\W\d])")
_ONLY_A_TIME = re.compile(r"[\d.:\sapmuhr–-]+")
ON_THE_AGENDA = Message("one word behind a time may be what is done then, and not who.").text
_SHORT = 3
"""Words; a message of fewer says no more than yes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, the text as it was written, and without marks; `following` is the one behind it."""

    number: int
    text: str
    plain: str
    following: str
    is_heading: bool = False
    """Whether the shape of the list shows that it heads the lines behind it."""
    is_under_bullet: bool = False
    """Whether it stands indented under a line with a bullet, and so says more of whoever is named there."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of a line, with the people it names or the reason why it names nobody."""

    text: str
    people: tuple[PersonDraft, ...]
    remark: str


@dataclass(slots=True)
class LineReader:
    """What was read so far, and the heading it stands under."""

    neighbours: Neighbours
    field_labels: frozenset[str] = frozenset()
    """Labels that come again, and so name what follows and nobody."""
    is_log: bool = False
    """Whether the list says who came and went, and nobody wrote anything."""
    lines: list[Understood] = field(default_factory=list)
    _section: Section | None = None
    _inline: bool = False
    """Whether the heading stood on one line with its people, and so ends with them."""
    _fresh: bool = True
    """Whether the next line begins the text, or follows a gap."""
    _in_record: bool = False
    _writer: str = ""
    """Who wrote the message on the next line."""
    _answers_below: bool = False

    def pass_gap(self) -> None:
        """Takes up a blank line: what stood on one line with a label ends, what stands under a heading goes on."""
        self._section = None if self._inline else self._section
        self._inline, self._fresh, self._writer = False, True, ""

    def begin_block(self, lines: Sequence[str]) -> None:
        """Looks at all lines up to the next gap, before the first of them is read."""
        self._answers_below = answers_stand_below(lines)

    def read(self, line: Line) -> None:
        """Takes up one line."""
        self._read(line)
        self._fresh = False
        if self._inline and line.plain.endswith("."):
            self._section, self._inline = None, False

    def hear(self, line: Line, message: ChatMessage | None) -> None:
        """Takes up the line of a thread on which a message begins, or one that belongs to it."""
        if message:
            self._add_message(line, message.name, message.text)
        else:
            self._add_about(line, Message("This belongs to the message above.").text)

    def leave(self, line: Line, reason: str) -> None:
        """Keeps a line of which nothing was made, with the reason."""
        self.lines.append(Understood(line.number, line.text, remark=reason, kind=Kind.NOT_READ))

    def _read(self, line: Line) -> None:
        if self._writer:
            self._add_message(line, self._writer, line.plain)
            self._writer = ""
        elif message := message_in(line.plain):
            self._add_message(line, message.name, message.text)
        elif writer := _writer_of_next(line):
            self._writer = writer
            self._add_about(line, tr("{person} wrote the next line.", person=writer))
        elif self.is_log and (name := who_entered(line.plain)):
            self._add_pieces(line, self._read_pieces(name, None), remark=ON_A_DAY)
        elif line.is_heading:
            self._section, self._inline = section_of_heading(line.plain), False
            self.leave(line, HEADING)
        elif reason := names_nobody(line.plain):
            self.leave(line, reason)
        elif self._is_about_the_one_above(line):
            pass
        elif section := section_opened(line.plain, line.following, fresh=self._fresh):
            self._section, self._inline = section, False
            self.leave(line, HEADING)
        else:
            self._add_people(line)

    def _add_about(self, line: Line, remark: str) -> None:
        self.lines.append(Understood(line.number, line.text, remark=remark, kind=Kind.AGAIN))

    def _add_message(self, line: Line, name: str, text: str) -> None:
        found = read_piece(name, Neighbours())
        if not found.people:
            self.leave(line, found.remark)
            return
        answer = read_message(text)
        says_yes = answer is Answer.HERE and len(text.split()) < _SHORT
        making = DraftInTheMaking(found.people[0])
        making.answer(Reply(answer, "" if says_yes else text))
        self.lines.append(Understood(line.number, line.text, (making.draft,), MESSAGE))

    def _is_about_the_one_above(self, line: Line) -> bool:
        """Takes up a line that says more of the person above; False where it is about somebody else."""
        if not self.lines or not self.lines[-1].people or self._fresh:
            return False
        last = self.lines[-1]
        changed = with_line_below(
            last.people[-1],
            line.plain,
            in_record=self._in_record,
            answers=self._answers_below,
            surely=line.is_under_bullet,
        )
        if changed is None:
            return False
        self.lines.pop()
        self._add_about(line, tr("This is about {person}.", person=changed.name))
        self.lines.append(replace(last, people=(*last.people[:-1], changed)))  # last, for more may follow
        return True

    def _add_people(self, line: Line) -> None:
        if self._inline and has_bullet(line.plain):
            self._section, self._inline = None, False
        plain = _MENTION.sub("; ", line.plain) if line.plain.startswith("@") else line.plain
        if dated := day_before(plain):
            self._add_duty(line, *dated)
            return
        numbered = [part for part in _NEXT_NUMBER.split(plain) if any(map(str.isalpha, part))] or [plain]
        parts = [part for some in numbered for part in _NEXT_LABEL.split(some)]
        self._add_pieces(line, [piece for part in parts for piece in self._read_part(part)])

    def _add_pieces(self, line: Line, pieces: Iterable[_Piece], remark: str = "") -> None:
        pieces = list(pieces)
        people = tuple(draft for piece in pieces for draft in piece.people)
        if not people:
            self.leave(line, next((piece.remark for piece in pieces if piece.remark), NO_NAME))
            return
        said = dict.fromkeys(piece.remark for piece in pieces if piece.people and piece.remark)
        self.lines.extend(
            Understood(line.number, piece.text, remark=piece.remark, kind=Kind.NOT_READ)
            for piece in pieces
            if not piece.people
        )
        self.lines.append(Understood(line.number, line.text, people, remark or " ".join(said)))

    def _add_duty(self, line: Line, day: str, names: str) -> None:
        """Takes up a line of a rota: the people behind a day, each with the day as a remark."""
        on_the_day = Section(day, remark=day)
        inline, self._inline = self._inline, True
        pieces = list(self._read_pieces(names, on_the_day))
        if _ONLY_A_TIME.fullmatch(day):
            pieces = [_Piece(one.text, (), ON_THE_AGENDA) if _is_one_word(one) else one for one in pieces]
        self._inline = inline
        self._add_pieces(line, pieces, remark=ON_A_DAY)

    def _read_part(self, part: str) -> Iterator[_Piece]:
        """The people of a line, or of a sentence in it, with the label before its colon."""
        bare = without_bullet(part)
        labelled = LABELLED.match(part)
        if not labelled and (found := split_off_section(bare)):
            self._section, self._inline = found[0], True
            return self._read_pieces(found[1].rstrip("."), found[0])
        if not labelled or not labelled[2] or labelled[2].startswith("//"):
            return self._read_pieces(bare, self._section)
        label, rest = without_bullet(labelled[1]), labelled[2]
        section = section_named(label)
        if section is None and (self._in_record or label_of(part) in self.field_labels):
            return iter([_Piece(part, (), ANOTHER_FIELD)])
        if section is None and could_be_name(label) and not is_organisation(label) and not _heads(label, rest):
            return self._read_pieces(bare, self._section)
        section = section or section_of_others(label)
        if not section.names_people:
            return iter([_Piece(part, (), ABOUT_THE_MEETING)])
        if section.column not in (None, Column.NAME, Column.FIRST):
            return self._read_pieces(rest, None)
        self._section, self._inline, self._in_record = section, True, section.column is not None
        return self._read_pieces(rest.rstrip("."), section)

    def _read_pieces(self, text: str, section: Section | None) -> Iterator[_Piece]:
        only_people = bool(section and self._inline and section.commas_part_people and ";" not in text)
        neighbours = replace(self.neighbours, only_people=only_people)
        if more := MORE_AT_THE_END.search(text):
            yield _Piece(more[1], (), HOW_MANY)
            text = text[: more.start()]
        for piece in (one for some in split_at_signs(text) for one in split_recipients(some)):
            if NAMELESS.fullmatch(piece):
                yield _Piece(piece, (), HOW_MANY)
                continue
            found = read_piece(piece, neighbours)
            yield _Piece(piece, tuple(in_section(one, section) for one in found.people), found.remark)
            yield from (_Piece(left, (), reason) for left, reason in found.left)


def _is_one_word(piece: _Piece) -> bool:
    return all(len(draft.name.split()) == 1 for draft in piece.people)


def _writer_of_next(line: Line) -> str:
    """Who wrote the next line, where this one is a name and a time: "Xanthe Poole  9:02 AM"."""
    writer = writer_in(line.plain)
    if not writer or not ONE_THING.fullmatch(writer) or not could_be_name(writer):
        return ""
    following = parts_at_commas(line.following)
    names_somebody = bool(following) and reads_like_person(following[0].partition("(")[0])
    return "" if not following or names_somebody or writer_in(line.following) else writer


def _heads(label: str, rest: str) -> bool:
    """Whether words before a colon head a list of people, and are no person: "Kitchen: Tom Walsh, Jo Fraser"."""
    people = [reads_like_person(part.partition("(")[0]) for part in re.split("[,;]", rest.rstrip("."))]
    return all(people) and not reads_like_person(label)
