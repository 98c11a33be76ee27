"""Where does one person end and the next begin, in a line of recipients or of names?"""

import re
from collections.abc import Iterator

from formats.session.roster.addresses import ADDRESS, bare_address, belongs_to

_OPENING = {"(": ")", "[": "]", "<": ">", "“": "”", "„": "“”", "«": "»", '"': '"'}
_CLOSED = re.compile(r"[>)\]'’\"]*")
_LONGEST_INSIDE = 400
"""Signs; what opened so long ago was never meant to be closed."""


def split_outside(text: str, separators: str) -> list[str]:
    """The pieces between separators outside brackets and quotes; what is never closed opens nothing."""
    pieces: list[str] = []
    begins = 0
    for at, sign, inside in _signs(text):
        if sign in separators and not inside:
            pieces.append(text[begins:at].strip())
            begins = at + 1
    return [*pieces, text[begins:].strip()]


def split_recipients(text: str) -> list[str]:
    """The people of a line of recipients: parted by semicolons, and by commas behind an address.

    RFC 5322 parts them by commas, Outlook by semicolons; a comma inside "Last, First" parts nothing.
    """
    pieces: list[str] = []
    parts = split_outside(text, ";；")
    if len(parts) > 2 and text.count("@") == 1 and belongs_to(bare_address(parts[-1]), parts[0]):
        return [" | ".join(parts)]  # one person, with semicolons between name, place and address
    for part in parts:
        pieces += _at_commas_behind_addresses(part) if "@" in part else [part]
    return [one for piece in pieces if piece for one in _behind_each_address(piece)]


def _behind_each_address(text: str) -> list[str]:
    """The people of a piece with several addresses and nothing between them; a person may have two."""
    ends = [found.end() for found in ADDRESS.finditer(text)] if text.count("@") > 1 else []
    pieces: list[str] = []
    begins = 0
    for end in ends[:-1]:
        closed = end + len(_CLOSED.match(text, end)[0])  # type: ignore[index]  # it matches anything, also nothing
        pieces.append(text[begins:closed].strip(" \t/|,"))
        begins = closed
    pieces.append(text[begins:].strip(" \t/|,") if pieces else text)
    joined = [pieces[0]]
    for piece in pieces[1:]:
        address, before = bare_address(piece), joined[-1]
        if address and not bare_address(before) and belongs_to(address, ADDRESS.sub(" ", before)):
            joined[-1] = f"{before} {piece}"
        else:
            joined.append(piece)
    return joined


def _at_commas_behind_addresses(text: str) -> Iterator[str]:
    held: list[str] = []
    for part in split_outside(text, ",،"):
        held.append(part)
        if part.endswith(">") or bare_address(part) or (part.endswith(")") and "@" in part):
            yield ", ".join(held)
            held = []
    if held:
        yield ", ".join(held)


def _signs(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each sign with its place, and whether it stands inside brackets or quotes that are closed again."""
    closes = -1
    for at, sign in enumerate(text):
        if at <= closes:
            yield at, sign, True
            continue
        if sign in _OPENING and not (sign == '"' and at and text[at - 1].isalnum()):
            closes = _closing(text, at, _OPENING[sign])
        yield at, sign, at <= closes


def _closing(text: str, at: int, closing: str) -> int:
    """Where what opens at a place is closed; the place before it where it never is."""
    window = text[at + 1 : at + 1 + _LONGEST_INSIDE]
    found = min((place for sign in closing if (place := window.find(sign)) >= 0), default=-1)
    return at + 1 + found if found >= 0 else -1
