"""The language that was asked for, or the best there is for this computer, and what of Qt's goes with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from desktop.content.languages import (
    choices_in,
    codes,
    dress,
    first_spoken,
    language,
    language_for,
    locale_of,
    take_up,
    take_up_choice,
)
from formats.exports import Choices, NameStyle
from formats.language import ENGLISH, Language, speak, spoken, tr
from formats.language.po_files import LanguageError
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = QLocale()
    yield
    speak(ENGLISH)
    QLocale.setDefault(before)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress(app)


def test_a_language_is_known_by_its_code_however_it_is_written() -> None:
    assert [language(code) for code in ("en", "EN", "en-GB", "en_US")] == [ENGLISH] * 4
    assert [language(code) for code in ("en-XA", "en_xa", "ar-XB")] == [ACCENTED, ACCENTED, FROM_THE_RIGHT]


def test_one_that_clearing_does_not_speak_is_refused_with_those_it_does() -> None:
    with pytest.raises(LanguageError, match=r"“xx”.* en"):
        language("xx")


def test_those_made_for_trying_are_not_offered() -> None:
    assert codes()[0] == "en"
    assert not {ACCENTED.code, FROM_THE_RIGHT.code} & set(codes())


def test_a_choice_that_cannot_be_read_gives_way_to_english() -> None:
    assert language_for("en-XA") is ACCENTED
    assert language_for("no-such") is ENGLISH


def test_of_the_languages_of_a_computer_the_first_that_clearing_speaks_is_taken() -> None:
    assert first_spoken(("fr-FR", "de-Latn-AT", "de", "en-US")) is language("de")
    assert first_spoken(("en-GB", "de")) is ENGLISH
    assert first_spoken(("fr-FR", "C")) is ENGLISH


class GermanComputer(QLocale):
    """The locale of a computer that speaks German in Austria."""

    def uiLanguages(self) -> list[str]:  # type: ignore[override]  # Qt has a second form
        return ["de-Latn-AT", "de-AT", "de"]


def test_without_a_choice_clearing_speaks_as_the_computer_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: GermanComputer("de_AT"))
    take_up_choice("")
    assert (spoken().code, QLocale().name()) == ("de", "de_AT")
    take_up_choice("en")
    assert (spoken().code, QLocale().name()) == ("en", "en_AT")


def test_where_clearing_does_not_speak_it_days_stay_as_on_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("fr_FR"))
    take_up_choice("")
    assert (spoken(), QLocale().name()) == (ENGLISH, "fr_FR")


def test_days_are_written_with_the_customs_of_the_computers_territory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_AT"))
    assert locale_of(Language("en", "English", ENGLISH.words)).name() == "en_AT"
    assert locale_of(Language("de", "Deutsch", ENGLISH.words)).name() == "de_AT"
    assert locale_of(Language("pt-BR", "Português", ENGLISH.words)).name() == "pt_BR"


def test_a_language_that_is_taken_up_writes_the_days(qapp: QCoreApplication) -> None:
    take_up(Language("de", "Deutsch", ENGLISH.words))
    assert QLocale().language() is QLocale.Language.German
    assert QLocale().dayName(1) == "Montag"


def test_an_export_is_written_in_the_language_and_with_the_days_of_its_readers() -> None:
    asked = choices_in(Language("de", "Deutsch", ENGLISH.words), Choices(names=NameStyle.FIRST))
    assert (asked.spoken.code, asked.dates.weekdays[0], asked.dates.decimal) == ("de", "Montag", ",")
    assert asked.names is NameStyle.FIRST
    assert QLocale().dayName(1) != "Montag"


def test_windows_begin_on_the_right_and_qts_own_words_follow(qapp: QApplication) -> None:
    take_up(FROM_THE_RIGHT)
    dress(qapp)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert qapp.translate("QPlatformTheme", "Cancel") == "ألغِ"
    take_up(ENGLISH)
    dress(qapp)
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_messages_follow_at_once() -> None:
    take_up(ACCENTED)
    assert tr("Pause") != "Pause"
