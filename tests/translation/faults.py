"""What is missing or wrong in a language, each said in a sentence that its translator understands."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from tests.translation.languages import LANGUAGES, read_catalogue
from tests.translation.messages import CATALOGUES

FIELD = re.compile(r"\{\w*\}")
TAG = re.compile(r"</?[a-z]+\d?(?: [^<>]*)?/?>|&\w+;")
TO_PRESS = re.compile(r"&(?=\w)(?!\w+;)")
ON_SCREEN = re.compile(r"\*\*(.+?)\*\*")
KEY = re.compile(r"`([^`]*)`")
MARKUP = re.compile(r"\*\*|\]\([\w-]+\)|^#+ |^- |^\d+\. ", re.MULTILINE)
ENDINGS = {".": ".。।۔։॥", "?": "?？؟;", "!": "!！՜", ":": ":：", "…": "…", ",": ",，、،"}
"""How a sentence ends, and how other scripts write the same."""
WITHOUT_FULL_STOP = frozenset({"th", "lo"})
MOST_WORDS_OF_A_UNIT = 2
"""“{count} min” may be said by a short form, which some languages end with a full stop."""
CLOSING = "”“\"’‘'»«›‹)]」』*`\u00a0\u202f \n\t"
"""What may stand behind the end of a sentence."""

MISSING = "is not translated yet"
UNSURE = "was only alike before (fuzzy): read it, and take the mark away"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a translation, or that there is none."""

    file: str
    message: str
    what: str

    @property
    def is_missing(self) -> bool:
        """Whether the message is said in English, as long as this is not mended."""
        return self.what in (MISSING, UNSURE)

    def __str__(self) -> str:
        return f"{self.file}: “{self.message[:70]}”: {self.what}"


@dataclass(frozen=True)
class Said:
    """What the interface says, as far as it is translated, by what it says in English."""

    words: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def by(cls, interface: Catalog) -> "Said":
        """What a language has in its interface."""
        sure = [one for one in interface if one.id and one.string and not one.fuzzy and isinstance(one.id, str)]
        return cls(
            {one.id: one.string for one in sure if not one.context},
            {one.id: one.string for one in sure if one.context == "key"},
        )

    def key(self, english: str) -> str:
        """Ctrl+Z as it stands on a keyboard of the language."""
        return "+".join(self.keys.get(part, part) for part in re.split(r"\+(?=.)", english))


def faults(code: str, folder: Path = LANGUAGES) -> Iterator[Fault]:
    """Whatever is missing or wrong in a language, against what the app says now."""
    interface = folder / code / "interface.po"
    said = Said.by(read_catalogue(interface, code)) if interface.exists() else Said()
    for name, gathered in CATALOGUES.items():
        path, file = folder / code / f"{name}.po", f"{code}/{name}.po"
        if not path.exists():
            yield Fault(file, "", "the file is missing")
            continue
        yield from faults_in(file, gathered(), read_catalogue(path, code), said if name == "guide" else None)


def faults_in(file: str, asked: Catalog, translated: Catalog, said: Said | None = None) -> Iterator[Fault]:
    """The same of one catalogue; for the guide beside what the interface says."""
    for message in asked:
        if message.id:
            for what in _wrong_with(message, translated, said):
                yield Fault(file, _english(message)[0], what)


def complete(code: str, folder: Path = LANGUAGES) -> float:
    """The share of all messages that is translated, 0 to 1."""
    asked = sum(len(gathered()) for gathered in CATALOGUES.values())
    return 1 - sum(fault.is_missing for fault in faults(code, folder)) / asked


def _wrong_with(message: Message, translated: Catalog, said: Said | None) -> Iterator[str]:
    found = translated.get(message.id, message.context)
    strings = _strings(found) if found else ("",)
    if found is None or not all(strings):
        yield MISSING
        return
    if found.fuzzy:
        yield UNSURE
        return
    english, forms = _english(message), translated.num_plurals
    if len(english) > 1 and len(strings) != forms:
        yield f"has {len(strings)} forms for numbers, the language {forms}"
    for string in strings:
        yield from _fields_differ(english, string)
        yield from _signs_differ(english[-1], string)
        yield from _ends_differ(english[-1], string, translated.locale_identifier or "")
        if said is not None:
            yield from _guide_differs(english[0], string, said)


def _fields_differ(english: tuple[str, ...], said: str) -> Iterator[str]:
    """A form for one may say the number itself: “one note”."""
    asked, there = set(FIELD.findall(english[-1])), set(FIELD.findall(said))
    counted = {"{count}", "{number}"} if len(english) > 1 else set()
    yield from (f"it asks for {name}, which the message does not have" for name in sorted(there - asked))
    yield from (f"{name} is lost" for name in sorted(asked - there - counted))


def _signs_differ(english: str, said: str) -> Iterator[str]:
    if Counter(TAG.findall(english)) != Counter(TAG.findall(said)):
        yield "its markup, such as <b>, differs"
    if len(TO_PRESS.findall(english)) != len(TO_PRESS.findall(said)):
        yield "an & stands before the letter to press: once where the message has one, else not at all"
    if english.count("\n") != said.count("\n"):
        yield "it has more or fewer lines than the message"


def _ends_differ(english: str, said: str, code: str) -> Iterator[str]:
    if (english[:1].isspace(), english[-1:].isspace()) != (said[:1].isspace(), said[-1:].isspace()):
        yield "it does not begin and end with spaces as the message does"
    asked, there = _ending(english), _ending(said)
    is_short_form = there == "." and not asked and len(english.split()) <= MOST_WORDS_OF_A_UNIT
    has_no_full_stop = {asked, there} == {".", ""} and code.partition("_")[0] in WITHOUT_FULL_STOP
    if asked != there and not is_short_form and not has_no_full_stop:
        yield f"it ends with {there or 'no sign'}, the message with {asked or 'none'}"


def _ending(text: str) -> str:
    end = text.rstrip(CLOSING)
    if end.endswith("..."):  # stands for something to be written there
        return ""
    return next((sign for sign, written in ENDINGS.items() if end and end[-1] in written), "")


def _guide_differs(english: str, text: str, said: Said) -> Iterator[str]:
    """The guide names what is on the screen as the screen does, and keys as the keyboard does."""
    if sorted(MARKUP.findall(english)) != sorted(MARKUP.findall(text)):
        yield "its signs for words of the screen, links or lists differ"
    words = ON_SCREEN.findall(text)
    for word in ON_SCREEN.findall(english):
        if word in said.words and said.words[word] not in words:
            yield f"“{word}” is “{said.words[word]}” on the screen"
    keys = sorted(said.key(key) for key in KEY.findall(english))
    if keys != sorted(KEY.findall(text)):
        yield f"its keys differ; they are {', '.join(keys)}" if keys else "the message names no key"


def _english(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def _strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string or "",)
