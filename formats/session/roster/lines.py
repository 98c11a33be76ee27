"""Who is named here? Reads people pasted in any shape, line by line."""

import re
from dataclasses import dataclass, replace

from formats.session.roster.columns import is_header
from formats.session.roster.draft import PersonDraft, Roster, Understood
from formats.session.roster.names import ADDRESS, calmed, first_name_first, is_suffix, name_from, tidied
from formats.session.roster.tags import Tag, tag

LONGEST_NAME = 8

_BULLET = re.compile(r"\A\s*(?:\(?\d{1,4}[.):](?=\D)|#?\d{1,4}\s|[-–—*•·◦▪‣●○►>+☐☑✓✔]\s*(?=\S)|\[[ xX✓]?\])\s*")
_BRACKETED_ADDRESS = re.compile(rf"[<(\[]\s*(?:mailto:)?({ADDRESS.pattern})\s*[>)\]]")
_BARE_ADDRESS = re.compile(rf"(?:mailto:)?({ADDRESS.pattern})")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_FIELDS = re.compile(r"\t+|\s+[-–—|/@]+\s+|\s*\|\s*|\s+(?=—)")
_QUOTED = re.compile(r'["“„]([^"“”„]*)["”]')
_BETWEEN_PEOPLE = re.compile(r"\s+(?:&|\+|and|und|et)\s+", re.IGNORECASE)
_HELD_COMMA = "\ue000"
_NOBODY_YET = PersonDraft("")


@dataclass(slots=True)
class _Piece:
    """One person, or two, while their piece of a line is taken apart."""

    text: str
    draft: PersonDraft = _NOBODY_YET
    remark: str = ""

    def tagged(self, text: str) -> bool:
        """Takes up what a text beside the name says; False for a text that says nothing of the kind."""
        match tag(text):
            case Tag.AWAY:
                self.draft = replace(self.draft, away=True)
            case Tag.PRONOUNS | Tag.MANNER:
                self.draft = replace(self.draft, remarks=_joined(self.draft.remarks, text))
            case _:
                return False
        return True

    def place(self, fields: list[str]) -> None:
        """Puts what follows the name where it belongs: organisation, then role, then remarks."""
        for field in fields:
            if self.tagged(field):
                continue
            if not self.draft.organisation:
                self.draft = replace(self.draft, organisation=field)
            elif not self.draft.role:
                self.draft = replace(self.draft, role=field)
            else:
                self.draft = replace(self.draft, remarks=_joined(self.draft.remarks, field))


def read_lines(text: str) -> Roster:
    """Reads people line by line, each line in a shape of its own."""
    numbered = [(n, line.strip()) for n, line in enumerate(text.splitlines(), start=1) if tidied(line)]
    if numbered and is_header([numbered[0][1]]):
        heading = Understood(*numbered[0], remark="this is a heading, not a name.")
        return Roster((heading, *_read(numbered[1:])))
    return Roster(_read(numbered))


def _read(numbered: list[tuple[int, str]]) -> tuple[Understood, ...]:
    """Each line in a shape of its own; a line that stands alone may hold everyone."""
    if len(numbered) == 1:
        number, line = numbered[0]
        return (_understood(number, line, _people_by_comma(line)),)
    return tuple(_understood(number, line, [line]) for number, line in numbered)


def _people_by_comma(line: str) -> list[str]:
    """The names of a list on a single line; three commas apart are people, two may be name and place."""
    names = [name.strip() for name in _hold_commas(line).split(",")]
    several = len(names) > 2 and not any(is_suffix(name) for name in names)
    return [name.replace(_HELD_COMMA, ",") for name in names if name] if several else [line]


def _understood(number: int, line: str, parts: list[str]) -> Understood:
    if reason := _names_nobody(line):
        return Understood(number, line, remark=reason)
    pieces = [piece for part in parts for piece in re.split(r"\s*;\s*", _BULLET.sub("", part, count=1))]
    people: list[PersonDraft] = []
    remarks: list[str] = []
    for piece in pieces:
        found, remark = _read_piece(piece)
        people += found
        remarks += [remark] * bool(remark)
    if not people:
        return Understood(number, line, remark=remarks[0] if remarks else "there is no name in it.")
    return Understood(number, line, tuple(people), " ".join(dict.fromkeys(remarks)))


