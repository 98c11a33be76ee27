"""Does this row hold the titles of columns, or what stands in them?"""

from collections.abc import Sequence

from formats.session.roster.addresses import find_address
from formats.session.roster.answers import is_answer
from formats.session.roster.cells import Cell, contents_of, reads_like_person
from formats.session.roster.columns import NAMES
from formats.session.roster.draft import Column
from formats.session.roster.labels import section_named
from formats.session.roster.title_words import BUYERS, FILLING, NOT_PEOPLE, PEOPLE_WORDS, THINGS
from formats.session.roster.titles import BUYER, KNOWN, PARTLY, title_fits, title_words

_WORDS_OF_TITLES = NOT_PEOPLE | THINGS | BUYERS
_OF_A_MEETING = frozenset(
    {("topic",), ("meeting", "id"), ("webinar", "id"), ("webinar", "name"), ("meeting", "name")}
)
_FEWEST_LISTS = 2
_HALF = 0.5
_ASKED = (*NAMES, Column.EMAIL)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row holds titles: a name's title we know, or two others; people are not called by questions."""
    filled = [cell for cell in cells if cell]
    if not filled or any(find_address(cell) or cell.replace(".", "").isdigit() for cell in filled):
        return False
    if any(cell.endswith(("?", "؟")) and _fit(cell) >= PARTLY for cell in filled):
        return True
    known = [cell for cell in filled if _fit(cell) >= KNOWN]
    if len(filled) == 1:
        return bool(known)
    if len({title_words(cell) for cell in filled}) == 1:
        return False
    if any(_asks_for_people(cell) and not _may_be_a_value(cell) for cell in known):
        return True
    if any(map(_is_value, filled)):
        return False
    likely = [cell for cell in filled if _fit(cell) >= PARTLY]
    return len(known) > 1 or (len(filled) > 2 and len(likely) > 1 and announces_people(filled))


def announces_people(cells: Sequence[str]) -> bool:
    """Whether titles announce people: their names or their addresses."""
    asked = [cell for cell in cells if any(title_fits(cell).get(column, 0) >= BUYER for column in _ASKED)]
    about_a_meeting = any(title_words(cell) in _OF_A_MEETING for cell in cells)
    return any(Column.EMAIL not in title_fits(cell) and not _may_be_a_value(cell) for cell in asked) or (
        bool(asked) and not about_a_meeting
    )


def heads_lists(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Where lists begin side by side under a row of headings, "Coming,,Not coming,"; none for any other row."""
    begins = tuple(at for at, cell in enumerate(cells) if cell)
    sections = [section_named(cells[at]) for at in begins]
    if len(begins) < _FEWEST_LISTS or not all(one and one.names_people and not one.column for one in sections):
        return ()
    if not any(one and one.reply for one in sections) or (rows and is_header(rows[0])):
        return ()
    held = [contents_of([row[at] for row in rows if at < len(row)]) for at in begins]
    named = [one for one in held if one.filled]
    return begins if named and all(one.share(Cell.NAME) >= _HALF for one in named) else ()


def _fit(cell: str) -> int:
    return max(title_fits(cell).values(), default=0)


def _asks_for_people(title: str) -> bool:
    return any(title_fits(title).get(column, 0) >= KNOWN for column in _ASKED)


def _may_be_a_value(cell: str) -> bool:
    """Whether a title is as well what stands in a cell: "Guest" beside a name, "Cancelled"."""
    return set(title_words(cell)) <= PEOPLE_WORDS | FILLING or is_answer(cell)


def _is_value(cell: str) -> bool:
    """Whether a cell is somebody's, no title: a figure, "Ada Fenn", "Ada Fenn (declined)", "Present: Ada Fenn"."""
    before, bracket, _ = cell.partition("(")
    _, colon, after = cell.partition(":")
    if any(c.isdigit() for c in cell) or (colon and reads_like_person(after.partition("(")[0])):
        return True
    if reads_like_person(cell) and not title_fits(cell) and not set(title_words(cell)) & _WORDS_OF_TITLES:
        return True
    return bool(bracket) and reads_like_person(before) and _fit(before) < KNOWN
