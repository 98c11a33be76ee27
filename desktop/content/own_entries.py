"""Which structures and openers has the user written, and is a text one?"""

from enum import StrEnum
from importlib.resources import files

from desktop.content.catalogue import Catalogue
from formats.library.file import LibraryFile
from formats.structures.fields import StructureError
from formats.structures.opener import Opener
from formats.structures.opener_files import parse_opener
from formats.structures.structure import Structure
from formats.structures.structure_files import parse_structure


class OwnKind(StrEnum):
    """What can be written, by the table of the library that keeps it."""

    STRUCTURE = "structures"
    OPENER = "openers"


TEMPLATES = {OwnKind.STRUCTURE: "own-structure.toml", OwnKind.OPENER: "own-opener.toml"}
OwnEntry = Structure | Opener


class OwnEntries:
    """Keeps the texts in the library, and what they say in the catalogue."""

    def __init__(self, file: LibraryFile, catalogue: Catalogue) -> None:
        self._file, self._catalogue = file, catalogue
        self.take_in()

    def take_in(self) -> None:
        """Puts what the library holds into the catalogue; a text that cannot be read any more stays out of it."""
        found: list[OwnEntry] = []
        for kind in OwnKind:
            for record in self._file.all(kind.value):
                try:
                    found.append(parse_own_entry(kind, str(record.get("text", ""))))
                except StructureError:
                    continue
        structures = tuple(entry for entry in found if isinstance(entry, Structure))
        self._catalogue.take_own(structures, tuple(entry for entry in found if isinstance(entry, Opener)))

    def text(self, kind: OwnKind, entry_id: str) -> str:
        """The text the user wrote; "" where the entry came with the app."""
        record = self._file.get(kind.value, entry_id) if entry_id else None
        return str(record["text"]) if record else ""

    def check(self, kind: OwnKind, text: str, instead_of: str = "") -> OwnEntry:
        """What a text says. Raises `StructureError` with one sentence where it cannot be kept."""
        entry = parse_own_entry(kind, text)
        others = self._catalogue.structures if kind is OwnKind.STRUCTURE else self._catalogue.openers
        taken = next((other for other in others if other.id == entry.id != instead_of), None)
        if taken is not None:
            raise StructureError(f"“{taken.title}” is there already; choose another title.")
        return entry

    def keep(self, kind: OwnKind, text: str, instead_of: str = "") -> OwnEntry:
        """Saves a text, in place of an earlier one where it is given. Raises `StructureError` as `check` does."""
        entry = self.check(kind, text, instead_of)
        with self._file.saving():
            if instead_of and instead_of != entry.id:
                self._file.remove(kind.value, instead_of)
            self._file.put(kind.value, {"id": entry.id, "text": text})
        self.take_in()
        return entry

    def remove(self, kind: OwnKind, entry_id: str) -> None:
        """Deletes a text; sessions that were planned with it keep their stages."""
        self._file.remove(kind.value, entry_id)
        self.take_in()


def parse_own_entry(kind: OwnKind, text: str) -> OwnEntry:
    """The structure or opener of a text."""
    if kind is OwnKind.STRUCTURE:
        return parse_structure(text, "Your structure")
    return parse_opener(text, "Your opener")


def template(kind: OwnKind) -> str:
    """A text to begin from, with explanations."""
    return files("resources").joinpath("templates", TEMPLATES[kind]).read_text("utf-8")
