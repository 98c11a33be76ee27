"""Which text do these bytes hold? Unicode with or without a mark, or else the Windows alphabet."""

import codecs

from formats.session.roster.draft import MOST_BYTES, RosterError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DOCUMENTS = {
    b"PK\x03\x04": "a spreadsheet or a packed file",
    b"\xd0\xcf\x11\xe0": "an older Office file",
    b"%PDF": "a PDF",
}


def decoded(data: bytes) -> str:
    """The text of a list of people. Raises RosterError for what is too large, or no text."""
    if len(data) > MOST_BYTES:
        raise RosterError("This file is larger than 2 MB, so it is probably not a list of people.")
    for start, kind in _DOCUMENTS.items():
        if data.startswith(start):
            raise RosterError(f"This is {kind}. Save the list as CSV first, or paste the names.")
    text = _text(data)
    if any(c < " " and c not in "\t\n\r\f\v\x1a" for c in text):
        raise RosterError("This file does not hold text. Save the list as CSV first, or paste the names.")
    return text.replace("\x1a", "")


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    half = len(data) // 2
    if half and data[1::2].count(0) > half * 0.4:
        return data.decode("utf-16-le", errors="replace")
    if half and data[0::2].count(0) > half * 0.4:
        return data.decode("utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
