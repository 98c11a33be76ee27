"""Which writer makes a file of which ending? Each library is imported when its format is first written."""

from collections.abc import Callable
from pathlib import Path

from formats.exports.document import Document
from formats.exports.errors import ExportError
from formats.exports.rows import sheets_of, sheets_of_year
from formats.exports.series import Year
from formats.exports.series_document import reflection
from formats.exports.summary import Summary
from formats.exports.summary_document import document_of
from formats.language import ENGLISH, speaking, tr
from formats.session.wording import join_and

WriteDocument = Callable[[Document, Path], bytes]


def suffixes() -> tuple[str, ...]:
    """The endings of file names that can be written, without the dot."""
    return (*_DOCUMENTS, "xlsx", "csv", "ics", "eml")


def page_suffixes() -> tuple[str, ...]:
    """Those of them that are read as a page."""
    return tuple(_DOCUMENTS)


def write_summary(summary: Summary, target: Path, fonts: Path) -> bytes:
    """The summary in the format of the target's ending, in its own language."""
    with speaking(summary.language):
        return _summary(summary, target, fonts)


def _summary(summary: Summary, target: Path, fonts: Path) -> bytes:
    from_the_right = summary.language.from_the_right
    match _suffix(target, suffixes()):
        case "xlsx":
            from formats.exports import spreadsheet

            return spreadsheet.write(
                str(summary.title), sheets_of(summary), summary.made_at, from_the_right=from_the_right
            )
        case "csv":
            from formats.exports import comma_separated

            with speaking(ENGLISH):
                return comma_separated.write(sheets_of(summary)[0], summary.choices.dates)
        case "ics":
            from formats.exports import invitation

            return invitation.calendar(summary)
        case "eml":
            from formats.exports import invitation

            return invitation.email(summary)
        case suffix:
            return _DOCUMENTS[suffix](document_of(summary), fonts)


def write_year(year: Year, target: Path, fonts: Path, by_theme: bool) -> bytes:
    """The year of a series in the format of the target's ending; an invitation goes out for its last session.

    Raises ExportError where no session of the series was held, or the file cannot be written.
    """
    with speaking(year.language):
        return _year(year, target, fonts, by_theme)


def _year(year: Year, target: Path, fonts: Path, by_theme: bool) -> bytes:
    suffix = _suffix(target, suffixes())
    if suffix in _DOCUMENTS:
        return _DOCUMENTS[suffix](reflection(year, by_theme), fonts)
    if suffix in ("ics", "eml"):
        if not year.held:
            raise ExportError(tr("No session of this series has been held yet. Nothing was written."))
        return write_summary(year.held[-1].summary, target, fonts)
    if suffix == "csv":
        from formats.exports import comma_separated

        with speaking(ENGLISH):
            return comma_separated.write(sheets_of_year(year)[0], year.choices.dates)
    from formats.exports import spreadsheet

    from_the_right = year.language.from_the_right
    return spreadsheet.write(str(year.series), sheets_of_year(year), year.made_at, from_the_right=from_the_right)


def write_document(document: Document, target: Path, fonts: Path) -> bytes:
    """A document in the format of the target's ending."""
    return _DOCUMENTS[_suffix(target, tuple(_DOCUMENTS))](document, fonts)


def check_suffix(target: Path, known: tuple[str, ...] = ()) -> None:
    """Raises ExportError where no writer makes files of this ending."""
    _suffix(target, known or suffixes())


def _suffix(target: Path, known: tuple[str, ...]) -> str:
    suffix = target.suffix.lower().removeprefix(".")
    if suffix in known:
        return suffix
    endings = join_and(tuple(f".{one}" for one in known))
    if not suffix:
        raise ExportError(
            tr("The file name needs one of the endings that can be written: {endings}.", endings=endings)
        )
    raise ExportError(
        tr(
            "“{ending}” is not one of the endings that can be written: {endings}.",
            ending=target.suffix,
            endings=endings,
        )
    )


def _markdown(document: Document, _fonts: Path) -> bytes:
    from formats.exports import markdown

    return markdown.write(document).encode()


def _web_page(document: Document, fonts: Path) -> bytes:
    from formats.exports import web_page

    return web_page.write(document, fonts).encode()


def _pdf(document: Document, fonts: Path) -> bytes:
    from formats.exports import pdf

    return pdf.write(document, fonts)


def _word(document: Document, fonts: Path) -> bytes:
    from formats.exports import word

    return word.write(document, fonts)


def _open_document(document: Document, fonts: Path) -> bytes:
    from formats.exports import open_document

    return open_document.write(document, fonts)


def _plain_text(document: Document, _fonts: Path) -> bytes:
    from formats.exports import plain_text

    return plain_text.write(document).encode()


_DOCUMENTS: dict[str, WriteDocument] = {
    "md": _markdown,
    "html": _web_page,
    "pdf": _pdf,
    "docx": _word,
    "odt": _open_document,
    "txt": _plain_text,
}
