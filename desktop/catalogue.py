"""The structures, openers and check-in questions that come with the app."""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from formats.structures.opener import CheckInQuestion, Opener
from formats.structures.opener_files import read_check_in_questions, read_openers
from formats.structures.structure import Structure
from formats.structures.structure_files import read_structures

SERIES = ("peer-assist", "wise-crowds", "troika-consulting", "one-two-four-all", "1-2-4-all")


@dataclass(frozen=True)
class Catalogue:
    """What there is to choose from, by id and in the order to offer it."""

    structures: tuple[Structure, ...]
    openers: tuple[Opener, ...]
    questions: tuple[CheckInQuestion, ...]

    @cached_property
    def _structures(self) -> dict[str, Structure]:
        return {structure.id: structure for structure in self.structures}

    @cached_property
    def _openers(self) -> dict[str, Opener]:
        return {opener.id: opener for opener in self.openers}

    def structure(self, structure_id: str) -> Structure | None:
        """The structure with this id."""
        return self._structures.get(structure_id)

    def opener(self, opener_id: str) -> Opener | None:
        """The opener with this id."""
        return self._openers.get(opener_id)

    @property
    def preferred_opener(self) -> Opener:
        """The one to offer when nothing has been chosen."""
        return next((opener for opener in self.openers if opener.preferred), self.openers[0])


def read_catalogue() -> Catalogue:
    """Reads what `resources` holds; the structures of the reference series first, the others by title."""
    resources = files("resources")
    openers = resources.joinpath("openers")

    def place(structure: Structure) -> tuple[int, str]:
        first = SERIES.index(structure.id) if structure.id in SERIES else len(SERIES)
        return (first, structure.title.casefold())

    structures = sorted(read_structures(resources.joinpath("structures")), key=place)
    return Catalogue(tuple(structures), read_openers(openers), read_check_in_questions(openers))
