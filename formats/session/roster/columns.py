"""What is in this column? Chosen by its title first, then proved by what its cells hold."""

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from formats.session.folding import fold
from formats.session.roster.addresses import find_address, is_turned
from formats.session.roster.cells import Cell, Contents, contents_of, is_day
from formats.session.roster.draft import Column
from formats.session.roster.title_words import NOT_PEOPLE, THINGS
from formats.session.roster.titles import BUYER, EXACT, KNOWN, title_fits, title_words
from formats.session.roster.vocabulary import word_set

Columns = Mapping[int, Column]
MOSTLY = 0.7
NAMES = frozenset({Column.NAME, Column.FIRST, Column.LAST})
_SEVERAL = frozenset({Column.HERE, Column.AWAY, Column.REMARKS})
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
person online virtually remotely virtual zoom teams site evening dinner morning afternoon hybrid prasenz ligne
linea
""")


def choose_columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, Column]:
    """The columns of a table by their titles, where what they hold agrees."""
    width = max((len(titles), *map(len, rows)), default=0)
    contents = [contents_of([row[place] for row in rows if place < len(row)]) for place in range(width)]
    fits = [
        (fit if contents[place].filled else 0, place, column)  # a filled column beats an empty one
        for place, title in enumerate(titles)
        for column, fit in title_fits(title).items()
        if _agrees(column, fit, contents[place], title)
    ]
    chosen: dict[int, Column] = {}
    for _, place, column in sorted(fits, key=lambda fit: (-fit[0], fit[1])):
        if place not in chosen and (column in _SEVERAL or column not in chosen.values()):
            chosen[place] = column
    _add_by_contents(chosen, titles, contents)
    things = {at for at, title in enumerate(titles) if set(title_words(title)) & (THINGS | NOT_PEOPLE)}
    return _add_a_name(_tell_names_apart(chosen, contents), contents, things)


def _add_by_contents(chosen: dict[int, Column], titles: Sequence[str], contents: Sequence[Contents]) -> None:
    """What titles do not tell: the only column of addresses, and answers under the one day that is asked about."""
    free = [place for place, held in enumerate(contents) if place not in chosen and held.filled]
    untold = [at for at in free if at >= len(titles) or not title_fits(titles[at])]
    mail = [at for at in untold if contents[at].share(Cell.ADDRESS) > MOSTLY]
    if Column.EMAIL not in chosen.values() and mail:
        chosen[mail[0]] = Column.EMAIL
    days = [at for at in free if at < len(titles) and is_day(titles[at]) and contents[at].answers > MOSTLY]
    if Column.HERE not in chosen.values() and len(days) == 1:
        chosen[days[0]] = Column.HERE


def days_asked(titles: Sequence[str], rows: Sequence[Sequence[str]], chosen: Columns) -> tuple[int, ...]:
    """The columns of a poll, each a day that people say yes or no to; none where another column says who comes."""
    if Column.HERE in chosen.values():
        return ()
    columns = ((at, [row[at] for row in rows if at < len(row)]) for at in range(len(titles)) if at not in chosen)
    days = [
        at
        for at, cells in columns
        if is_day(titles[at]) and any(c.isdigit() for c in titles[at]) and contents_of(cells).answers > MOSTLY
    ]
    return tuple(days) if len(days) > 1 else ()


def choose_without_titles(rows: Sequence[Sequence[str]]) -> dict[int, Column]:
    """The columns of a table without titles: by what they hold, the rest by their order."""
    width = max(map(len, rows), default=0)
    contents = [contents_of([row[place] for row in rows if place < len(row)]) for place in range(width)]
    chosen: dict[int, Column] = {}
    for place, held in enumerate(contents):
        if held.share(Cell.ADDRESS) > 0.5 and Column.EMAIL not in chosen.values():
            chosen[place] = Column.EMAIL
        elif held.filled and held.share(Cell.ANSWER, Cell.YES_OR_NO) == 1 and Column.HERE not in chosen.values():
            chosen[place] = Column.HERE
    if pair := _two_name_columns(rows, contents, chosen):
        chosen |= pair
    else:
        chosen = _add_a_name(chosen, contents)
    words = [place for place, held in enumerate(contents) if place not in chosen and held.letters > 0.5]
    wanted = [Column.ORGANISATION, Column.ROLE, Column.REMARKS]
    roles = [at for at in words if contents[at].roles > contents[at].filled / 2]
    if roles and Column.ROLE not in chosen.values():
        chosen[roles[0]] = Column.ROLE
        words.remove(roles[0])
        wanted.remove(Column.ROLE)
    return chosen | dict(zip(words, wanted, strict=False))


def other_names(titles: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Columns that name whoever paid or signed up, for rows in which the attendee's own are empty.

    Each is one column, or that of the first names with that of the last names.
    """
    places = {
        column: [at for at, title in enumerate(titles) if title_fits(title).get(column) == BUYER]
        for column in NAMES
    }
    whole = ((at,) for at in places[Column.NAME])
    return (*whole, *zip(places[Column.FIRST], places[Column.LAST], strict=False))


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


