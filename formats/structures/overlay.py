"""Which texts of a structure, an opener or the check-in are for people, and what are they in the language spoken?

A text is known in a catalogue by the place it stands in: the id of its file, and for a stage that too, as in
"troika-consulting/think". So a word that two structures use can be said differently in each. What somebody is
called stands in the place of the file wherever it is said: stages name those who speak by it.
"""

from collections.abc import Callable, Iterator, Mapping

from formats.language import ENGLISH, in_its_place, spoken
from formats.structures.structure import EVERYONE, FACILITATOR, GIVEN_ROLES

ROLES = frozenset({"presenter", "others", "also", "rotating", "role", "speaks", "listens"})
TEXTS = ROLES | {
    "title", "short_title", "summary", "size_note", "works_when", "to_begin", "tips", "if_wrong", "to_end",
    "needs", "example_question", "instruction", "wall", "later_instruction", "later_wall", "last_instruction",
    "last_wall", "at_half", "note_prompt", "text", "invitation", "licence", "each",
}  # fmt: skip
KEYS_OF_OURS = frozenset({EVERYONE, FACILITATOR, *GIVEN_ROLES})
"""Roles that are known by these words in any structure, and said in others where they are shown."""
Say = Callable[[str, str], str]


def in_language(tables: dict[str, object], file: str) -> dict[str, object]:
    """The tables of one of our files with every text in the language spoken; `file` is its name."""
    return tables if spoken() is ENGLISH else _said(tables, _place(file), in_its_place)


def texts_of(tables: Mapping[str, object], file: str) -> Iterator[tuple[str, str]]:
    """Each text for people in one of our files, after the place it stands in."""
    found: list[tuple[str, str]] = []

    def note(place: str, text: str) -> str:
        found.append((place, text))
        return text

    _said(tables, _place(file), note)
    yield from found


def _place(file: str) -> str:
    return file.removesuffix(".toml")


def _said(table: Mapping[str, object], place: str, say: Say) -> dict[str, object]:
    return {key: _value(key, value, place, say) for key, value in table.items()}


def _value(key: str, value: object, place: str, say: Say) -> object:
    match value:
        case str() if key in TEXTS and value not in KEYS_OF_OURS:
            return say(place.partition("/")[0] if key in ROLES else place, value)
        case dict():
            return _said(value, place, say)
        case list():
            return [_entry(key, entry, place, say) for entry in value]
        case _:
            return value


def _entry(key: str, entry: object, place: str, say: Say) -> object:
    """A stage is a place of its own; lines and questions stand in the place of their file."""
    if isinstance(entry, dict):
        own = f"{place}/{entry['id']}" if key == "stages" and "id" in entry else place
        return _said(entry, own, say)
    return _value(key, entry, place, say)