def _names_nobody(line: str) -> str:
    if not any(c.isalpha() for c in line):
        return "there are no letters in it."
    if re.match(r"(https?://|www\.)\S+$", line):
        return "this is a link, not a name."
    if line.endswith(":"):
        return "this is a heading, not a name."
    return ""


def _read_piece(text: str) -> tuple[list[PersonDraft], str]:
    """The people that one piece names, with what was assumed; nobody, with the reason why."""
    piece = _Piece(text)
    _take_address(piece)
    _take_brackets(piece)
    quoted = bool(_QUOTED.search(piece.text))
    fields = [field for field in _FIELDS.split(_hold_commas(piece.text)) if tidied(field)]
    name, *rest = [part for field in fields for part in _by_comma(field)] or [""]
    name = tidied(name.replace(_HELD_COMMA, ","))
    if quoted:
        name = first_name_first(name)
    elif len(rest) == 1 and _is_last_name_first(name, rest[0], fields):
        name, rest, piece.remark = f"{rest[0]} {name}", [], "Read as last name, first name."
    piece.place([tidied(field.replace(_HELD_COMMA, ",")) for field in rest])
    return _people(piece, name.strip(" ,-–—"))


def _take_address(piece: _Piece) -> None:
    for pattern in (_BRACKETED_ADDRESS, _BARE_ADDRESS):
        if found := pattern.search(piece.text):
            piece.draft = replace(piece.draft, email=found[1])
            piece.text = piece.text[: found.start()] + " " + piece.text[found.end() :]
            return


def _take_brackets(piece: _Piece) -> None:
    """A bracket inside a name, as a nickname, stays; one after it says something of the person."""
    after: list[str] = []
    for found in reversed(list(_BRACKETS.finditer(piece.text))):
        inside = tidied(found[1] or found[2] or "")
        following = piece.text[found.end() :].strip()
        if inside and not piece.tagged(inside):
            if following and not re.match(r"[,;/|\t–—-]", following):
                continue
            after.insert(0, inside)
        piece.text = piece.text[: found.start()] + " " + piece.text[found.end() :]
    piece.place(after)


def _hold_commas(text: str) -> str:
    """Commas inside quotes stand for themselves until the line is taken apart; the quotes go."""
    return _QUOTED.sub(lambda found: found[1].replace(",", _HELD_COMMA), text)


def _by_comma(field: str) -> list[str]:
    """Splits at commas, except before Jr. and the like."""
    parts: list[str] = []
    for part in (part.strip() for part in field.split(",")):
        if parts and is_suffix(part):
            parts[-1] += f"{_HELD_COMMA} {part}"
        elif part:
            parts.append(part)
    return parts


def _is_last_name_first(name: str, rest: str, fields: list[str]) -> bool:
    """One word, a comma, one word: as address books write names."""
    return len(fields) == 1 and len(name.split()) == 1 and len(rest.split()) == 1 and tag(rest) is Tag.OTHER


def _people(piece: _Piece, name: str) -> tuple[list[PersonDraft], str]:
    if not name and piece.draft.email:
        draft = replace(piece.draft, name=name_from(piece.draft.email))
        return [draft], "The name is taken from the address."
    if not any(c.isalpha() for c in name):
        return [], "there is no name in it."
    if len(name.split()) > LONGEST_NAME:
        return [], "this reads like a sentence, not a name."
    names = [calmed(part) for part in _BETWEEN_PEOPLE.split(name) if any(c.isalpha() for c in part)]
    if len(names) > 1:
        piece.remark = _joined(piece.remark, f"Read as {len(names)} people.", " ")
        piece.draft = replace(piece.draft, email="") if piece.draft.email else piece.draft
    return [replace(piece.draft, name=one) for one in names], piece.remark


def _joined(before: str, more: str, between: str = ", ") -> str:
    return f"{before}{between}{more}" if before else more
