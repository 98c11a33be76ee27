"""What is each kind of file called on its button?"""

from dataclasses import dataclass

from formats.language import Message


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a kind of file is called, and its icon."""

    said: Message
    icon: str

    @property
    def word(self) -> str:
        """What its button says."""
        return str(self.said)


FILE_KINDS = {
    "pdf": FileKind(Message("PDF"), "file-text"),
    "docx": FileKind(Message("Word"), "file-type"),
    "odt": FileKind(Message("OpenDocument"), "file-text"),
    "html": FileKind(Message("Web page"), "globe"),
    "md": FileKind(Message("Markdown"), "hash"),
    "xlsx": FileKind(Message("Spreadsheet"), "sheet"),
    "csv": FileKind(Message("CSV table"), "table"),
    "txt": FileKind(Message("Plain text"), "type"),
    "ics": FileKind(Message("Invitation"), "calendar-plus"),
    "eml": FileKind(Message("Email draft"), "mail"),
    "clearing": FileKind(Message("Session file"), "archive"),
}
MAIN = "pdf"


def file_kind(suffix: str) -> FileKind:
    """The words for files of an ending; one that has none yet is called by its ending."""
    return FILE_KINDS.get(suffix, FileKind(Message(suffix.upper()), "file-text"))


def in_order(suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Endings in the order in which they are offered."""
    known = list(FILE_KINDS)
    return tuple(sorted(suffixes, key=lambda suffix: known.index(suffix) if suffix in known else len(known)))
