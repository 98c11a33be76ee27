"""Which columns of a table stand for days or duties: those of a poll, and those of a rota?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from formats.session.roster.cells import Cell, contents_of, is_day
from formats.session.roster.draft import Column
from formats.session.roster.title_words import BUYERS
from formats.session.roster.titles import asks_of_a_day, title_fits, title_words
from formats.session.roster.unknown_titles import holds_people

_MOSTLY = 0.7
_NAMES = frozenset({Column.NAME, Column.FIRST, Column.LAST})


def days_asked(
    titles: Sequence[str], rows: Sequence[Sequence[str]], chosen: Mapping[int, Column]
) -> tuple[int, ...]:
    """The columns of a poll, each a day that people say yes or no to; none where another column says who comes."""
    if Column.HERE in chosen.values():
        return ()
    columns = ((at, [row[at] for row in rows if at < len(row)]) for at in range(len(titles)) if at not in chosen)
    days = [
        at
        for at, cells in columns
        if is_day(titles[at]) and any(c.isdigit() for c in titles[at]) and contents_of(cells).answers > _MOSTLY
    ]
    return tuple(days) if len(days) > 1 else ()


def grid_columns(titles: Sequence[str], chosen: Mapping[int, Column]) -> tuple[int, ...]:
    """The columns of one question about several days: "Which will you attend? [12 Nov]", or "Thu 12?"."""
    asked = [at for at, column in chosen.items() if column is Column.HERE and at < len(titles)]
    questions = Counter(titles[at].partition("[")[0] for at in asked if "[" in titles[at])
    of_days = [at for at in asked if asks_of_a_day(titles[at])]
    if len(of_days) > 1:
        return tuple(of_days)
    return tuple(at for at in asked if questions[titles[at].partition("[")[0]] > 1)


def duty_columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The columns that name people, each for a duty or a part; none for a table with a person a row."""
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(titles))]
    if any(_is_for_others(title) or set(title_fits(title)) & _NAMES for title in titles):
        return ()
    duties = tuple(at for at, cells in enumerate(columns) if holds_people(cells))
    mail = {at for at, cells in enumerate(columns) if contents_of(cells).share(Cell.ADDRESS) > _MOSTLY}
    of_each = not mail or all(at + 1 in mail for at in duties)
    return duties if len(duties) > 1 and of_each else ()


def _is_for_others(title: str) -> bool:
    """Whether a column names who is not on the list: a buyer, a manager, next of kin."""
    return bool(set(title_words(title)) & BUYERS)
