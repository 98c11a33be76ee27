"""Who is this? Reads the piece of a line that stands for one person, or for a few."""

import re
from dataclasses import dataclass, replace

from formats.language import Message, tr
from formats.session.folding import fold
from formats.session.person_names import PARTICLES, is_title
from formats.session.roster.addresses import belongs_to, is_reversed, name_from_address
from formats.session.roster.answers import Answer, Reply, answer_sign, read_answer
from formats.session.roster.brackets import DraftInTheMaking, join_remarks
from formats.session.roster.cells import could_be_name, is_device, is_organisation, reads_like_person
from formats.session.roster.draft import PersonDraft
from formats.session.roster.fields import (
    HELD_COMMA,
    TAB,
    fields_of,
    level,
    parts_at_commas,
    take_addresses,
    take_brackets,
    take_phone,
    take_postcode,
    take_quotes,
)
from formats.session.roster.last_first import LONGEST_PIECE, Neighbours, is_last_name_first, may_be_last_first
from formats.session.roster.names import calm_capitals, put_first_name_first, tidy, without_pictures
from formats.session.roster.people_in_words import people_by_comma, people_in_name
from formats.session.roster.said_of import said_of
from formats.session.roster.vocabulary import ROLES

SENTENCE = Message("this reads like a sentence, not a name.").text
NO_NAME = Message("there is no name in it.").text
ONLY_A_PHONE = Message("there is no name in it, only a telephone.").text
AN_ORGANISATION = Message("this reads like an organisation, not a person.").text
A_ROLE = Message("this says what somebody does, and not who.").text
FROM_ADDRESS = Message("The name is taken from the address.").text
TURNED = Message("Read as last name, first name.").text
A_DEVICE = "name of a device"
MANY_COMMAS = 3
_SURELY_SEVERAL = 3
"""Fields; so many whole names side by side are people, no places and roles."""
_LONGEST_PLACE = 6
_LONGEST_SHOWN = 5
"""Words; what a mail program shows beside an address is a name, odd as it may be."""
_NO_NAMES_SIGNS = frozenset("=?@<>{}:")
_FROM = re.compile(r"\A(.{3,60}?),?\s+(?:from|at|of|representing|on behalf of|bei|aus)\s+(?=[A-Z])(.+)\Z")
_LEADING_AND = re.compile(r"\A\s*(?:and|und|et|oraz|&)\s+(?=[^\W\d])")
_MORE = re.compile(r"\s*(?:\+|plus)\s*(\d{1,2}|one|guest)\s*\Z", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\A([Nn]ot|[Mm]inus|[Ww]ithout|[Ee]xcept|but not|ohne|sans|sauf|sin|bez|heb|zonder|utan)\s+(?=[A-Z])"
)
"""Small, where a language has it as a name: Sin Yi Chan."""
_HANDLE = re.compile(r"(?<=\w)\s+@[\w.-]+\Z")
_SENT_VIA = re.compile(r"['’]?\s+(?:via|on behalf of|im auftrag von)\s+\S.*\Z", re.IGNORECASE)
_AND = frozenset({"and", "und", "et", "y", "e", "i", "a", "ac", "og", "och", "oraz", "en", "&"})
_STRUCK = re.compile(r"\A~{1,2}(.+?)~{1,2}\Z")


@dataclass(frozen=True, slots=True)
class PieceRead:
    """The people that a piece names, and what was assumed; without people, why. `left` are parts not read."""

    people: tuple[PersonDraft, ...] = ()
    remark: str = ""
    left: tuple[tuple[str, str], ...] = ()
    """Each part that was not read, with the reason."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The name of a piece, what stands beside it, and what was assumed."""

    name: str = ""
    beside: tuple[str, ...] = ()
    remark: str = ""
    maybe: str = ""


