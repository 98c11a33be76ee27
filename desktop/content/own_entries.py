"""Which structures and openers has the user written, and can what is being written be kept?"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from importlib.resources import files

from desktop.content.catalogue import Catalogue
from formats.language import tr
from formats.library.file import LibraryFile
from formats.session.folding import fold
from formats.structures.fields import StructureError
from formats.structures.folder import parse_toml
from formats.structures.form_check import Checked, Fault, check_opener, check_structure
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
CheckedEntry = Checked[Structure] | Checked[Opener]


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

    def table(self, kind: OwnKind, entry_id: str) -> dict[str, object]:
        """What the user wrote, to change it; nothing where the entry came with the app."""
        text = self.text(kind, entry_id)
        return parse_toml(text, tr("Your own")) if text else {}

    def check(self, kind: OwnKind, text: str, instead_of: str = "") -> OwnEntry:
        """What a text says. Raises `StructureError` with one sentence where it cannot be kept."""
        entry = parse_own_entry(kind, text)
        if taken := self._like_named(kind, entry, instead_of):
            raise StructureError(name_taken(taken), ("title",))
        return entry

    def check_table(self, kind: OwnKind, table: Mapping[str, object], instead_of: str = "") -> CheckedEntry:
        """What is written in a form, with every fault in it, a name that is taken among them."""
        checked: CheckedEntry = check_structure(table) if kind is OwnKind.STRUCTURE else check_opener(table)
        if checked.faults and checked.faults[0].path == ("title",):
            return checked
        if taken := self._like_named(kind, checked.entry, instead_of):
            return replace(checked, faults=(Fault(("title",), name_taken(taken)), *checked.faults))
        return checked

    def own_like(self, kind: OwnKind, table: Mapping[str, object]) -> OwnEntry | None:
        """One of the user's own with the name of this one."""
        others = self._catalogue.structures if kind is OwnKind.STRUCTURE else self._catalogue.openers
        entry = (check_structure(table) if kind is OwnKind.STRUCTURE else check_opener(table)).entry
        names = {entry.id, fold(entry.title)}
        own = (one for one in others if self.text(kind, one.id))
        return next((one for one in own if names & {one.id, fold(one.title)}), None)

    def _like_named(self, kind: OwnKind, entry: OwnEntry, instead_of: str) -> str:
        """The title of another of the same name, as people read it or as files have it."""
        others = self._catalogue.structures if kind is OwnKind.STRUCTURE else self._catalogue.openers
        names = {entry.id, fold(entry.title)}
        return next(
            (one.title for one in others if one.id != instead_of and names & {one.id, fold(one.title)}), ""
        )

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
        return parse_structure(text, tr("Your structure"))
    return parse_opener(text, tr("Your opener"))


def template(kind: OwnKind) -> str:
    """A text to begin from, with explanations."""
    return files("resources").joinpath("templates", TEMPLATES[kind]).read_text("utf-8")


def name_taken(title: str) -> str:
    """Why something cannot be called so."""
    return tr("“{title}” is there already; choose another title.", title=title)
