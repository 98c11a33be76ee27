"""How does a session get into a file that leaves the laptop, and out of one that comes?"""

from pathlib import Path

from formats.language import tr
from formats.library import disk
from formats.library.file import LibraryFile
from formats.library.pack_files import LARGEST, Pack, read_pack, refuse
from formats.library.packs import make_pack
from formats.library.passphrase import estimate_strength
from formats.library.sealing import is_sealed, seal, unseal
from formats.library.status import cause_of

ENDING = "clearing"
_ROOM_FOR_THE_SEAL = 1000  # bytes, more than it takes


class TransferError(ValueError):
    """The file was not written or cannot be read; the sentence says why."""


class WeakPassphraseError(TransferError):
    """The passphrase is too easy to guess; nothing was written."""


class SealedFileError(ValueError):
    """The file is sealed: a passphrase is needed to read it."""


def write_transfer(
    library: LibraryFile, session_id: str, target: Path, *, private: bool = False, passphrase: str = ""
) -> Path:
    """Writes a session into a file, sealed where a passphrase is given.

    Raises TransferError where the disk refuses, WeakPassphraseError where the passphrase is too easy to guess,
    KeyError where there is no such session: nothing is written then.
    """
    if passphrase and not (strength := estimate_strength(passphrase)).suffices:
        raise WeakPassphraseError(tr("{sentence} Nothing was written.", sentence=strength.sentence))
    content = make_pack(library, session_id, private=private)
    unfinished = disk.path_beside(target, ".new")
    try:
        disk.write_whole(target, [seal(content, passphrase) if passphrase else content])
    except OSError as trouble:
        _tidy(unfinished)
        raise TransferError(tr("{cause} Nothing was written.", cause=cause_of(trouble).sentence)) from trouble
    return target


def read_transfer(path: Path, passphrase: str = "") -> Pack:
    """Reads a file that anybody may have written; to be merged with `merge_pack`.

    Raises SealedFileError where a passphrase is needed, SealError where it does not fit, PackError and
    TransferError with a sentence for anything else that cannot be read.
    """
    content = _content(path)
    if is_sealed(content):
        if not passphrase:
            raise SealedFileError(str(path))
        content = unseal(content, passphrase)
    return read_pack(content)


def _content(path: Path) -> bytes:
    """What is in the file, as long as that is not too much; a pipe or a device is no file."""
    try:
        if not path.is_file():
            refuse(tr("it is not a file"))
        with path.open("rb") as file:
            return file.read(LARGEST + _ROOM_FOR_THE_SEAL)
    except OSError as trouble:
        raise TransferError(
            tr("This file cannot be read. {cause} Nothing was changed.", cause=cause_of(trouble).sentence)
        ) from trouble


def _tidy(unfinished: Path) -> None:
    try:
        disk.remove(unfinished)
    except OSError:
        return  # the disk that refused the file refuses this too