def read_piece(text: str, neighbours: Neighbours) -> PieceRead:
    """The people that one piece names."""
    struck = _STRUCK.match(text)
    sign, plain = answer_sign(_LEADING_AND.sub("", level(struck[1] if struck else text)))
    sign = Reply(Answer.AWAY, "struck out") if struck else sign
    if without := _WITHOUT.match(plain):
        sign, plain = Reply(Answer.AWAY, without[1].strip().lower()), plain[without.end() :]
    addresses, plain = take_addresses(plain if TAB in plain else without_pictures(plain))
    phone, plain = take_phone(_HANDLE.sub("", plain))
    postcode, plain = take_postcode(plain)
    if not addresses and (people := _people_between_commas(plain, neighbours)):
        return _read_each(people, sign)
    if len(plain) > LONGEST_PIECE:
        return _people(PersonDraft("", email=addresses[0]), _Named()) if addresses else PieceRead(remark=SENTENCE)
    quoted, plain = take_quotes(plain)
    brackets, plain = take_brackets(plain)
    fields = fields_of(plain)
    if not addresses and not brackets and len(fields) == 1 and (people := people_by_comma(plain)):
        return _read_each(people, sign)
    side_by_side = len(fields) >= _SURELY_SEVERAL or (len(fields) > 1 and " / " in plain)
    if not addresses and side_by_side and all(map(reads_like_person, fields)):
        return _read_each(fields, sign)
    if not addresses and len(fields) == 1 and (told := said_of(tidy(plain))):
        return _told(told, brackets)
    named = _find_name(fields, next(iter(addresses), ""), neighbours, quoted=quoted)
    if not named.name and addresses:
        named, brackets = _name_in_brackets(named, brackets)
    if not named.name and phone and not addresses:
        return PieceRead(remark=ONLY_A_PHONE)
    making = DraftInTheMaking(PersonDraft(named.name))
    if sign is not None:
        making.answer(sign)
    for some in (*addresses, *named.beside, *brackets, phone):
        making.take(some)
    making.remark(postcode)
    return _people(making.draft, named, with_capitals=neighbours.with_capitals)


def _told(told: tuple[str, Reply], brackets: list[str]) -> PieceRead:
    """Those of whom a sentence says something."""
    name, reply = told
    making = DraftInTheMaking(PersonDraft(name))
    making.answer(reply)
    for some in brackets:
        making.take(some)
    return _people(making.draft, _Named(name))


def _people_between_commas(text: str, neighbours: Neighbours) -> list[str]:
    """The people of a text in which commas part people for sure, or most likely."""
    several = neighbours.only_people or text.count(",") > MANY_COMMAS or ")," in text
    return people_by_comma(text, certain=neighbours.only_people) if several else []


def _read_each(people: list[str], sign: Reply | None) -> PieceRead:
    """Several people that stand with commas between them, each with brackets of their own."""
    read = [(person, read_piece(person, Neighbours())) for person in people]
    drafts = tuple(draft for _, one in read for draft in one.people)
    if sign and sign.away:
        drafts = tuple(replace(draft, away=True) for draft in drafts)
    left = tuple((person, one.remark) for person, one in read if not one.people)
    return PieceRead(drafts, tr("Read as {count} people.", count=len(drafts)) if len(drafts) > 1 else "", left)


def _find_name(fields: list[str], address: str, neighbours: Neighbours, *, quoted: bool) -> _Named:
    """The name among the fields of a piece, and what stands beside it."""
    if not fields:
        return _Named()
    at = next((at for at, field in enumerate(fields) if _may_begin_with_name(field)), 0)
    rest = [part for field in (*fields[:at], *fields[at + 1 :]) for part in _parts_beside(field)]
    name, *more = parts_at_commas(fields[at]) or [""]
    if quoted and "," in name:
        return _Named(put_first_name_first(name), (*more, *rest))
    if is_last_name_first((name, *more), address, neighbours, alone=len(fields) == 1):
        return _Named(f"{more[0]} {name}", (*more[1:], *rest), TURNED)
    if address and not more and is_reversed(address, name):
        return _Named(" ".join(reversed(name.split())), tuple(rest), TURNED)
    if len(fields) == 1 and not address and may_be_last_first((name, *more)):
        return _Named(name, tuple(more), maybe=f"{more[0]} {name}")
    found = None if more else _FROM.match(name)
    if found and could_be_name(found[1]) and len(found[2].split()) <= _LONGEST_PLACE:
        return _Named(found[1], (found[2], *rest))
    return _Named(name, (*more, *rest))


