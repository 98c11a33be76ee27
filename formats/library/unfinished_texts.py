"""What was being typed in a dialog when Clearing stopped, so that it stands there again?"""

from collections.abc import Mapping
from hashlib import sha256

from formats.library.file import LibraryFile

TABLE = "unfinished_texts"


class UnfinishedTexts:
    """The fields of each dialog, by name; a library that can only be read keeps nothing."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def of(self, dialog: str, session: str) -> Mapping[str, str]:
        """What was typed in a dialog over this session, or over none: the text of each field."""
        record = self._file.get(TABLE, _id(dialog, session))
        return dict(record["texts"]) if record else {}

    def keep(self, dialog: str, session: str, texts: Mapping[str, str]) -> None:
        """Keeps what is typed so far, without waiting for the disk; forgets it where that is nothing."""
        if self._file.open_report.read_only:
            return
        with self._file.saving(wait=False):
            if texts:
                whole = {name: text.encode("utf-8", "replace").decode("utf-8") for name, text in texts.items()}
                self._file.put(TABLE, {"id": _id(dialog, session), "session": session, "texts": whole})
            else:
                self._file.remove(TABLE, _id(dialog, session))


def _id(dialog: str, session: str) -> str:
    return sha256(f"{session}\n{dialog}".encode("utf-8", "replace")).hexdigest()[:32]
