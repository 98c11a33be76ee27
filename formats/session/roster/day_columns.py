"""Which columns of a table stand for days or duties: those of a poll, and those of a rota?"""

from collections.abc import Mapping, Sequence

from formats.session.roster.cells import Cell, cell_kind, contents_of, is_day
from formats.session.roster.draft import Column
from formats.session.roster.titles import NAME_COLUMNS, title_fits
from formats.session.roster.unknown_titles import holds_people

_MOSTLY = 0.7


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


def duty_columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The columns of a rota, each a duty that names people beside a day; none for a table with a person a row."""
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(titles))]
    told = any(name in title_fits(title) for title in titles for name in NAME_COLUMNS)
    if told or any(contents_of(cells).share(Cell.ADDRESS) > _MOSTLY for cells in columns):
        return ()
    has_days = any(cells and all(is_day(c) or cell_kind(c) is Cell.DATE for c in cells) for cells in columns)
    duties = tuple(at for at, cells in enumerate(columns) if has_days and holds_people(cells))
    return duties if len(duties) > 1 else ()
