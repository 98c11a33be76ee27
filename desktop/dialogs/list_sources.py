"""Where does a list of people come from: the clipboard, something dropped, or a file?"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from formats.language import tr
from formats.session.roster import RosterError
from formats.session.roster.decoding import decode_list
from formats.session.roster.draft import MOST_BYTES

TEXTS = ("text/calendar", "text/vcard", "text/x-vcard", "text/directory")


@dataclass(frozen=True, slots=True)
class ListSource:
    """A text as it came, where from, and the sentence to show where it could not be read."""

    text: str = ""
    origin: str = ""
    trouble: str = ""


def carries_list(carried: QMimeData) -> bool:
    """Whether something that is dragged or copied may hold a list of people."""
    return carried.hasText() or file_of(carried) is not None or any(map(carried.hasFormat, TEXTS))


def source_of(carried: QMimeData, origin: str) -> ListSource:
    """What was copied or dropped; of a file, what is in it."""
    path = file_of(carried)
    if path is not None:
        return source_in(path)
    for kind in TEXTS:
        if carried.hasFormat(kind):
            return _decoded(bytes(carried.data(kind).data()), origin)
    return ListSource(carried.text(), origin)


def source_in(path: Path) -> ListSource:
    """The text of a file."""
    try:
        with path.open("rb") as file:
            return _decoded(file.read(MOST_BYTES + 1), path.name)
    except OSError:
        return ListSource(
            origin=path.name,
            trouble=tr(
                "{file} could not be opened. Your list has not changed. Try another, or paste names.",
                file=path.name,
            ),
        )


def _decoded(data: bytes, origin: str) -> ListSource:
    try:
        return ListSource(decode_list(data), origin)
    except RosterError as error:
        return ListSource(origin=origin, trouble=str(error))


def file_of(carried: QMimeData) -> Path | None:
    """The first file among what is carried."""
    local = (url.toLocalFile() for url in carried.urls() if url.isLocalFile())
    return next((Path(name) for name in local if name), None)
