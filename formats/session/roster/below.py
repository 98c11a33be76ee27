"""What does a line say of the person on the line above: an address, "Organiser", "Accepted", "Company: …"?"""

from collections.abc import Sequence
from dataclasses import replace

from formats.session.roster.addresses import bare_address, belongs_to
from formats.session.roster.answers import Answer, Reply, is_answer, read_message
from formats.session.roster.brackets import Beside, DraftInTheMaking, kind_beside
from formats.session.roster.draft import Column, PersonDraft
from formats.session.roster.line_shapes import LABELLED, ONE_THING, has_bullet
from formats.session.roster.titles import KNOWN, title_fits


def with_line_below(
    person: PersonDraft, line: str, *, in_record: bool, answers: bool, surely: bool = False
) -> PersonDraft | None:
    """The person with what the line says of them; None for a line that is about somebody else.

    `in_record` where each line is a title and a value; `answers` where answers stand under names in this list;
    `surely` where the shape of the list shows that the line is about this person.
    """
    if in_record and (field := _field_of_record(line)):
        return _with_field(person, *field)
    if not surely and not _belongs_below(line, person, answers=answers):
        return None
    making = DraftInTheMaking(person)
    making.take(bare_address(line) or line)
    return making.draft


def answers_stand_below(lines: Sequence[str]) -> bool:
    """Whether answers on lines of their own stand under names, as in a list of guests, and head nobody."""
    lines = [line for line in lines if not bare_address(line)]
    answers = [at for at, line in enumerate(lines) if is_answer(line)]
    names = len(lines) - len(answers)
    under_names = all(at > 0 and not is_answer(lines[at - 1]) for at in answers)
    return bool(answers) and under_names and answers[-1] == len(lines) - 1 and names <= len(answers) + 1


def _field_of_record(line: str) -> tuple[Column, str] | None:
    """The column that a line of a record names, and its value; None where it begins another person."""
    labelled = LABELLED.match(line)
    fits = title_fits(labelled[1]) if labelled else {}
    column = next((one for one, fit in fits.items() if fit >= KNOWN), None)
    if labelled is None or column in (None, Column.NAME, Column.FIRST):
        return None
    return column, labelled[2]


def _belongs_below(line: str, person: PersonDraft, *, answers: bool) -> bool:
    """Whether a line alone says something of the person above, and names nobody itself."""
    if address := bare_address(line):
        return not person.email and belongs_to(address, person.name)
    if line.isupper() and line == "".join(word[:1] for word in person.name.split()).upper():
        return True
    if not ONE_THING.fullmatch(line):
        return False
    kind = kind_beside(line, person.name)
    if kind in (Beside.PRONOUNS, Beside.PLACE):
        return True
    if is_answer(line):
        return answers
    if has_bullet(line):
        return False
    if kind is Beside.ROLE and not person.role:
        return len(line.split()) > 1 or line.islower()
    return kind is Beside.ORGANISATION and not person.organisation


def _with_field(draft: PersonDraft, column: Column, value: str) -> PersonDraft:
    if not value:
        return draft
    making = DraftInTheMaking(draft)
    match column:
        case Column.LAST | Column.MIDDLE:
            return replace(draft, name=f"{draft.name} {value}")
        case Column.ORGANISATION:
            return replace(draft, organisation=value)
        case Column.ROLE:
            return replace(draft, role=value)
        case Column.EMAIL if address := bare_address(value):
            return replace(draft, email=address)
        case Column.HERE | Column.AWAY:
            answer = read_message(value)
            says_away = column is Column.AWAY and answer is Answer.HERE  # "Cancelled: yes"
            making.answer(Reply(Answer.AWAY if says_away else answer, value))
        case _:
            making.remark(value)
    return making.draft
