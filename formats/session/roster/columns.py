"""What is in this column? Chosen by what its title and its cells say together."""

from collections.abc import Mapping, Sequence, Set

from formats.session.roster.cells import Cell, Contents, contents_of, is_day
from formats.session.roster.column_evidence import MOSTLY, Evidence, evidence_of
from formats.session.roster.draft import Column
from formats.session.roster.title_words import NOT_PEOPLE, THINGS
from formats.session.roster.titles import BUYER, title_fits, title_words
from formats.session.roster.two_name_columns import two_name_columns

Columns = Mapping[int, Column]
Found = tuple[Evidence, int, Column]
NAMES = frozenset({Column.NAME, Column.FIRST, Column.LAST})
_SEVERAL = frozenset({Column.HERE, Column.AWAY, Column.REMARKS})


def choose_columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, Column]:
    """The columns of a table by their titles, where what they hold agrees."""
    width = max((len(titles), *map(len, rows)), default=0)
    contents = [contents_of([row[place] for row in rows if place < len(row)]) for place in range(width)]
    found = [
        (evidence, place, column)
        for place, title in enumerate(titles)
        for column, evidence in evidence_of(title, contents[place]).items()
    ]
    chosen: dict[int, Column] = {}
    for _, place, column in sorted(_without_doubtful_answers(found), key=_plainest_first):
        if place not in chosen and (column in _SEVERAL or column not in chosen.values()):
            chosen[place] = column
    if Column.NAME in chosen.values():  # initials serve where nothing else says what somebody is called
        chosen = {at: column for at, column in chosen.items() if title_words(titles[at]) != ("initials",)}
    _add_by_contents(chosen, titles, contents)
    if not NAMES & set(chosen.values()):
        known = {at for at, title in enumerate(titles) if title_fits(title)}
        chosen |= two_name_columns(rows, contents, chosen | dict.fromkeys(known - chosen.keys(), Column.REMARKS))
    things = {at for at, title in enumerate(titles) if set(title_words(title)) & (THINGS | NOT_PEOPLE)}
    return _add_a_name(_tell_names_apart(chosen, contents), contents, things)


def _without_doubtful_answers(found: list[Found]) -> list[Found]:
    """Answers under a title that asks for none count only where no other column says who comes."""
    answers = [evidence.title for evidence, _, column in found if column in (Column.HERE, Column.AWAY)]
    return found if answers == [0] else [one for one in found if one[2] is not Column.HERE or one[0].title]


def _plainest_first(found: Found) -> tuple[int, bool, int]:
    evidence, place, _ = found
    return -evidence.score, not evidence.title, place


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
    asked = [at for at in untold if contents[at].answers > MOSTLY]
    in_no_language_of_ours = titles and not any(map(title_fits, titles))
    if not {Column.HERE, Column.AWAY} & set(chosen.values()) and len(asked) == 1 and in_no_language_of_ours:
        chosen[asked[0]] = Column.HERE


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
    if pair := two_name_columns(rows, contents, chosen):
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
    free = free or [
        place for place in range(len(contents)) if place not in chosen and _holds_people(contents[place])
    ]
    if not free:
        return chosen
    return chosen | {max(free, key=lambda place: (_likeness(contents[place]), -place)): Column.NAME}


def _may_name_people(held: Contents) -> bool:
    return held.filled > 0 and held.share(Cell.NAME) > 0.5 and held.different > held.filled / 2


def _holds_people(held: Contents) -> bool:
    """Whether most of what a column holds is whole names, whatever its title says."""
    return held.filled > 0 and held.people > held.filled * MOSTLY and held.different > held.filled / 2


def _likeness(held: Contents) -> float:
    """How much a column looks like whole names; a little better is not enough to leave the order."""
    return round(held.people / held.filled * 2) / 2 if held.filled else 0.0
