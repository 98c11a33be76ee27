"""What does a series come to in figures? One page for a funder that names nobody and quotes nothing."""

from collections.abc import Iterator

from formats.exports.document import Block, Document, Heading, Paragraph, Table
from formats.exports.drawing import KINDS
from formats.exports.passages import plain
from formats.exports.series import Year
from formats.exports.series_document import document_of_year
from formats.language import speaking


def figures(year: Year) -> Document:
    """One page that names nobody and quotes nothing: only counts leave."""
    with speaking(year.language):
        rows = tuple((plain(what), plain(str(value))) for what, value in _counts(year))
        table = Table(("What", "How many"), rows, figures=(1,), name="Figures")
        return document_of_year(year, "The year in figures", (table, *_months(year)))


def _counts(year: Year) -> Iterator[tuple[str, object]]:
    yield "Sessions held", len(year.held)
    yield "Attendances, all sessions together", sum(one.people for one in year.held)
    yield "Different people", len(year.people)
    yield "People who came more than once", year.returning_people
    yield "People who brought a challenge", year.presenter_count
    yield "Organisations", year.organisations
    for kind, several, *_ in KINDS[:5]:
        yield several.capitalize(), len(year.notes(kind))
    yield "Next steps taken", len(year.next_steps(True))
    yield "Next steps still open", len(year.next_steps(False))
    yield "Hours together, planned", f"{year.planned_time.total_seconds() / 3600:.1f}"
    yield "Hours together, used", f"{year.used_time.total_seconds() / 3600:.1f}"


def _months(year: Year) -> Iterator[Block]:
    """How many people came each time, without the titles of the sessions."""
    rows = tuple((plain(year.choices.dates.long_day(one.day)), plain(str(one.people))) for one in year.held)
    if rows:
        yield Heading(2, plain("People at each session"))
        yield Paragraph(plain("This page has no names, notes or titles."), quiet=True)
        yield Table(("Day", "People"), rows, figures=(1,), name="People at each session")
