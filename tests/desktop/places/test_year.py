"""The place Year: which series and time it shows, by date, by theme or in figures, and which files it writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.summary.export_buttons import ExportButtons
from desktop.places.summary.export_plan import INVITATIONS
from desktop.places.year.page import YearPage
from desktop.widgets.day_field import DayField
from formats.exports import suffixes
from formats.library.repository import SessionRepository
from formats.session.notes import NoteKind
from formats.session.session import Session
from tests.desktop.conftest import StandingClock
from tests.exports.sessions import START, a_note, a_session, as_run, reference_session

MONTH = timedelta(days=28)
SERIES = "Nurturing and weaving networks"


def held(number: int, title: str, *texts: str, series: str = SERIES) -> Session:
    """A session some months after the reference session, with these insights."""
    session = a_session([a_note(text) for text in texts])
    moved = tuple(replace(event, at=event.at + number * MONTH) for event in as_run(session.agenda))
    notes = tuple(replace(note, id=f"{title}-{note.id}") for note in session.notes)
    starts = START + number * MONTH
    return replace(session, id=title, title=title, starts_at=starts, series=series, events=moved, notes=notes)


@pytest.fixture
def opened(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, clock: StandingClock
) -> Iterator[YearPage]:
    """The year as it opens: two sessions of one series in 2023, one in 2024, one planned, and one of another."""
    clock.instant = START + 15 * MONTH
    step = replace(a_note("Ring the ward", kind=NoteKind.NEXT_STEP), id="taken", done=True)
    april = held(2, "April", "Quiet first #listening", "See https://example.org/april").with_note(step)
    planned = replace(held(16, "To come"), events=(), notes=())
    for session in (
        reference_session(),
        april,
        held(14, "March again", "Later on #listening"),
        planned,
        held(1, "Knitting circle", "Wool", series="Knitting"),
    ):
        repository.keep_session(session)
    yield from a_year(qtbot, look, repository, runner)


def a_year(qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner) -> Iterator[YearPage]:
    made = YearPage(look, runner, repository, LivePreferences(None))
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def year(opened: YearPage, qtbot: QtBot) -> YearPage:
    """The year from the beginning of the series."""
    qtbot.waitUntil(lambda: "the year together" in text(opened), timeout=5000)
    choose(opened, "year-period", "From the beginning")
    shows(opened, qtbot, "3 sessions")
    return opened


def press(place: YearPage, name: str) -> None:
    button = place.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def text(year: YearPage) -> str:
    paper = year.findChild(QTextBrowser, "paper")
    assert paper is not None
    return paper.toPlainText()


def choose(year: YearPage, name: str, words: str) -> None:
    box = year.findChild(QComboBox, name)
    assert box is not None
    row = box.findText(words)
    assert row >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(row)
    box.activated.emit(row)


def shows(year: YearPage, qtbot: QtBot, *words: str) -> None:
    qtbot.waitUntil(lambda: all(word in text(year) for word in words), timeout=5000)


def test_it_opens_with_the_series_that_met_last(year: YearPage) -> None:
    assert "Nurturing and weaving networks: the year together" in text(year)
    assert "3 sessions from Thursday 23 February 2023" in text(year)
    assert "Knitting circle" not in text(year)
    assert "To come" not in text(year)


def test_it_begins_with_the_last_twelve_months(opened: YearPage, qtbot: QtBot) -> None:
    shows(opened, qtbot, "the year together", "2 sessions from Thursday 20 April 2023")
    assert "20 Apr 2023 to 21 Mar 2024, 2 sessions" in labels(opened)


def labels(year: YearPage) -> list[str]:
    return [label.text() for label in year.findChildren(QLabel) if label.isVisible()]


def test_it_opens_with_the_series_of_the_session_on_the_table(
    opened: YearPage, qtbot: QtBot, repository: SessionRepository, runner: SessionRunner
) -> None:
    opened.hide()
    runner.open(repository.session("Knitting circle"))
    opened.show()
    shows(opened, qtbot, "Knitting: the year together")


def test_the_series_that_was_chosen_stays_chosen_on_the_way_back(
    opened: YearPage, qtbot: QtBot, repository: SessionRepository, runner: SessionRunner
) -> None:
    opened.hide()
    runner.open(repository.session("Knitting circle"))
    opened.show()
    shows(opened, qtbot, "Knitting: the year together")
    choose(opened, "year-series", SERIES)
    shows(opened, qtbot, f"{SERIES}: the year together")
    opened.hide()
    opened.show()
    shows(opened, qtbot, f"{SERIES}: the year together")


def test_before_the_first_session_was_held_it_says_what_it_is_for(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner
) -> None:
    repository.keep_session(replace(held(1, "To come"), events=(), notes=()))
    with contextmanager(a_year)(qtbot, look, repository, runner) as place:
        qtbot.waitUntil(lambda: any("has learned" in words for words in labels(place)), timeout=5000)
        with qtbot.waitSignal(place.page_requested) as asked:
            press(place, "choose-session")
        assert asked.args == [PlaceName.SESSIONS]


def test_any_dates_can_be_chosen(year: YearPage, qtbot: QtBot) -> None:
    first, last = year.findChild(DayField, "year-first-day"), year.findChild(DayField, "year-last-day")
    assert first is not None
    assert last is not None
    assert not first.isVisible()
    choose(year, "year-period", "From one day to another")
    assert first.isVisible()
    for field, typed in ((first, "1 January 2023"), (last, "1 March 2023")):
        field.selectAll()
        QTest.keyClicks(field, typed)
        field.commit()

    shows(year, qtbot, "1 session on Thursday 23 February 2023")


def test_the_questions_are_the_groups_own_once_it_changed_them(year: YearPage, qtbot: QtBot) -> None:
    assert "What surprised us, looking at this?" in text(year)
    field = year.findChild(QPlainTextEdit, "year-questions")
    assert field is not None
    field.setPlainText("Who did we miss?\n\nWhat next?")

    shows(year, qtbot, "Who did we miss?", "What next?")
    assert "surprised" not in text(year)
    field.clear()
    shows(year, qtbot, "What surprised us, looking at this?")


def test_all_that_it_came_to_stands_on_one_page(year: YearPage) -> None:
    for heading in (
        "What we learned",
        "Stories people agreed to share",
        "What became of our next steps",
        "Sessions",
        "People",
        "Ideas and questions",
        "Resources",
        "All links",
        "Planned and used time",
        "Questions to reflect on",
    ):
        assert f"\n{heading}\n" in text(year), heading
    assert "three people brought a challenge" in text(year)
    assert "https://example.org/april" in text(year)
    assert "tea trolley" in text(year)
    assert "still raw" not in text(year)
    assert "ran hot" not in text(year)


def test_another_series_and_another_period_are_chosen(year: YearPage, qtbot: QtBot) -> None:
    choose(year, "year-period", "2024")
    shows(year, qtbot, "1 session on", "Later on")
    assert "Quiet first" not in text(year)
    choose(year, "year-series", "Knitting")
    shows(year, qtbot, "Knitting: the year together", "Wool")
    choose(year, "year-series", "All sessions")
    shows(year, qtbot, "Wool", "Quiet first", "Later on", "4 sessions")


def test_insights_are_read_by_theme(year: YearPage, qtbot: QtBot) -> None:
    choose(year, "year-shown", "To reflect on, by theme")
    shows(year, qtbot, "\nListening (2)\n")
    said = text(year)
    listening, rest = said.index("\nListening (2)\n"), said.index("\nWithout a theme\n")
    assert listening < said.index("Quiet first") < said.index("Later on") < rest


def test_names_change_for_the_audience_and_who_could_be_told_is_said(year: YearPage, qtbot: QtBot) -> None:
    choose(year, "names", "Roles only")
    shows(year, qtbot, "told how a ward")
    qtbot.waitUntil(lambda: "Hana" not in text(year), timeout=5000)
    warning = year.findChild(QLabel, "export-warning")
    assert warning is not None
    assert "each point to one person" in warning.text()


def test_the_page_of_figures_names_nobody_and_offers_only_pages(
    year: YearPage, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(year, "year-shown", "Figures only, for a funder")
    shows(year, qtbot, "the year in figures", "Different people")
    for person in a_session().people:
        assert person.name not in text(year)
    assert "Quiet first" not in text(year)
    sheet, page = (year.findChild(QAbstractButton, f"export-{suffix}") for suffix in ("xlsx", "md"))
    assert sheet is not None
    assert page is not None
    assert not sheet.isEnabled()
    assert page.isEnabled()
    target = tmp_path / "figures.md"
    exports(year).export_to(target)
    qtbot.waitUntil(target.exists, timeout=5000)
    assert "Quiet first" not in target.read_text("utf-8")


def exports(year: YearPage) -> ExportButtons:
    found = year.findChild(ExportButtons)
    assert found is not None
    return found


def test_every_page_and_table_is_offered_under_a_name_that_is_made(year: YearPage, tmp_path: Path) -> None:
    for suffix in set(suffixes()) - set(INVITATIONS):
        button = year.findChild(QAbstractButton, f"export-{suffix}")
        assert button is not None
        assert button.isEnabled(), suffix
    press(year, "export-docx")
    dialog = year.findChild(QFileDialog, "export-dialog")
    assert dialog is not None
    assert (
        Path(dialog.selectedFiles()[0]).name == "2023-2024-Nurturing-and-weaving-networks-the-year-together.docx"
    )
    dialog.reject()


@pytest.mark.parametrize("suffix", ["md", "xlsx", "pdf"])
def test_what_is_on_the_page_is_written(year: YearPage, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"year.{suffix}"
    exports(year).export_to(target)
    qtbot.waitUntil(target.exists, timeout=10_000)
    assert target.stat().st_size > 500
    if suffix == "md":
        assert "Quiet first #listening" in target.read_text("utf-8")


def test_a_time_without_sessions_says_so_and_offers_no_files(year: YearPage, qtbot: QtBot) -> None:
    choose(year, "year-period", "From one day to another")
    for name, typed in (("year-first-day", "1 January 2022"), ("year-last-day", "1 March 2022")):
        field = year.findChild(DayField, name)
        assert field is not None
        field.selectAll()
        QTest.keyClicks(field, typed)
        field.commit()
    shows(year, qtbot, "No session was held in this time.")
    assert not exports(year).isEnabled()
