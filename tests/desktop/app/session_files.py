"""Session files as another laptop would have written them."""

from pathlib import Path

from desktop.content.catalogue import Catalogue
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.library.transfer import write_transfer
from formats.session.notes import Note
from tests.desktop.a_session import STARTS, a_note, a_session

PASSPHRASE = "moss and lake"


def a_session_file(target: Path, catalogue: Catalogue, *notes: Note, passphrase: str = "") -> Path:
    """A file that holds a session with a note; its id is what letters of the file's name an id can hold."""
    target.parent.mkdir(parents=True, exist_ok=True)
    name = "".join(letter for letter in target.stem if letter.isascii() and letter.isalnum()) or "session"
    kept = notes or (a_note(1, f"Heard for {name}", id=f"note-of-{name}"),)
    with open_library(target.with_suffix(".library"), now=lambda: STARTS, retry_seconds=None) as library:
        SessionRepository(library).keep_session(a_session(catalogue, *kept, session_id=name))
        return write_transfer(library, name, target, passphrase=passphrase)
