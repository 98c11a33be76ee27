"""Takes the piece of a line apart: its addresses, telephone, brackets, and the fields between dashes and tabs."""

import re

from formats.session.person_names import are_letters
from formats.session.roster.addresses import clean_address, find_address
from formats.session.roster.answers import Answer, read_answer
from formats.session.roster.brackets import Beside, kind_beside
from formats.session.roster.names import tidy
from formats.session.roster.splitting import split_outside

TAB = "\t"
HELD_COMMA = "\ue000"
"""Stands for a comma inside quotes, which parts nothing."""
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_FIELDS = re.compile(
    r"\t+|(?<=\S)(?:\s+(?:[-–—|/@→]|=>|->|::)+)+\s+|\s*\|\s*|\s+(?=—)"
    r"|\s*(?:\.{3,}|…+|_{3,}|·{3,})\s*|(?<=\w):\s+"
)
_QUOTED = re.compile(r"\A\s*(?:[\"“„«]([^\"“”„«»]*)[\"”“»]|['‘’]([^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?=\s|\Z))")
_BEFORE_ADDRESS = re.compile(r"[<(\[]?\s{0,3}(?:mailto:|smtp:|e-?mail:)?\s{0,3}\Z", re.IGNORECASE)
_BEHIND_ADDRESS = re.compile(r"\A\s*(?:\?[^\s>]*)?\s*['’]?[>)\]]?")
_LONGEST_BEFORE = 20
_PHONE = re.compile(r"(?:\A|(?<=\s))(?:tel\.?:?\s*)?\+?\(?\d[\d ()/.-]{5,20}\d(?=\s|\Z)", re.IGNORECASE)
_POSTCODE = re.compile(r"[\s,]+[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\s*\Z")
_GOES_ON_BESIDE = ",;:/|\t([-–—.…"
"""What may follow a bracket that says something of a person; one before a letter is part of the name."""


def level(text: str) -> str:
    """A piece with spaces of one kind, and a tab where many stood, which part columns."""
    return re.sub(r" {4,}", "\t", re.sub(r"[^\S\t]", " ", text))


def take_addresses(text: str) -> tuple[list[str], str]:
    """The addresses of a piece, and the rest; "mailto:" and the brackets they stand in go with them."""
    addresses: list[str] = []
    while found := find_address(text):
        opened = _BEFORE_ADDRESS.search(text, max(0, found.start() - _LONGEST_BEFORE), found.start())
        before = text[: opened.start()] if opened else text[: found.start()]
        after = _BEHIND_ADDRESS.sub("", text[found.end() :], count=1)
        addresses.append(clean_address(found[0]))
        text = f"{before}{'' if after.startswith(TAB) else ' '}{after}".strip(" ")
    return addresses, text


def take_phone(text: str) -> tuple[str, str]:
    """The telephone number of a piece, and the rest."""
    found = _PHONE.search(text)
    if not found:
        return "", text
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    between = TAB if before[-1:].isalpha() and after[:1].isalpha() else " "
    return found[0].strip(), f"{before}{between}{after}".strip()


def take_postcode(text: str) -> tuple[str, str]:
    """The British postcode at the end of a piece, and the rest."""
    found = _POSTCODE.search(text)
    return (found[0].strip(" ,"), text[: found.start()]) if found and found.start() else ("", text)


def take_quotes(text: str) -> tuple[bool, str]:
    """Whether a piece begins with a quoted name, and the piece without the quotes."""
    quoted = _QUOTED.match(text)
    if not quoted:
        return False, text
    return True, (quoted[1] or quoted[2] or "").replace(",", HELD_COMMA) + text[quoted.end() :]


def take_brackets(text: str) -> tuple[list[str], str]:
    """What stands in brackets behind the name, and the rest; a bracket inside a name, as a nickname, stays."""
    kept: list[str] = []
    beside: list[str] = []
    at = 0
    for found in _BRACKETS.finditer(text):
        inside = tidy(found[1] or found[2] or found[3] or "")
        before, following = text[at : found.start()].strip(" -–—*•"), text[found.end() :].lstrip()[:1]
        stays = bool(inside and following and (before or kept)) and following not in _GOES_ON_BESIDE
        if stays and _are_initials(inside, before):
            kept.append(f"{text[at : found.start()].rstrip()},")
            at = found.end()
            continue
        if stays and kind_beside(inside, before) in (Beside.OPEN, Beside.OTHER_NAME):
            continue
        kept.append(text[at : found.start()])
        beside += [part for one in split_outside(inside, ";") if one for part in _bracket_parts(one)]
        at = found.end()
    return beside, " ".join((*kept, text[at:]))


def _are_initials(inside: str, name: str) -> bool:
    """Whether brackets hold the initials of the name before them, as minutes put them: "Cora Dean (CD) Chair"."""
    words = re.split(r"[\s-]+", name)
    return len(words) > 1 and inside.upper() == "".join(word[:1] for word in words).upper()


def fields_of(text: str) -> list[str]:
    """The fields of a piece, between tabs, dashes, bars and dotted lines."""
    return [field for field in _FIELDS.split(text) if tidy(field)]


def parts_at_commas(field: str) -> list[str]:
    """Splits at commas, except before Jr. and the like."""
    parts: list[str] = []
    for part in (tidy(part.replace(HELD_COMMA, ",")) for part in re.split(r"[,،]", field)):
        if parts and are_letters(part):
            parts[-1] += f", {part}"
        elif part:
            parts.append(part)
    return parts


def _bracket_parts(inside: str) -> list[str]:
    """What brackets hold, in parts where each says something of its own: "chair, NHS Fife"."""
    parts = [part.strip() for part in inside.split(",") if part.strip()]
    known = [kind_beside(part, "") is not Beside.OPEN for part in parts]
    return parts if len(parts) > 1 and any(known) and read_answer(inside) is not Answer.AWAY else [inside]
