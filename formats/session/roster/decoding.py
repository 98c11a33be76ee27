"""Which text do these bytes hold? Unicode with or without a mark, or else the Windows alphabet."""

import codecs
import html
import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from formats.language import Message, tr
from formats.session.roster.draft import MOST_BYTES, RosterError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In the order in which they are believed where a text reads as well in one as in another.
_ALPHABETS = ("cp1252", "cp1250", "mac_roman", "cp1256", "cp850", "cp1254")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,5});")
_ENCODED = re.compile(r"=\?[\w-]{2,20}\?[QqBb]\?[^?\s]{1,300}\?=(?:\s+=\?[\w-]{2,20}\?[QqBb]\?[^?\s]{1,300}\?=)*")
_ENOUGH_TO_TELL = 50_000  # bytes
_ARABIC = range(0x600, 0x700)
_DOCUMENTS = {
    b"PK\x03\x04": Message(
        "This is a spreadsheet or a packed file. Save the list as CSV first, or paste the names."
    ),
    b"\xd0\xcf\x11\xe0": Message("This is an older Office file. Save the list as CSV first, or paste the names."),
    b"%PDF": Message("This is a PDF. Save the list as CSV first, or paste the names."),
    b"{\\rtf": Message("This is a document. Save the list as CSV first, or paste the names."),
}


def decode_list(data: bytes) -> str:
    """The text of a list of people. Raises RosterError for what is too large, or no text."""
    if len(data) > MOST_BYTES:
        raise RosterError(tr("This file is larger than 2 MB, so it is probably not a list of people."))
    for start, sentence in _DOCUMENTS.items():
        if data.startswith(start):
            raise RosterError(str(sentence))
    text = _text(data)
    if any(c < " " and c not in "\t\n\r\f\v\x1a" for c in text):
        raise RosterError(tr("This file does not hold text. Save the list as CSV first, or paste the names."))
    return text.replace("\x1a", "")


def undo_escapes(text: str) -> str:
    """A text with the escapes undone that web pages and messages put into names: "&lt;", "=?utf-8?Q?=C3=89?="."""
    plain = html.unescape(text) if _ENTITY.search(text) else text
    return _ENCODED.sub(_decoded_word, plain)


def _decoded_word(found: re.Match[str]) -> str:
    try:
        return str(make_header(decode_header(found[0])))
    except (LookupError, ValueError, HeaderParseError):  # an alphabet or a code that nobody knows: as it stands
        return found[0]


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
        return _text_of_one_byte_letters(data)


def _text_of_one_byte_letters(data: bytes) -> str:
    """A text of an older alphabet: of those that Windows, Macs and DOS write, the one that reads best."""
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_ENOUGH_TO_TELL]
    best = min(_ALPHABETS, key=lambda alphabet: _oddness(telling.decode(alphabet, errors="replace")))
    return data.decode(best, errors="replace")


def _oddness(text: str) -> int:
    """How often a text has signs where only letters stand: capitals or marks inside words, Arabic among Latin."""
    return sum(
        _is_odd(before, sign, after) for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False)
    )


def _is_odd(before: str, sign: str, after: str) -> int:
    """Whether a letter beyond the first 128 is out of place between its neighbours; twice where nothing fits."""
    if sign < "\x80":
        return 0
    if sign == "\ufffd" or (sign < "\xa0"):
        return 4
    arabic = ord(sign) in _ARABIC
    beside = [one for one in (before, after) if one.isalpha()]
    if arabic:
        return 2 * sum(ord(one) not in _ARABIC for one in beside)
    if any(ord(one) in _ARABIC for one in beside):
        return 2
    if not sign.isalpha():
        joins = sign in "’‘–-" or not beside
        return 0 if joins or (len(beside) < 2 and sign in "“”„«»…·•€£®™°§½¿¡") else 3
    inside = sign.isupper() and before.isalpha() and (before.islower() or after.islower())
    return 2 * (inside or (sign.islower() and after.isupper()))
