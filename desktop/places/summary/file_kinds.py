"""What is each kind of file called on its button?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileKind:
    """The word and icon of a kind of file."""

    word: str
    icon: str


FILE_KINDS = {
    "pdf": FileKind("PDF", "file-text"),
    "docx": FileKind("Word", "file-type"),
    "odt": FileKind("OpenDocument", "file-text"),
    "html": FileKind("Web page", "globe"),
    "md": FileKind("Markdown", "hash"),
    "xlsx": FileKind("Spreadsheet", "sheet"),
    "csv": FileKind("CSV table", "table"),
    "txt": FileKind("Plain text", "type"),
    "ics": FileKind("Invitation", "calendar-plus"),
    "eml": FileKind("Email draft", "mail"),
    "clearing": FileKind("Session file", "archive"),
}
MAIN = "pdf"


def file_kind(suffix: str) -> FileKind:
    """The words for files of an ending; one that has none yet is called by its ending."""
    return FILE_KINDS.get(suffix, FileKind(suffix.upper(), "file-text"))


def in_order(suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Endings in the order in which they are offered."""
    known = list(FILE_KINDS)
    return tuple(sorted(suffixes, key=lambda suffix: known.index(suffix) if suffix in known else len(known)))
