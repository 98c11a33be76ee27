"""The structures, openers and check-in questions to choose from: those that come with the app, and one's own."""

from functools import cache
from importlib.resources import files

from formats.language import ENGLISH, speaking, spoken
from formats.session.sorting import Key, sort_key
from formats.structures.opener import CheckIn, Opener
from formats.structures.opener_files import read_check_in, read_openers
from formats.structures.structure import Structure
from formats.structures.structure_files import read_structures

REFERENCE_SERIES = ("peer-assist", "wise-crowds", "troika-consulting", "one-two-four-all", "1-2-4-all")


class Catalogue:
    """What there is to choose from, by id and in the order to offer it: ours first, then the user's own."""

    def __init__(
        self,
        structures: tuple[Structure, ...],
        openers: tuple[Opener, ...],
        check_in: CheckIn,
    ) -> None:
        self._own: tuple[tuple[Structure, ...], tuple[Opener, ...]] = ((), ())
        self._take_ours(structures, openers, check_in)

    def take_own(self, structures: tuple[Structure, ...], openers: tuple[Opener, ...]) -> None:
        """Offers these of the user's own from now on; where an id is ours, ours stays."""
        self._own = (structures, openers)
        ours, our_openers = self._ours
        taken, openers_taken = {entry.id for entry in ours}, {entry.id for entry in our_openers}
        self.structures = (*ours, *(own for own in structures if own.id not in taken))
        self.openers = (*our_openers, *(own for own in openers if own.id not in openers_taken))

    def say_anew(self) -> None:
        """Says what comes with the app in the language that is spoken now; the user's own stay as they are."""
        self._take_ours(*_read_ours())
        self.take_own(*self._own)

    def structure(self, structure_id: str) -> Structure | None:
        """The structure with this id."""
        return next((structure for structure in self.structures if structure.id == structure_id), None)

    def opener(self, opener_id: str) -> Opener | None:
        """The opener with this id."""
        return next((opener for opener in self.openers if opener.id == opener_id), None)

    def english_opener(self, opener_id: str) -> Opener | None:
        """One of ours as it was written, where another language is spoken; None for any other."""
        if spoken() is ENGLISH or opener_id not in {ours.id for ours in self._ours[1]}:
            return None
        return next(opener for opener in _english_openers() if opener.id == opener_id)

    @property
    def preferred_opener(self) -> Opener:
        """The one to offer when nothing has been chosen."""
        return next((opener for opener in self.openers if opener.preferred), self.openers[0])

    def _take_ours(
        self, structures: tuple[Structure, ...], openers: tuple[Opener, ...], check_in: CheckIn
    ) -> None:
        self._ours = (structures, openers)
        self.structures, self.openers, self.questions = structures, openers, check_in.questions
        self.check_out, self.closings = check_in.check_out, check_in.closings


def read_catalogue() -> Catalogue:
    """Reads what `resources` holds, in the language that is spoken."""
    return Catalogue(*_read_ours())


@cache
def _english_openers() -> tuple[Opener, ...]:
    with speaking(ENGLISH):
        return read_openers(files("resources").joinpath("openers"))


def _read_ours() -> tuple[tuple[Structure, ...], tuple[Opener, ...], CheckIn]:
    """The structures of the reference series first, the others by title."""
    resources = files("resources")
    openers = resources.joinpath("openers")

    def place(structure: Structure) -> tuple[int, Key]:
        first = REFERENCE_SERIES.index(structure.id) if structure.id in REFERENCE_SERIES else len(REFERENCE_SERIES)
        return (first, sort_key(structure.title))

    structures = sorted(read_structures(resources.joinpath("structures")), key=place)
    return tuple(structures), read_openers(openers), read_check_in(openers)
