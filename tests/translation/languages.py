"""The files of a language: begun, brought up to date, and looked over."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from formats.language.po_files import NAME
from tests.test_architecture import ROOT
from tests.translation.messages import CATALOGUES

HEAD = "# Clearing in {language}. How to translate is written in CONTRIBUTING.md, under “A translation”."
LANGUAGES = ROOT / "resources" / "languages"
FIELD = re.compile(r"\{\w*\}")
OF_THE_MOMENT = re.compile(
    r'^"(Language-Team|Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Generated-By'
    r"|Report-Msgid-Bugs-To|Last-Translator): .*\n",
    re.MULTILINE,
)
"""Lines of the head that would make every update a change."""
ON_SCREEN = re.compile(r"\*\*(.+?)\*\*")
MARKUP = re.compile(r"\*\*|`[^`]*`|\]\([\w-]+\)|^#+ |^- |^\d+\. ", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a translation, or that there is none."""

    file: str
    message: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: “{self.message[:70]}”: {self.what}"


def begin(code: str, name: str = "", folder: Path = LANGUAGES) -> Path:
    """A new language. Raises ValueError where its code is none, or it has begun already."""
    locale = _locale(code)
    if (folder / code).exists():
        raise ValueError(f"{code} is there already; update it instead.")
    (folder / code).mkdir(parents=True)
    for file, gathered in CATALOGUES.items():
        catalogue = Catalog(
            locale, project="Clearing", copyright_holder="the people who made Clearing", fuzzy=False
        )
        catalogue.header_comment = HEAD.format(language=locale.english_name)
        catalogue.update(gathered(), no_fuzzy_matching=True)
        _write(folder / code / f"{file}.po", catalogue, name or locale.get_language_name(code) or code)
    return folder / code


def update(code: str, folder: Path = LANGUAGES) -> None:
    """Adds what is new, keeps what is gone as a comment, and marks as unsure what was only like it."""
    for file, gathered in CATALOGUES.items():
        path = folder / code / f"{file}.po"
        catalogue = _read(path, code)
        name = _native_name(path)
        catalogue.update(gathered(), no_fuzzy_matching=len(catalogue) == 0)
        _write(path, catalogue, name)


def faults(code: str, folder: Path = LANGUAGES) -> Iterator[Fault]:
    """Whatever is missing or wrong in a language, against what the app says now."""
    on_screen = _words_on_screen(folder / code / "interface.po", code)
    for file, gathered in CATALOGUES.items():
        path = folder / code / f"{file}.po"
        if not path.exists():
            yield Fault(f"{code}/{file}.po", "", "the file is missing")
            continue
        translated = _read(path, code)
        for message in gathered():
            if message.id:
                yield from _faults_of(message, translated, f"{code}/{file}.po")
                yield from _other_words(message, translated, on_screen, f"{code}/{file}.po")


def complete(code: str, folder: Path = LANGUAGES) -> float:
    """The share of all messages that is translated, 0 to 1."""
    asked = sum(len(gathered()) for gathered in CATALOGUES.values())
    missing = sum(fault.what == MISSING for fault in faults(code, folder))
    return 1 - missing / asked


MISSING = "is not translated yet"


def _faults_of(message: Message, translated: Catalog, file: str) -> Iterator[Fault]:
    found = translated.get(message.id, message.context)
    english = message.id if isinstance(message.id, tuple) else (message.id,)
    said = found.string if found and not found.fuzzy else ""
    strings = said if isinstance(said, tuple) else (said,)
    if not all(strings):
        yield Fault(file, english[0], MISSING)
        return
    if len(english) > 1 and len(strings) != translated.num_plurals:
        yield Fault(
            file, english[0], f"has {len(strings)} forms for numbers, the language {translated.num_plurals}"
        )
    fields = set(FIELD.findall(english[-1]))
    for string in strings:
        unknown = set(FIELD.findall(string)) - fields
        lost = set() if len(english) > 1 else fields - set(FIELD.findall(string))
        if unknown or lost:
            yield Fault(file, english[0], f"its fields differ: {' '.join(sorted(unknown | lost))}")
        if file.endswith("guide.po") and sorted(MARKUP.findall(string)) != sorted(MARKUP.findall(english[0])):
            yield Fault(file, english[0], "its signs for words of the screen, keys, links or lists differ")
        if (
            string[:1].isspace() != english[-1][:1].isspace()
            or string[-1:].isspace() != english[-1][-1:].isspace()
        ):
            yield Fault(file, english[0], "it does not begin and end with spaces as the message does")


def _words_on_screen(path: Path, code: str) -> dict[str, str]:
    """What the interface says, as far as it is translated, by what it says in English."""
    translated = _read(path, code) if path.exists() else Catalog()
    return {one.id: one.string for one in translated if isinstance(one.id, str) and one.string and not one.fuzzy}


def _other_words(
    message: Message, translated: Catalog, on_screen: Mapping[str, str], file: str
) -> Iterator[Fault]:
    """Words of the screen that the guide says otherwise than the screen does."""
    found = translated.get(message.id, message.context)
    if file.endswith("guide.po") and found and found.string:
        said = ON_SCREEN.findall(found.string)
        for word in ON_SCREEN.findall(message.id):
            if word in on_screen and on_screen[word] not in said:
                yield Fault(file, message.id, f"“{word}” is “{on_screen[word]}” on the screen")


def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError) as fault:
        raise ValueError(f"“{code}” is no code of a language; write it like de or pt-BR.") from fault


def _read(path: Path, code: str) -> Catalog:
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
