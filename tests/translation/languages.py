"""The files of a language: begun, and brought up to date."""

import re
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from formats.language.po_files import NAME
from tests.test_architecture import ROOT
from tests.translation.messages import CATALOGUES

HEAD = "# Clearing in {language}. How to translate is written in CONTRIBUTING.md, under “A translation”."
LANGUAGES = ROOT / "resources" / "languages"
OF_THE_MOMENT = re.compile(
    r'^"(Language-Team|Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Generated-By'
    r"|Report-Msgid-Bugs-To|Last-Translator): .*\n",
    re.MULTILINE,
)
"""Lines of the head that would make every update a change."""


def begin(code: str, name: str = "", folder: Path = LANGUAGES) -> Path:
    """A new language. Raises ValueError where its code is none, or it has begun already."""
    locale = _locale(code)
    if (folder / code).exists():
        raise ValueError(f"{code} is there already; update it instead.")
    (folder / code).mkdir(parents=True)
    for file, gathered in CATALOGUES.items():
        catalogue = _empty(locale)
        catalogue.update(gathered(), no_fuzzy_matching=True)
        _write(folder / code / f"{file}.po", catalogue, name or locale.get_language_name(code) or code)
    return folder / code


def update(code: str, folder: Path = LANGUAGES) -> None:
    """Adds what is new, keeps what is gone as a comment, and marks as unsure what was only like it."""
    name = _native_name(folder / code / "interface.po")
    for file, gathered in CATALOGUES.items():
        path = folder / code / f"{file}.po"
        catalogue = read_catalogue(path, code) if path.exists() else _empty(_locale(code))
        catalogue.update(gathered(), no_fuzzy_matching=len(catalogue) == 0)
        _write(path, catalogue, name)


def _empty(locale: Locale) -> Catalog:
    catalogue = Catalog(locale, project="Clearing", copyright_holder="the people who made Clearing", fuzzy=False)
    catalogue.header_comment = HEAD.format(language=locale.english_name)
    return catalogue


def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError) as fault:
        raise ValueError(f"“{code}” is no code of a language; write it like de or pt-BR.") from fault


def read_catalogue(path: Path, code: str) -> Catalog:
    """One file of a language. Raises babel.messages.pofile.PoFileError where it is none."""
    with path.open("rb") as file:
        return read_po(file, locale=str(_locale(code)), abort_invalid=True)


def _native_name(path: Path) -> str:
    found = re.search(rf'^"{NAME}: (.+?)\\n"$', path.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _write(path: Path, catalogue: Catalog, name: str) -> None:
    out = BytesIO()
    write_po(out, catalogue, width=0, omit_header=False, include_lineno=False)
    text = OF_THE_MOMENT.sub("", out.getvalue().decode("utf-8"))
    text = text.replace('"MIME-Version', f'"{NAME}: {name}\\n"\n"MIME-Version', 1)
    path.write_text(text, "utf-8")