def _parts_beside(field: str) -> list[str]:
    """What a field beside the name says, part by part; an answer is one, as "no, sorry"."""
    is_answer = read_answer(field) in (Answer.AWAY, Answer.MAYBE, Answer.NONE)
    return [tidy(field)] if is_answer else parts_at_commas(field)


def _name_in_brackets(named: _Named, brackets: list[str]) -> tuple[_Named, list[str]]:
    """The name behind an address, "ada@fenn.example (Ada Fenn)", and the other brackets."""
    name = next((one for one in brackets if could_be_name(one)), "")
    return (replace(named, name=name), [one for one in brackets if one != name]) if name else (named, brackets)


def _may_begin_with_name(field: str) -> bool:
    """Whether a field can hold the name: no number, answer, address or organisation before it."""
    name = next(iter(parts_at_commas(field)), "").replace(HELD_COMMA, ",")
    people, _ = people_in_name(name)
    return bool(name) and (all(map(could_be_name, people)) or is_device(name)) and not is_organisation(name)


def _people(draft: PersonDraft, named: _Named, *, with_capitals: bool = False) -> PieceRead:
    """The draft with its name as it is written, as two where it names two; what is no name is said."""
    name = _SENT_VIA.sub("", tidy(named.name)) if draft.email else tidy(named.name)
    name = name.strip(" ~,;:-–—*•\"'“”‘").rstrip("?!")
    more = _MORE.search(name)
    name = _MORE.sub("", name).strip()
    names, several = people_in_name(name)
    shown = bool(draft.email) and len(name.split()) <= _LONGEST_SHOWN and not set(name) & _NO_NAMES_SIGNS
    is_name = any(c.isalpha() for c in name) and (shown or all(map(could_be_name, names)) or is_device(name))
    if not is_name and draft.email:
        taken = replace(draft, name=name_from_address(draft.email), remarks=join_remarks(draft.remarks, name))
        return PieceRead((taken,), FROM_ADDRESS)
    if not is_name:
        return PieceRead(remark=SENTENCE if any(c.isalpha() for c in name) else NO_NAME)
    if not draft.email and not is_device(name) and _goes_on_like_a_sentence(name, with_capitals=with_capitals):
        return PieceRead(remark=SENTENCE)
    if name.casefold() in ROLES and not draft.email:
        return PieceRead(remark=A_ROLE)
    if is_organisation(name) and not draft.email and not is_device(name):
        return PieceRead(remark=AN_ORGANISATION)
    maybe = named.maybe if draft.organisation and len(names) == 1 else ""
    drafts = [_with_more(replace(draft, name=calm_capitals(one), maybe=maybe), more) for one in names]
    return PieceRead(share_address(drafts), " ".join(filter(None, (named.remark, several))))


def _goes_on_like_a_sentence(name: str, *, with_capitals: bool) -> bool:
    """Whether small words that are no particles stand in a name that begins with a capital.

    Where names are written `with_capitals`, one small word is enough: "Matters arising", "closed".
    """
    words = name.split()
    if with_capitals and len(words) == 1:
        return name.islower()
    if len(words) < (2 if with_capitals else _SURELY_SEVERAL) or not words[0][:1].isupper():
        return False
    small = [word for word in words[1:] if word.islower() and not is_title(word)]
    return any(fold(word).strip(".,") not in PARTICLES | _AND for word in small)


def share_address(drafts: list[PersonDraft]) -> tuple[PersonDraft, ...]:
    """Of two people with one address, it is given to the one whose it plainly is, or else to the first."""
    owner = max(drafts, key=_claim)
    return tuple(one if one is owner else replace(one, email="") for one in drafts)


def _claim(draft: PersonDraft) -> tuple[bool, bool]:
    """How plainly an address is somebody's: it holds the first name, or any."""
    if not draft.email:
        return False, False
    return belongs_to(draft.email, draft.name.split()[0]), belongs_to(draft.email, draft.name)


def _with_more(draft: PersonDraft, more: re.Match[str] | None) -> PersonDraft:
    making = DraftInTheMaking(draft)
    making.remark(A_DEVICE if is_device(draft.name) else "")
    making.remark(f"+{more[1]}" if more else "")
    return making.draft
