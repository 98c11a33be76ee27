"""Which languages can Clearing speak, which is it to speak here, and what of Qt's goes with it?

Qt is imported where it is used: a command that needs none answers where its libraries are missing.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.folders import catalogues_folder
from formats.language import ENGLISH, Language, Message, speak, spoken, tr
from formats.language.po_files import LanguageError, codes_in, read_language
from formats.language.pseudo import PSEUDO_LANGUAGES
from formats.session.sorting import sort_key

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QTranslator
    from PySide6.QtGui import QGuiApplication

    from formats.exports.choices import Choices

READ_BY_NATIVES = frozenset({ENGLISH.code})
"""The languages that somebody has read who grew up with them; any other says that nobody has."""
UNREAD = Message("No native reader has read Clearing in this language yet ({language}).")
CORRECTIONS = Message(
    "To correct it, send the sentence as it stands, and how you would say it, to whoever gave you Clearing."
)
"""README and CONTRIBUTING say the same; a test compares them."""
_PSEUDO = {language.code: language for language in PSEUDO_LANGUAGES}
_qt_words: "list[QTranslator]" = []


@dataclass(frozen=True, slots=True)
class LanguageOnOffer:
    """One to choose: its code, its own name, and the share of it that is translated, 0 to 1."""

    code: str
    name: str
    complete: float

    @property
    def is_original(self) -> bool:
        """Whether it is the language that the others are translated from."""
        return self.code == ENGLISH.code


def languages_folder() -> Path:
    """Where the languages lie that come with the app."""
    return Path(str(files("resources").joinpath("languages")))


def codes() -> tuple[str, ...]:
    """English and every language that has a folder; the two made from English are known and not offered."""
    return (ENGLISH.code, *codes_in(languages_folder()))


def language(code: str) -> Language:
    """The language with this code, or its nearest kin: de for de-AT.

    Raises LanguageError where there is none, or its files cannot be read.
    """
    wanted = code.replace("_", "-")
    known = {each.casefold(): each for each in (*codes(), *_PSEUDO)}
    found = next((known[part] for part in _from_near_to_far(wanted) if part in known), None)
    if found is None:
        offered = ", ".join(codes())
        raise LanguageError(
            tr("Clearing does not speak “{code}”. It speaks: {offered}.", code=code, offered=offered)
        )
    if found == ENGLISH.code:
        return ENGLISH
    return _PSEUDO.get(found) or _read(found)


@lru_cache(maxsize=4)
def _read(code: str) -> Language:
    return read_language(languages_folder(), code, catalogues_folder())


def is_read_by_natives(code: str) -> bool:
    """Whether somebody who grew up with a language has read what Clearing says in it."""
    return code in READ_BY_NATIVES


def languages_on_offer() -> tuple[LanguageOnOffer, ...]:
    """Every language that can be read, by its own name; may be called on any thread, and takes a while."""
    found = []
    for code in codes():
        with suppress(LanguageError):
            each = language(code)
            found.append(LanguageOnOffer(code, each.name, each.complete))
    return tuple(sorted(found, key=lambda offer: sort_key(offer.name)))


def language_for(chosen: str) -> Language:
    """The language that was chosen; English where it cannot be read: better that than no window.

    "" is that of this computer.
    """
    try:
        return language(chosen) if chosen else language_of_computer()
    except LanguageError:
        return ENGLISH


def language_of_computer() -> Language:
    """English, as long as some places of the window speak no other."""
    return ENGLISH


def locale_of(chosen: Language) -> "QLocale":
    """How days, times and numbers are written in it.

    As the system has them where it speaks the same; else with the customs of its territory, where the language
    knows them.
    """
    from PySide6.QtCore import QLocale

    system, own = QLocale.system(), QLocale(chosen.tag)
    if system.language() is own.language():
        return system
    if "-" in chosen.tag:
        return own
    there = QLocale(own.language(), system.territory())
    return there if there.territory() is system.territory() else own


def choices_in(chosen: Language, choices: "Choices") -> "Choices":
    """The choices for an export that is read in this language, with days and numbers as its readers write them."""
    from desktop.wording import date_style_of

    return replace(choices, language=chosen, dates=date_style_of(locale_of(chosen)))


def choices_for_readers(chosen: str, choices: "Choices") -> "Choices":
    """The same in the language chosen for readers, a code; "" for the one that Clearing speaks."""
    from desktop.wording import date_style

    if chosen:
        return choices_in(language_for(chosen), choices)
    return replace(choices, language=None, dates=date_style())


def take_up(chosen: Language) -> None:
    """A language that somebody chose is spoken from now on, and days and numbers are written in it."""
    from PySide6.QtCore import QLocale

    speak(chosen)
    QLocale.setDefault(locale_of(chosen))


def take_up_choice(chosen: str) -> None:
    """The same of what was chosen in the settings: a code, or "" for the language of this computer.

    Where Clearing does not speak that, days and numbers stay as on this computer all the same.
    """
    from PySide6.QtCore import QLocale

    own = language_for(chosen)
    take_up(own)
    if not chosen and own is ENGLISH:
        QLocale.setDefault(QLocale.system())


def dress(app: "QGuiApplication") -> None:
    """Gives the app's windows the side that the language spoken begins at, and Qt's own words in it."""
    from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

    for before in _qt_words:
        app.removeTranslator(before)
    _qt_words.clear()
    words, folder = QTranslator(), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(spoken().tag), "qtbase", "_", folder):
        app.installTranslator(words)
        _qt_words.append(words)
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(right if spoken().from_the_right else left)


def _from_near_to_far(code: str) -> Iterable[str]:
    parts = code.casefold().split("-")
    return ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
