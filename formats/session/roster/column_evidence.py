"""What speaks for taking a column for this? Its title, and what its cells add, take, or rule out."""

from collections.abc import Set
from dataclasses import dataclass

from formats.session.folding import fold
from formats.session.roster.cells import Cell, Contents
from formats.session.roster.draft import Column
from formats.session.roster.title_words import BUYERS, NOT_COMING, NOT_PEOPLE, THINGS
from formats.session.roster.titles import BUYER, EXACT, KNOWN, title_fits, title_words
from formats.session.roster.vocabulary import word_set

MOSTLY = 0.7
_NEARLY_ALL = 0.9
_FEWEST = 2
"""Cells; one alone shows nothing."""
_PLAINLY = 2
_SHOWN_BY_CELLS = frozenset({Column.EMAIL, Column.ORGANISATION, Column.ROLE, Column.HERE})
_NOT_WORDS = (
    Cell.ADDRESS,
    Cell.LINK,
    Cell.DATE,
    Cell.DURATION,
    Cell.PHONE,
    Cell.NUMBER,
    Cell.YES_OR_NO,
    Cell.ANSWER,
)
# Titles that ask how someone comes: "no" to one of them may still mean yes.
_WAYS = word_set("""
person online virtually remotely virtual zoom teams site dinner hybrid prasenz ligne linea
""")
# Beside a telephone an address may stand: "Tel/email".
_TELEPHONES = word_set("tel phone telephone mobile number")
_PARTS = {
    Column.ORGANISATION: word_set("department dept team service unit abteilung departamento dzial adran"),
    Column.FIRST: word_set("initials"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a column: how plainly its title does, `EXACT` to `BUYER`, and what its cells add or take."""

    title: int
    cells: int

    @property
    def score(self) -> int:
        """Both together; the highest is chosen first."""
        return self.title + self.cells


def evidence_of(title: str, held: Contents) -> dict[Column, Evidence]:
    """What speaks for each column that a title or its cells announce, but for those that the cells rule out."""
    fits = title_fits(title)
    if set(fits) <= {Column.NAME} and held.share(Cell.ANSWER) > MOSTLY:
        return {Column.HERE: Evidence(fits.get(Column.NAME, 0), 0)} if fits else _told_by_cells(title, held)
    return _told_by_cells(title, held) | {
        column: Evidence(fit, _cells_say(column, fit, held) - _says_part(column, title))
        for column, fit in fits.items()
        if _agrees(column, fit, held, title)
    }


def _told_by_cells(title: str, held: Contents) -> dict[Column, Evidence]:
    """What cells show so plainly that a title which says nothing, or something else, is outvoted."""
    words = set(title_words(title))
    if held.filled < _FEWEST or (words - _TELEPHONES) & (NOT_PEOPLE | THINGS | BUYERS):
        return {}
    columns = {Column.EMAIL} if words & _TELEPHONES else _SHOWN_BY_CELLS - _unlike(words)
    points = {column: _cells_say(column, 0, held) for column in columns}
    return {column: Evidence(0, said) for column, said in points.items() if said >= _PLAINLY}


def _unlike(words: Set[str]) -> frozenset[Column]:
    """Columns that a title rules out, whatever its cells say."""
    return frozenset({Column.HERE} if words & NOT_COMING else ())


def _cells_say(column: Column, fit: int, held: Contents) -> int:
    """What cells add to a title, or take: `_PLAINLY` and more where they speak for the column by themselves."""
    if not held.filled:
        return -fit  # a filled column beats an empty one
    if fit == BUYER:
        return 0
    organisations, roles = held.organisations > held.filled / 2, held.roles > held.filled / 2
    match column:
        case Column.NAME:
            is_one = held.filled > _FEWEST and held.different * 3 <= held.filled
            no_names = 3 * (held.share(Cell.ADDRESS, Cell.PHONE, Cell.NUMBER) > _NEARLY_ALL)
            return 2 * (held.people > held.filled / 2) - 3 * is_one - 4 * organisations - no_names
        case Column.ORGANISATION:
            is_people = not held.organisations and held.people > held.filled * MOSTLY
            return _more(fit) * organisations - 2 * (roles or is_people)
        case Column.ROLE:
            return _more(fit) * roles - 3 * organisations
        case Column.EMAIL:
            reaches_people = (
                held.share(Cell.ADDRESS, Cell.PHONE, Cell.NUMBER) > _NEARLY_ALL and held.kinds[Cell.ADDRESS]
            )
            return 3 if held.share(Cell.ADDRESS) > MOSTLY else 2 * bool(reaches_people)
        case Column.HERE:
            return 2 * (held.answers > MOSTLY and held.who_comes > held.filled / 2)
        case _:
            return 0


def _more(fit: int) -> int:
    """How much words that are known add: much to a title that says nothing, little to one that says all."""
    return 3 if fit < KNOWN else 1


def _says_part(column: Column, title: str) -> int:
    """What a title loses that names a part, as a department or initials, beside one that names the whole."""
    return 2 if set(title_words(title)) <= _PARTS.get(column, frozenset()) else 0


def _agrees(column: Column, fit: int, held: Contents, title: str) -> bool:
    """Whether what a column holds can be what its title announces; an empty column can."""
    if not held.filled:
        return fit >= KNOWN
    match column:
        case Column.EMAIL:
            return held.share(Cell.ADDRESS) >= 0.5 or (fit == EXACT and held.kinds[Cell.ADDRESS] > 0)
        case Column.NAME | Column.FIRST | Column.LAST | Column.MIDDLE:
            return _holds_names(column, fit, held)
        case Column.ORGANISATION:
            return held.share(Cell.ADDRESS, Cell.DATE, Cell.DURATION, Cell.YES_OR_NO, Cell.LINK) < 0.5
        case Column.ROLE:
            return held.share(*_NOT_WORDS) < 0.5 and held.share(Cell.TITLE) < 0.5
        case Column.HERE:
            return _holds_answers(fit, held, title) and not _is_before_the_event(held, title)
        case Column.AWAY:
            return _holds_answers(fit, held, title) or held.share(Cell.YES_OR_NO, Cell.DATE) > 0.5
        case _:
            return True


def _holds_names(column: Column, fit: int, held: Contents) -> bool:
    """Letters in most cells; and different ones, unless the title says that it holds names."""
    words = held.share(Cell.NAME, Cell.TEXT, Cell.TITLE)
    if column is Column.NAME:
        words += held.share(Cell.ADDRESS)
    if words < 0.5:
        return False
    return fit >= KNOWN or column is not Column.NAME or held.different > held.filled / 2


def _holds_answers(fit: int, held: Contents, title: str) -> bool:
    """Answers in most cells; under a title that asks plainly, any words, for those not known are asked about."""
    if held.share(Cell.ADDRESS, Cell.LINK, Cell.DATE, Cell.DURATION, Cell.PHONE) > 0.5:
        return False
    if _WAYS & set(title_words(title)) and held.share(Cell.YES_OR_NO) > 0.5:
        return False
    if held.share(Cell.NUMBER) > 0.5:
        return False
    return held.answers >= 0.5 or (fit >= KNOWN and held.different <= max(2, held.filled / 2))


def _is_before_the_event(held: Contents, title: str) -> bool:
    """Whether nobody is checked in yet, so that "no" says nothing of who comes."""
    return "check" in fold(title) and not held.here