def _tell_names_apart(chosen: dict[int, Column], contents: Sequence[Contents]) -> dict[int, Column]:
    """A "Name" of single words beside a first name is the last name, and one beside a surname the first."""
    kinds = set(chosen.values())
    name = next((place for place, column in chosen.items() if column is Column.NAME), None)
    if name is None or not {Column.FIRST, Column.LAST} & kinds:
        return chosen
    if {Column.FIRST, Column.LAST} <= kinds:
        return chosen
    held = contents[name]
    if held.several_words > held.filled / 2:
        return chosen
    return chosen | {name: Column.LAST if Column.FIRST in kinds else Column.FIRST}


def _add_a_name(
    chosen: dict[int, Column], contents: Sequence[Contents], things: Set[int] = frozenset()
) -> dict[int, Column]:
    """Where no title says which column holds the names, the one that looks like it."""
    if NAMES & set(chosen.values()):
        return chosen
    untold = (place for place in range(len(contents)) if place not in chosen and place not in things)
    free = [place for place in untold if _may_name_people(contents[place])]
    if not free:
        return chosen
    return chosen | {max(free, key=lambda place: (_likeness(contents[place]), -place)): Column.NAME}


def _may_name_people(held: Contents) -> bool:
    return held.filled > 0 and held.share(Cell.NAME) > 0.5 and held.different > held.filled / 2


def _likeness(held: Contents) -> float:
    """How much a column looks like whole names; a little better is not enough to leave the order."""
    return round(held.people / held.filled * 2) / 2 if held.filled else 0.0


def _two_name_columns(
    rows: Sequence[Sequence[str]], contents: Sequence[Contents], chosen: Columns
) -> dict[int, Column]:
    """Two columns of single words side by side that hold a name between them, in the order that addresses say."""
    places = [place for place, held in enumerate(contents) if place not in chosen and held.share(Cell.NAME) > 0.7]
    mail = next((place for place, column in chosen.items() if column is Column.EMAIL), None)
    for one, other in pairwise(places):
        single = all(contents[at].several_words < contents[at].filled * 0.3 for at in (one, other))
        if other - one > 1 or not single or not contents[other].filled:
            continue
        if all(contents[at].shouted == contents[at].filled for at in (one,)) and not contents[other].shouted:
            return {one: Column.LAST, other: Column.FIRST}
        if contents[other].shouted == contents[other].filled and not contents[one].shouted:
            return {one: Column.FIRST, other: Column.LAST}
        if mail is not None and (turned := _turned_by_address(rows, one, other, mail)) is not None:
            return {one: Column.LAST, other: Column.FIRST} if turned else {one: Column.FIRST, other: Column.LAST}
        organisations_behind = any(held.organisations for held in contents[other + 1 :])
        if organisations_behind and contents[other].different == contents[other].filled > 1:
            return {one: Column.FIRST, other: Column.LAST}
    return {}


def _turned_by_address(rows: Sequence[Sequence[str]], one: int, other: int, mail: int) -> bool | None:
    """Whether the family name comes first, by the addresses beside most names; None where they say nothing."""
    votes = [
        (is_turned(row[mail], row[one], row[other]), is_turned(row[mail], row[other], row[one]))
        for row in rows
        if len(row) > max(one, other, mail) and find_address(row[mail])
    ]
    last_first = sum(turned is True and straight is not True for turned, straight in votes)
    first_first = sum(straight is True and turned is not True for turned, straight in votes)
    if last_first == first_first == 0:
        return None
    return last_first > first_first
