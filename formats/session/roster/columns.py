"""What is in this column? Finds names, organisations and the rest by their titles, or by what they hold."""

import re
from collections.abc import Sequence
from enum import StrEnum

from formats.session.people import folded
from formats.session.roster.names import word_set


class Column(StrEnum):
    """What a column of a list holds."""

    NAME = "name"
    FIRST = "first name"
    LAST = "last name"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "e-mail"
    REMARKS = "remarks"
    HERE = "here"
    AWAY = "away"


# Titles in the languages of the lists people really have; accents and case do not matter.
_TITLES = {
    Column.EMAIL: "email|e mail|mail|email address|e mail address|mail address|courriel|adresse e mail"
    "|e mail adresse|correo|correo electronico|adresse mail|epost|e post",
    Column.FIRST: "first name|firstname|first|given name|given names|forename|vorname|prenom|nombre|fornamn"
    "|fornavn|imie|voornaam|enw cyntaf",
    Column.LAST: "last name|lastname|last|surname|family name|nachname|familienname|nom de famille|apellido"
    "|apellidos|cognome|efternamn|etternavn|efternavn|nazwisko|achternaam|cyfenw",
    Column.ORGANISATION: "organisation|organization|org|team|employer|company|workplace|institution"
    "|affiliation|entreprise|organisme|firma|organizacion|organizacja|organizzazione|agency|department"
    "|works for|from|sefydliad",
    Column.ROLE: "role|job|job title|title|position|function|funktion|fonction|profession|poste|rolle"
    "|beruf|occupation|rol|cargo|job role|swydd",
    Column.REMARKS: "notes|note|remarks|remark|comment|comments|bemerkung|bemerkungen|remarques"
    "|commentaire|commentaires|notas|anmerkung|anmerkungen|nodiadau",
    Column.NAME: "name|full name|fullname|names|participant|participants|person|people|attendee|attendees"
    "|who|nom complet|nom|nome|nombre completo|navn|namn|naam|display name|member|guest|nazwa|enw",
    Column.HERE: "here|present|attending|attendance|coming|status|rsvp|response|come|attend|join",
    Column.AWAY: "away|absent|apologies",
}
_BY_TITLE = {title: column for column, titles in _TITLES.items() for title in titles.split("|")}
_WORDS = {word: column for column in _TITLES for word in _TITLES[column].split("|") if " " not in word}
_FILLING = word_set("the of your their a and or address work contact preferred s no nr")
_VOCABULARY = {word for title in _BY_TITLE for word in title.split()} | _FILLING
_NAMES = frozenset({Column.NAME, Column.FIRST, Column.LAST})


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row holds titles: every word of a name's title, or of two others, is a known one.

    Forms put questions over their columns, and people are not called by questions.
    """
    if any("@" in cell for cell in cells):
        return False
    if any(cell.endswith("?") and _column(cell) for cell in cells):
        return True
    found = [_column(cell) for cell in cells if set(_title(cell).split()) <= _VOCABULARY]
    known = [column for column in found if column]
    return bool(_NAMES & set(known)) or len(known) > 1 or (len(cells) == 1 and bool(known))


def by_title(cells: Sequence[str]) -> dict[int, Column]:
    """The columns by their titles; where two have the same meaning, the first one has it."""
    exact = [(place, _BY_TITLE.get(_title(cell))) for place, cell in enumerate(cells)]
    loose = [(place, _column(cell)) for place, cell in enumerate(cells)]
    found: dict[int, Column] = {}
    for place, column in exact + loose:
        if column and place not in found and column not in found.values():
            found[place] = column
    return _names_told_apart(found, len(cells))


def by_contents(rows: Sequence[Sequence[str]]) -> dict[int, Column]:
    """The columns of a list without titles: addresses are known by their sign, the rest by its order."""
    width = max((len(row) for row in rows), default=0)
    with_at = [sum("@" in row[place] for row in rows if place < len(row)) for place in range(width)]
    found: dict[int, Column] = {}
    if max(with_at, default=0) > len(rows) / 2 and width > 1:
        found[with_at.index(max(with_at))] = Column.EMAIL
    free = [place for place in range(width) if place not in found]
    wanted = (Column.NAME, Column.ORGANISATION, Column.ROLE, Column.REMARKS)
    return found | dict(zip(free, wanted, strict=False))


def _title(cell: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", folded(cell)).split())


def _column(cell: str) -> Column | None:
    title = _title(cell)
    if title in _BY_TITLE:
        return _BY_TITLE[title]
    words = set(title.split())
    return next((column for column in _TITLES if words & {w for w, c in _WORDS.items() if c is column}), None)


def _names_told_apart(found: dict[int, Column], width: int) -> dict[int, Column]:
    """A "Name" beside a first name is the last name, and one beside a surname the first."""
    kinds = set(found.values())
    if Column.NAME in kinds and Column.FIRST in kinds and Column.LAST not in kinds:
        return {place: Column.LAST if c is Column.NAME else c for place, c in found.items()}
    if Column.NAME in kinds and Column.LAST in kinds and Column.FIRST not in kinds:
        return {place: Column.FIRST if c is Column.NAME else c for place, c in found.items()}
    free = [place for place in range(width) if place not in found]
    if not kinds & _NAMES and Column.EMAIL not in kinds and free:
        return found | {free[0]: Column.NAME}
    return found
