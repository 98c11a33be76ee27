"""What is wrong with a structure or opener that is being written, field by field, and what can be read of it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from formats.language import tr
from formats.structures.fields import FieldPath, Fields, StructureError
from formats.structures.opener import Opener
from formats.structures.opener_files import read_opener
from formats.structures.structure import Structure
from formats.structures.structure_files import read_structure

Entry = TypeVar("Entry", Structure, Opener)
KNOWN_ELSEWHERE = ("m4a", "aac", "mp4", "wma", "opus")
PLAYABLE = ("wav", "flac", "mp3", "ogg")
LONGEST_OPENER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the field it is in, and a plain sentence that says what to do there."""

    path: FieldPath
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked(Generic[Entry]):
    """What was written as far as it can be read, and every fault in it; it can be kept where there is none."""

    entry: Entry
    faults: tuple[Fault, ...]


def check_structure(table: Mapping[str, object]) -> Checked[Structure]:
    """A structure from the values of a form."""
    found: list[StructureError] = []
    structure = read_structure(Fields(tr("Your structure"), table, faults=found))
    return Checked(structure, _faults(found))


def check_opener(table: Mapping[str, object]) -> Checked[Opener]:
    """An opener from the values of a form."""
    found: list[StructureError] = []
    fields = Fields(tr("Your opener"), table, faults=found)
    opener = read_opener(fields)
    if opener.lengths.maximum > LONGEST_OPENER:
        unit = "seconds" if fields.has("seconds") else "minutes"
        fields.refused(
            None, tr("it is longer than ten minutes"), unit, tr("An opener runs to ten minutes at most.")
        )
    ending = opener.recording.rpartition(".")[2].lower() if opener.recording else ""
    if ending and ending not in PLAYABLE:
        kind = (
            tr("{ending} files", ending=ending.upper()) if ending in KNOWN_ELSEWHERE else tr("Files of this kind")
        )
        plain = tr(
            "{kind} cannot be played here. Save it as MP3 or WAV in a sound program, and choose that file.",
            kind=kind,
        )
        fields.refused(None, tr("the recording cannot be played"), "recording", plain)
    return Checked(opener, _faults(found))


def _faults(found: list[StructureError]) -> tuple[Fault, ...]:
    """One for each field: the first is what to mend first."""
    first: dict[FieldPath, Fault] = {}
    for error in found:
        first.setdefault(error.path, Fault(error.path, error.plain))
    return tuple(first.values())
