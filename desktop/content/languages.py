"""Which languages can Clearing speak, which is it to speak here, and what of Qt's goes with it?

Qt is imported where it is used: a command that needs none answers where its libraries are missing.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.folders import catalogues_folder
from formats.language import ENGLISH, Language, speak, spoken, tr
from formats.language.po_files import LanguageError, codes_in, read_language
from formats.language.pseudo import PSEUDO_LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QTranslator
    from PySide6.QtGui import QGuiApplication

_PSEUDO = {language.code: language for language in PSEUDO_LANGUAGES}
_qt_words: "list[QTranslator]" = []


def languages_folder() -> Path:
    """Where the languages lie that come with the app."""
    return Path(str(files("resources").joinpath("languages")))


def codes() -> tuple[str, ...]:
    """English and every language that has a folder; the two made from English are known and not offered."""
    return (ENGLISH.code, *codes_in(languages_folder()))


@lru_cache(maxsize=4)
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
    return _PSEUDO.get(found) or read_language(languages_folder(), found, catalogues_folder())


def language_for(chosen: str) -> Language:
    """The language that was chosen; English where it cannot be read: better that than no window."""
    try:
        return language(chosen)
    except LanguageError:
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


def take_up(chosen: Language) -> None:
    """A language that somebody chose is spoken from now on, and days and numbers are written in it."""
    from PySide6.QtCore import QLocale

    speak(chosen)
    QLocale.setDefault(locale_of(chosen))


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
