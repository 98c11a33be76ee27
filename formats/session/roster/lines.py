"""Who is named here? Reads people written by hand, line by line, each line in a shape of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from formats.session.folding import fold
from formats.session.roster.addresses import bare_address, belongs_to
from formats.session.roster.answers import Answer, Reply, is_answer, read_answer, read_message, split_at_signs
from formats.session.roster.brackets import Beside, DraftInTheMaking, kind_beside
from formats.session.roster.cells import could_be_name, is_organisation, reads_like_person
from formats.session.roster.chat import is_notice, message_in, writer_in
from formats.session.roster.draft import MOST_LINES, TOO_MANY, Column, Kind, PersonDraft, RosterError, Understood
from formats.session.roster.labels import Section, section_named, section_of_others, split_off_section
from formats.session.roster.names import tidy
from formats.session.roster.piece import NO_NAME, Neighbours, neighbours_of, read_piece
from formats.session.roster.sections import MESSAGE, in_section
from formats.session.roster.splitting import split_recipients
from formats.session.roster.titles import KNOWN, title_fits

HEADING = "this is a heading, not a name."
_BULLET = re.compile(
    r"\A\s*(?:\(?\d{1,4}[.):\]](?=\D)|#?\d{1,4}\s+(?=[^\W\d])|[-–—*•·◦▪‣●○►▶➢➤>+~⁃]\s*(?=[^\s~])|\[[ xX✓✔]?\]|[☐▢□⬜]\s*"
    r"|\(?[a-zA-Z][.)](?=\s+[^\W\d]{2})(?![a-zA-Z]\.))\s*"
)
# Words and nothing that parts them: no tab, dash, bracket, comma or sign.
_ONE_THING = re.compile(r"(?:[\w.'’&/-]| (?![-–—/]))+")
_MARKUP = re.compile(r"\A#{1,6}\s+|\*\*|(?<!_)__(?!_)|\A>+\s*")
_LABELLED = re.compile(r"\A((?:[^:：()\[\]]|\([^()]{0,40}\)|\[[^\[\]]{0,40}\]){1,60})[:：](?!\d\d\b)\s*(.*)\Z")
_INLINE = re.compile(r"(?<=[.;])\s+(?=[^\W\d][^:.;]{2,40}:\s)")
_MENTION = re.compile(r"(?:\A|(?<=\s))@(?=[^\W\d])")
_NAMELESS = re.compile(
    r"(?:\+|plus|and|und|et|y|oraz)?\s*\d+\s+(?:from|others?|more|guests?|people|weitere|autres?|mas|osob\w*|of)\b.*|\+\s*\d+\b.*",
    re.IGNORECASE,
)
_SIGNING = {
    tuple(fold(phrase).split())
    for phrase in """
