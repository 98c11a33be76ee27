"""Which writer makes a file of which ending? Each library is imported when its format is first written."""

from collections.abc import Callable
from pathlib import Path

from formats.exports.summary import Summary
from formats.exports.summary_document import document_of

Write = Callable[[Summary, Path], bytes]


def _markdown(summary: Summary, _fonts: Path) -> bytes:
    from formats.exports import markdown

    return markdown.write(document_of(summary)).encode()


def _web_page(summary: Summary, fonts: Path) -> bytes:
    from formats.exports import web_page

    return web_page.write(document_of(summary), fonts).encode()


def _pdf(summary: Summary, fonts: Path) -> bytes:
    from formats.exports import pdf

    return pdf.write(document_of(summary), fonts)


def _word(summary: Summary, fonts: Path) -> bytes:
    from formats.exports import word

    return word.write(document_of(summary), fonts)


def _open_document(summary: Summary, fonts: Path) -> bytes:
    from formats.exports import open_document

    return open_document.write(document_of(summary), fonts)


def _plain_text(summary: Summary, _fonts: Path) -> bytes:
    from formats.exports import plain_text

    return plain_text.write(document_of(summary)).encode()


def _spreadsheet(summary: Summary, _fonts: Path) -> bytes:
    from formats.exports import spreadsheet

    return spreadsheet.write(summary)


def _comma_separated(summary: Summary, _fonts: Path) -> bytes:
    from formats.exports import comma_separated

    return comma_separated.write(summary)


def _calendar(summary: Summary, _fonts: Path) -> bytes:
    from formats.exports import invitation

    return invitation.calendar(summary)


def _email(summary: Summary, _fonts: Path) -> bytes:
    from formats.exports import invitation

    return invitation.email(summary)


WRITERS: dict[str, Write] = {
    "md": _markdown,
    "html": _web_page,
    "pdf": _pdf,
    "docx": _word,
    "odt": _open_document,
    "txt": _plain_text,
    "xlsx": _spreadsheet,
    "csv": _comma_separated,
    "ics": _calendar,
    "eml": _email,
}
