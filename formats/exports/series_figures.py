"""What does a series come to in figures? One page for a funder that names nobody and quotes nothing."""

from collections.abc import Iterator
from datetime import timedelta

from formats.exports.document import Block, Document, Heading, Paragraph, Table
from formats.exports.drawing import NOTED
from formats.exports.passages import plain
from formats.exports.series import Year
from formats.exports.series_document import document_of_year
from formats.language import speaking, tr

HOUR = timedelta(hours=1)


def figures(year: Year) -> Document:
    """One page that names nobody and quotes nothing: only counts leave."""
    with speaking(year.language):
        rows = tuple((plain(what), plain(str(value))) for what, value in _counts(year))
        table = Table((tr("What"), tr("How many")), rows, figures=(1,), name=tr("Figures"))
        return document_of_year(year, tr("The year in figures"), (table, *_months(year)))


def _counts(year: Year) -> Iterator[tuple[str, object]]:
    yield tr("Sessions held"), len(year.held)
    yield tr("Attendances, all sessions together"), sum(one.people for one in year.held)
    yield tr("Different people"), len(year.people)
    yield tr("People who came more than once"), year.returning_people
    yield tr("People who brought a challenge"), year.presenter_count
    yield tr("Organisations"), year.organisations
    for kind, several in NOTED.items():
        yield str(several), len(year.notes(kind))
    yield tr("Next steps taken"), len(year.next_steps(True))
    yield tr("Next steps still open"), len(year.next_steps(False))
    yield tr("Hours together, planned"), _hours(year, year.planned_time)
    yield tr("Hours together, used"), _hours(year, year.used_time)


def _hours(year: Year, length: timedelta) -> str:
    return year.choices.dates.number(f"{length / HOUR:.1f}")


def _months(year: Year) -> Iterator[Block]:
    """How many people came each time, without the titles of the sessions."""
    rows = tuple((plain(year.choices.dates.long_day(one.day)), plain(str(one.people))) for one in year.held)
    if rows:
        yield Heading(2, plain(tr("People at each session")))
        yield Paragraph(plain(tr("This page has no names, notes or titles.")), quiet=True)
        yield Table((tr("Day"), tr("People")), rows, figures=(1,), name=tr("People at each session"))