best wishes | kind regards | best regards | warm regards | many thanks | thanks | cheers | regards
| all the best | yours sincerely | with thanks | viele grüße | mit freundlichen grüßen | liebe grüße
| herzliche grüße | cordialement | bien à vous | merci | saludos | un saludo | gracias | pozdrawiam
| z poważaniem | diolch | cofion | مع التحية | شكرا
""".split("|")
}
_GREETING = frozenset(
    "hi hello hey dear hallo liebe lieber bonjour bonsoir salut hola estimados estimadas querida querido czesc witam dzien helo annwyl"
    " مرحبا السلام ciao cari gentile hej kaere kjaere beste hoi thanks thank cheers regards best kind many danke merci gracias diolch pozdrawiam".split()
)


@dataclass(slots=True)
class _HandReader:
    """What was read so far, and the heading it stands under."""

    neighbours: Neighbours
    lines: list[Understood] = field(default_factory=list)
    section: Section | None = None
    inline: bool = False
    """Whether the heading stood on one line with its people, and so ends with them."""
    fresh: bool = True
    """Whether the next line begins the text, or follows a blank one."""
    record: bool = False
    writer: str = ""
    """Who wrote the message on the next line."""
    answers_follow: bool = False

    def read(self, number: int, line: str, following: str, block: Sequence[str]) -> None:
        """Takes one line up; `block` holds the lines between two blank ones, where it is the first of them."""
        self.answers_follow = _answers_follow_names(block) if block else self.answers_follow
        if not tidy(line):
            self.section = None if self.inline else self.section
            self.inline, self.fresh, self.writer = False, True, ""
            return
        self._read(number, tidy_markup(line), line.strip(), following)
        self.fresh = False

    def _read(self, number: int, plain: str, line: str, following: str) -> None:
        if self.writer:
            self._add_message(number, line, self.writer, plain)
            self.writer = ""
        elif message := message_in(plain):
            self._add_message(number, line, message.name, message.text)
        elif (writer := writer_in(plain)) and following and not writer_in(following) and could_be_name(writer):
            self.writer = writer
            self.lines.append(Understood(number, line, remark=f"{writer} wrote the next line.", kind=Kind.AGAIN))
        elif reason := names_nobody(plain):
            self.leave(number, line, reason)
        elif self._is_about_the_one_before(number, plain, line):
            pass
        elif section := self._heading(plain, following):
            self._begin(number, line, section)
        else:
            self._read_people(number, plain, line)

    def _heading(self, plain: str, following: str) -> Section | None:
        """The section that a line without people opens."""
        bare = plain.rstrip(":：").strip()
        if not bare or (_BULLET.match(plain) and not plain.endswith(":")):
            return None
        if bare != plain or not could_be_name(bare) or is_answer(bare):
            if section := section_named(bare):
                return section if section.column in (None, Column.NAME) else None
        elif section := section_named(bare):
            return section if section.column is None else None
        if bare != plain:
            return section_of_others(bare) if is_organisation(bare) else Section(bare, names_people=True)
        opens_group = self.fresh and is_organisation(bare) and _ONE_THING.fullmatch(plain) and following
        return Section(bare, organisation=bare) if opens_group and not is_organisation(following) else None

    def _begin(self, number: int, line: str, section: Section) -> None:
        self.section, self.inline = section, False
        self.leave(number, line, HEADING)

    def _read_people(self, number: int, plain: str, line: str) -> None:
        people: list[PersonDraft] = []
        remarks: list[str] = []
        reasons: list[str] = []
        if plain.startswith("@"):
            plain = _MENTION.sub("; ", plain)
        for part in _INLINE.split(plain):
            found, remark = self._read_part(part)
            people += found
            (remarks if found else reasons).append(remark)
        if people:
            said = " ".join(dict.fromkeys(filter(None, remarks)))
            self.lines.append(Understood(number, line, tuple(people), said))
        else:
            self.leave(number, line, next(filter(None, reasons), NO_NAME))

    def _read_part(self, part: str) -> tuple[list[PersonDraft], str]:
        """The people of a line or of a sentence in it, with the label before its colon."""
        labelled = _LABELLED.match(part)
        if not labelled and (found := split_off_section(_BULLET.sub("", part, count=1))):
            self.section, self.inline = found[0], True
            return self._read_pieces(found[1].rstrip("."), found[0], certain=";" not in found[1])
        if not labelled or "://" in part[: labelled.end(1) + 3] or not labelled[2]:
            return self._read_pieces(_BULLET.sub("", part, count=1), self.section, certain=False)
        label, rest = _BULLET.sub("", labelled[1], count=1), labelled[2]
        section = section_named(label)
        if section is None and could_be_name(label) and not is_organisation(label) and not _heads(label, rest):
            return self._read_pieces(_BULLET.sub("", part, count=1), self.section, certain=False)
        section = section or section_of_others(label)
        if not section.names_people:
            return [], "this is about the meeting, not a person."
        if section.column not in (None, Column.NAME, Column.FIRST):
            return self._read_pieces(rest, None, certain=False)
        self.section, self.inline = section, True
        self.record = section.column is not None
        return self._read_pieces(rest.rstrip("."), section, certain=_parts_people(section, rest))

    def _read_pieces(self, text: str, section: Section | None, *, certain: bool) -> tuple[list[PersonDraft], str]:
        certain = certain or bool(section and self.inline and _parts_people(section, text))
        people: list[PersonDraft] = []
        remarks: list[str] = []
        for piece in (one for some in split_at_signs(text) for one in split_recipients(some)):
            if _NAMELESS.fullmatch(piece):
                remarks.append(f"{piece}: not read.")
                continue
            found, remark = read_piece(piece, replace(self.neighbours, only_people=certain))
            people += [in_section(one, section) for one in found]
            remarks.append(remark if found or len(remarks) == 0 else f"“{piece}” was not read: {remark}")
        return people, " ".join(dict.fromkeys(filter(None, remarks)))

    def _add_message(self, number: int, line: str, name: str, text: str) -> None:
        found, remark = read_piece(name, Neighbours())
        if not found:
            self.leave(number, line, remark)
            return
        answer = read_message(text)
        making = DraftInTheMaking(found[0])
        making.answer(Reply(answer, "" if answer is Answer.HERE and len(text.split()) < 3 else text))
        self.lines.append(Understood(number, line, (making.draft,), MESSAGE))

    def _is_about_the_one_before(self, number: int, plain: str, line: str) -> bool:
        """Whether a line says more of the person on the line above: an address, "Organiser", "Accepted"."""
        if not self.lines or not self.lines[-1].people or self.fresh:
            return False
        *before, last = self.lines
        *others, person = last.people
        if (value := self._field_of_record(plain)) is not None:
            changed = _with_field(person, *value)
        elif not _belongs_below(plain, person, answers=self.answers_follow):
            return False
        else:
            making = DraftInTheMaking(person)
            making.take(bare_address(plain) or plain)
            changed = making.draft
        self.lines = [*before, replace(last, people=(*others, changed), text=last.text)]
        self.lines.append(Understood(number, line, kind=Kind.AGAIN, remark=f"This is about {changed.name}."))
        self._swap_last_two()
        return True

    def _swap_last_two(self) -> None:
        """Keeps the person last, so that more lines about them can follow."""
        self.lines[-2:] = [self.lines[-1], self.lines[-2]]

    def _field_of_record(self, plain: str) -> tuple[Column, str] | None:
        labelled = _LABELLED.match(plain)
        if not self.record or not labelled:
            return None
        fits = title_fits(labelled[1])
        column = next((one for one, fit in fits.items() if fit >= KNOWN), None)
        return (column, labelled[2]) if column not in (None, Column.NAME, Column.FIRST) else None

    def leave(self, number: int, line: str, reason: str) -> None:
        """Keeps a line of which nothing was made, with the reason."""
        self.lines.append(Understood(number, line, remark=reason, kind=Kind.NOT_READ))


def read_lines(numbered: Sequence[tuple[int, str]]) -> list[Understood]:
    """Reads people line by line; blank lines part what belongs together.

    Raises `RosterError` for more people than any session has.
    """
    lines = [(number, line) for number, line in numbered]
    filled = [tidy_markup(line) for _, line in lines if tidy(line)]
    marked = [part for line in filled for part in split_at_signs(_without_label(line))]
    pieces = [piece for part in marked for piece in split_recipients(part)]
    if max(len(pieces), sum(line.count(",") for line in filled) // 4) > MOST_LINES:
        raise RosterError(TOO_MANY)
    reader = _HandReader(neighbours_of(pieces))
    signed = _signed_from(lines)
    for place, (number, line) in enumerate(lines):
        following = next((tidy_markup(later) for _, later in lines[place + 1 :][:1] if tidy(later)), "")
        begins = bool(tidy(line)) and (place == 0 or not tidy(lines[place - 1][1]))
        block = takewhile(bool, (tidy_markup(later) for _, later in lines[place:])) if begins else ()
        if place >= signed and tidy(line):
            reader.leave(number, line.strip(), "this signs a message.")
        else:
            reader.read(number, line, following, tuple(block))
    return sorted(reader.lines, key=lambda line: line.line_number)


def _signed_from(lines: Sequence[tuple[int, str]]) -> int:
    """Where the end of a letter begins: "Best wishes," with no more than a signature behind it."""
    filled = [place for place, (_, line) in enumerate(lines) if tidy(line)]
    for place in filled[-4:]:
        words = tuple(fold(lines[place][1]).strip(" ,.!").split())
        if words and len(filled) > 4 and (words in _SIGNING or words[:2] in _SIGNING or words[:1] in _SIGNING):
            return place
    return len(lines)


def tidy_markup(line: str) -> str:
    """A line without the marks of Markdown; tabs stay, for they part columns."""
    return _MARKUP.sub("", line.replace("\u200e", "").replace("\u200f", "").replace("\u202f", " ")).strip()


def names_nobody(line: str) -> str:
    """Why a line names nobody, at a glance; "" where it may name somebody."""
    if not any(c.isalpha() for c in line):
        return (
            "there is no name in it, only a telephone."
            if sum(map(str.isdigit, line)) > 6
            else "there are no letters in it."
        )
    if re.match(r"(https?://|www\.)\S+$", line):
        return "this is a link, not a name."
    if is_notice(line):
        return "nobody wrote this message."
    if _NAMELESS.fullmatch(_NUMBERED.sub("", line)):
        return "it says how many, and not who."
    words = fold(line).split()
    if (
        words[0].strip(",.!") in _GREETING
        and not _LABELLED.match(line)
        or (words[0].strip(",") in _GREETING and line.endswith((":", ",", "!")))
    ):
        return "this is a greeting, not a name."
    return ""


_NUMBERED = re.compile(r"\A\s*[-*•]\s+")


def _belongs_below(plain: str, person: PersonDraft, *, answers: bool) -> bool:
    """Whether a line alone says something of the person on the line above, and names nobody itself."""
    if address := bare_address(plain):
        return not person.email and belongs_to(address, person.name)
    if not _ONE_THING.fullmatch(plain):
        return False
    kind = kind_beside(plain, person.name)
    if kind in (Beside.PRONOUNS, Beside.PLACE):
        return True
    if is_answer(plain):
        return answers
    bare = not person.organisation and not _BULLET.match(plain)
    if kind is Beside.ROLE and not person.role:
        return bare and (len(plain.split()) > 1 or plain.islower())
    return kind is Beside.ORGANISATION and bare


def _with_field(draft: PersonDraft, column: Column, value: str) -> PersonDraft:
    if not value:
        return draft
    match column:
        case Column.LAST | Column.MIDDLE:
            return replace(draft, name=f"{draft.name} {value}")
        case Column.ORGANISATION:
            return replace(draft, organisation=value)
        case Column.ROLE:
            return replace(draft, role=value)
        case Column.EMAIL:
            return replace(draft, email=bare_address(value) or draft.email)
        case Column.HERE | Column.AWAY:
            making = DraftInTheMaking(draft)
            answer = read_message(value)
            turned = Answer.AWAY if column is Column.AWAY and answer is Answer.HERE else answer
            making.answer(Reply(turned, value))
            return making.draft
        case _:
            making = DraftInTheMaking(draft)
            making.remark(value)
            return making.draft


def _parts_people(section: Section, text: str) -> bool:
    """Whether a comma parts people behind this label, and is none of "Last, First" or "name, place"."""
    return section.column is None and not section.are_recipients and ";" not in text


def _heads(label: str, rest: str) -> bool:
    """Whether words before a colon head a list of people, and are no person: "Kitchen: Tom Walsh, Jo Fraser"."""
    people = [reads_like_person(part.partition("(")[0]) for part in re.split("[,;]", rest.rstrip("."))]
    return all(people) and not reads_like_person(label)


def _without_label(line: str) -> str:
    labelled = _LABELLED.match(line)
    bare = labelled[2] if labelled and section_named(labelled[1]) else line
    return _BULLET.sub("", bare, count=1)


def _answers_follow_names(lines: Sequence[str]) -> bool:
    """Whether answers on lines of their own follow names, as copied from a list of guests, and are no headings."""
    answers = [at for at, line in enumerate(lines) if is_answer(line) and read_answer(line) is not Answer.MANNER]
    names = len(lines) - len(answers)
    after_names = all(at > 0 and not is_answer(lines[at - 1]) for at in answers)
    return bool(answers) and after_names and answers[-1] == len(lines) - 1 and names <= len(answers) + 1


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label of people: "Apologies: …"."""
    labelled = _LABELLED.match(tidy_markup(line))
    section = section_named(_BULLET.sub("", labelled[1], count=1)) if labelled and labelled[2] else None
    return bool(section and section.names_people and section.column is None)
