"""Days and times are written one way in the window and in what leaves the machine: that of the user's locale."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QTime

from desktop.content.catalogue import Catalogue
from desktop.content.usual_paper import usual_paper
from desktop.wording import (
    date_and_time,
    date_style,
    date_style_of,
    listens_sentence,
    name_order,
    speaks_sentence,
    time_of_day,
)
from formats.exports import Choices, summarise
from formats.exports.paper import Paper
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from tests.desktop.a_session import a_session
from tests.test_architecture import ROOT

LOCALES = (
    "en_GB", "en_US", "de_DE", "fr_FR", "es_ES", "pt_BR", "ja_JP", "zh_CN", "ko_KR", "fi_FI", "da_DK", "ar_EG",
    "fa_IR", "hu_HU", "bg_BG", "lt_LT", "vi_VN", "hi_IN", "cs_CZ", "pl_PL", "tr_TR", "el_GR", "he_IL", "uk_UA",
)  # fmt: skip
MOMENTS = (datetime(2023, 2, 23, 16, 5, tzinfo=UTC), datetime(2024, 12, 1, 0, 30, tzinfo=UTC))


@pytest.fixture
def american() -> Iterator[None]:
    """A user of the United States."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("name", LOCALES)
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_it_writes_as_the_locale_does(name: str, moment: datetime) -> None:
    locale, style = QLocale(name), date_style_of(QLocale(name))

    said = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    assert style.time(moment) == said.replace("\u202f", " ")
    day = locale.toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.LongFormat)
    assert style.long_day(moment.date()) == day.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("locale", "order"),
    [("en_GB", ["Alan", "Álvaro", "Åsa", "Łukasz", "Zoe"]), ("sv_SE", ["Alan", "Álvaro", "Łukasz", "Zoe", "Åsa"])],
)
def test_names_stand_in_the_order_of_the_users_alphabet(locale: str, order: list[str]) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert sorted(sorted(order), key=name_order) == order
    finally:
        QLocale.setDefault(before)


@pytest.mark.usefixtures("american")
def test_the_summary_says_the_time_as_the_window_does(catalogue: Catalogue) -> None:
    session = replace(a_session(catalogue), timezone="UTC")

    summary = summarise(session, Choices(dates=date_style()), MOMENTS[0])

    assert date_and_time(session, session.starts_at) == "Thursday, February 23, 2023, 4:30 PM"
    assert summary.dated.startswith("Thursday, February 23, 2023, 4:30")
    assert summary.dated.endswith(" PM")
    assert time_of_day(session, session.starts_at) == "4:30 PM"


@pytest.mark.parametrize(
    ("locale", "said"), [("de_DE.UTF-8", "Donnerstag, 23. Februar 2023"), ("en_US.UTF-8", "February 23, 2023")]
)
def test_an_export_from_the_command_line_follows_the_locale_too(
    tmp_path: Path, catalogue: Catalogue, locale: str, said: str
) -> None:
    library, out = tmp_path / "library.json", tmp_path / "out.md"
    with open_library(library, now=lambda: MOMENTS[0]) as file:
        SessionRepository(file).keep_session(a_session(catalogue, session_id="s"))
    command = [sys.executable, "-m", "desktop", "export", "s", "--library", library, "--to", out]

    subprocess.run(
        command, cwd=ROOT, env={**os.environ, "LANGUAGE": "", "LC_ALL": locale}, check=True, capture_output=True
    )

    assert said in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", Paper.LETTER), ("fr_CA", Paper.LETTER), ("en_GB", Paper.A4), ("de_DE", Paper.A4)],
)
def test_the_paper_is_that_of_the_users_country(locale: str, paper: Paper) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert usual_paper() is paper
    finally:
        QLocale.setDefault(before)


def test_everyone_speaks_in_words_of_their_own() -> None:
    assert (speaks_sentence("everyone"), listens_sentence("everyone")) == ("Everyone speaks", "Everyone listens")
    assert (speaks_sentence("presenter"), speaks_sentence("everyone, in turn")) == (
        "Presenter speaks",
        "Everyone, in turn",
    )
