"""Who is this? Takes apart the piece of a line that stands for one person, or for a few."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from formats.session.folding import fold
from formats.session.person_names import PARTICLES, are_letters, is_title
from formats.session.roster.addresses import belongs_to, clean_address, find_address, is_turned, name_from_address
from formats.session.roster.answers import Answer, Reply, answer_sign, read_answer
from formats.session.roster.brackets import Beside, DraftInTheMaking, kind_beside
from formats.session.roster.cells import could_be_name, is_device, is_organisation, is_role
from formats.session.roster.draft import PersonDraft
from formats.session.roster.names import calm_capitals, put_first_name_first, tidy, without_pictures
from formats.session.roster.people_in_words import people_by_comma, people_in_name
from formats.session.roster.splitting import split_outside

SENTENCE = "this reads like a sentence, not a name."
NO_NAME = "there is no name in it."
ONLY_A_PHONE = "there is no name in it, only a telephone."
AN_ORGANISATION = "this reads like an organisation, not a person."
FROM_ADDRESS = "The name is taken from the address."
TURNED = "Read as last name, first name."
A_DEVICE = "name of a device"
MANY_COMMAS = 3
LONGEST_PIECE = 500
"""Signs; nobody's name, place and remarks are longer."""
_HELD_COMMA = "\ue000"

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_FIELDS = re.compile(
    r"\t+|(?<=\S)(?:\s+(?:[-–—|/@→]|=>|->|::)+)+\s+|\s*\|\s*|\s+(?=—)|\s*(?:\.{3,}|…+|_{3,}|·{3,})\s*|(?<=\w):\s+| {4,}"
)
_QUOTED = re.compile(r"\A\s*(?:[\"“„«]([^\"“”„«»]*)[\"”“»]|['‘’]([^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?=\s|\Z))")
_FROM = re.compile(r"\A(.{3,60}?),?\s+(?:from|at|of|representing|on behalf of|bei|aus)\s+(?=[A-Z])(.+)\Z")
_BEFORE_ADDRESS = re.compile(r"[<(\[]?\s{0,3}(?:mailto:|smtp:|e-?mail:)?\s{0,3}\Z", re.IGNORECASE)
_BEHIND_ADDRESS = re.compile(r"\A\s*(?:\?[^\s>]*)?\s*['’]?[>)\]]?")
_LEADING_AND = re.compile(r"\A\s*(?:and|und|et|oraz|&)\s+(?=[^\W\d])")
_PHONE = re.compile(r"(?:\A|(?<=\s))(?:tel\.?:?\s*)?\+?\(?\d[\d ()/.-]{5,20}\d(?=\s|\Z)", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:\+|plus)\s*(\d{1,2}|one|guest)\s*\Z", re.IGNORECASE)
_STRUCK = re.compile(r"\A~{1,2}(.+?)~{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the other pieces of a list show: that it has the family name first, or that commas part people."""

    last_first: bool = False
    only_people: bool = False


def neighbours_of(pieces: Sequence[str], *, only_people: bool = False) -> Neighbours:
    """What pieces show of each other: most of those with one comma are "Last, First" in a list of that order."""
    votes = [vote for vote in (_turned_vote(piece) for piece in pieces) if vote is not None]
    return Neighbours(len(votes) > 1 and sum(votes) >= 0.6 * len(votes), only_people)


def read_piece(text: str, neighbours: Neighbours) -> tuple[list[PersonDraft], str]:
    """The people that one piece names, with what was assumed; nobody, with the reason why."""
    struck = _STRUCK.match(text)
    sign, plain = answer_sign(_LEADING_AND.sub("", _level(struck[1] if struck else text)))
    address, plain = _take_address(plain if "\t" in plain else without_pictures(plain))
    plain, phone = _take_phone(plain)
    if not address and (neighbours.only_people or plain.count(",") > MANY_COMMAS or ")," in plain):
        if people := people_by_comma(plain, certain=neighbours.only_people):
            return _each(people, sign)
    if len(plain) > LONGEST_PIECE:
        return _people(PersonDraft("", email=address), "", "") if address else ([], SENTENCE)
    quoted = _QUOTED.match(plain)
    if quoted:
        plain = (quoted[1] or quoted[2] or "").replace(",", _HELD_COMMA) + plain[quoted.end() :]
    plain, beside = _take_brackets(plain)
    fields = [field for field in _FIELDS.split(plain) if tidy(field)]
    if not address and not beside and len(fields) == 1 and (people := people_by_comma(plain)):
        return _each(people, sign)
    name, rest, remark = _name_of(fields, address, neighbours, quoted=bool(quoted))
    if not name and address and (named := next((one for one in beside if could_be_name(one)), "")):
        name, beside = named, [one for one in beside if one != named]  # "ada@… (Ada Fenn)"
    making = DraftInTheMaking(PersonDraft(name, email=address))
    if struck:
        making.answer(Reply(Answer.AWAY, "struck out"))
    elif sign is not None:
        making.answer(sign)
    for some in (*rest, *beside, *([phone] if phone and name else [])):
        making.take(some)
    if not name and phone and not address:
        return [], ONLY_A_PHONE
    return _people(making.draft, name, remark)


def _each(people: list[str], sign: Reply | None) -> tuple[list[PersonDraft], str]:
    """Several people that stand with commas between them, each with brackets of their own."""
    drafts: list[PersonDraft] = []
    for person in people:
        found, _ = read_piece(person, Neighbours())
        drafts += [replace(one, away=sign.away) if sign and sign.away else one for one in found]
    return drafts, f"Read as {len(drafts)} people." if len(drafts) > 1 else ""


def _level(text: str) -> str:
    """A piece with spaces of one kind, and a tab where many stood, which part columns."""
    return re.sub(r" {4,}", "\t", re.sub(r"[^\S\t]", " ", text))


def _take_address(text: str) -> tuple[str, str]:
    """The first address of a piece, and the rest; "mailto:" and what the address stands in go with it."""
    found = find_address(text)
    if not found:
        return "", text
    opened = _BEFORE_ADDRESS.search(text, max(0, found.start() - 20), found.start())
    before = text[: opened.start()] if opened else text[: found.start()]
    after = _BEHIND_ADDRESS.sub("", text[found.end() :], count=1)
    return clean_address(found[0]), f"{before} {after}".strip() if not after.startswith("\t") else f"{before}{after}"


def _take_phone(text: str) -> tuple[str, str]:
    found = _PHONE.search(text)
    if not found or not any(c.isdigit() for c in text):
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), found[0].strip()


def _take_brackets(text: str) -> tuple[str, list[str]]:
    """A bracket inside a name, as a nickname, stays; one after it says something of the person."""
    kept: list[str] = []
    beside: list[str] = []
    at = 0
    for found in _BRACKETS.finditer(text):
        inside = tidy(found[1] or found[2] or found[3] or "")
        before, following = text[at : found.start()].strip(" -–—*•"), text[found.end() :].lstrip()[:1]
        stays = bool(inside and following and (before or kept)) and following not in ",;:/|\t([-–—.…"
        if stays and kind_beside(inside, before) in (Beside.OPEN, Beside.OTHER_NAME):
            continue
        kept.append(text[at : found.start()])
        beside += [part for one in split_outside(inside, ";") if one for part in _bracket_parts(one)]
        at = found.end()
    return " ".join((*kept, text[at:])), beside


def _bracket_parts(inside: str) -> list[str]:
    """What brackets hold, in parts where each says something of its own: "chair, NHS Fife"."""
    parts = [part.strip() for part in inside.split(",") if part.strip()]
    known = [kind_beside(part, "") is not Beside.OPEN for part in parts]
    return parts if len(parts) > 1 and any(known) and read_answer(inside) is not Answer.AWAY else [inside]


def _name_of(
    fields: list[str], address: str, neighbours: Neighbours, *, quoted: bool
) -> tuple[str, list[str], str]:
    """The name among the fields of a piece, what stands beside it, and what was assumed."""
    if not fields:
        return "", [], ""
    at = next((at for at, field in enumerate(fields) if _may_begin_with_name(field)), 0)
    first, others = fields[at], [*fields[:at], *fields[at + 1 :]]
    rest = [part for field in others for part in _parts_at_commas(field)]
    name, *more = _parts_at_commas(first) or [""]
    name = tidy(name.replace(_HELD_COMMA, ","))
    if quoted and "," in name:
        return put_first_name_first(name), [*more, *rest], ""
    if more and _is_last_name_first(name, more, address, neighbours, alone=len(fields) == 1):
        return f"{more[0]} {name}", [*more[1:], *rest], TURNED
    if not more and (found := _FROM.match(name)) and could_be_name(found[1]) and is_named_place(found[2]):
        return found[1], [found[2], *rest], ""
    return name, [*more, *rest], ""


def is_named_place(text: str) -> bool:
    """Whether what follows "from" may be where somebody works."""
    return text[:1].isupper() and len(text.split()) <= 6


def _may_begin_with_name(field: str) -> bool:
    """Whether a field can hold the name: no number, answer, address or organisation before it."""
    name = _parts_at_commas(field)
    plain = tidy(name[0].replace(_HELD_COMMA, ",")) if name else ""
    people, _ = people_in_name(plain)
    return bool(plain) and (all(map(could_be_name, people)) or is_device(plain)) and not is_organisation(plain)


def _parts_at_commas(field: str) -> list[str]:
    """Splits at commas, except before Jr. and the like."""
    parts: list[str] = []
    for part in (tidy(part.replace(_HELD_COMMA, ",")) for part in re.split(r"[,،]", field)):
        if parts and are_letters(part):
            parts[-1] += f", {part}"
        elif part:
            parts.append(part)
    return parts


def _is_last_name_first(name: str, more: list[str], address: str, neighbours: Neighbours, *, alone: bool) -> bool:
    """Whether a comma stands between a family name and the given one: by the address, the neighbours, or its looks."""
    given = more[0]
    if not could_be_name(given) or not could_be_name(name) or kind_beside(given, name) not in (
        Beside.OPEN, Beside.OTHER_NAME
    ):  # fmt: skip
        return False
    if is_organisation(name) or is_organisation(given) or len(given.split()) > 3:
        return False
    if address and (turned := is_turned(address, name, given)) is not None:
        return turned
    if name.isupper() and not given.isupper() and len(name) > 1:
        return True
    if neighbours.last_first:
        return _is_one_family(name) or len(given.split()) < 3
    return alone and len(more) == 1 and _is_one_family(name) and _is_one_given_name(given)


def _turned_vote(piece: str) -> bool | None:
    """Whether a piece with one comma looks like "Last, First"; None for a piece without one."""
    if len(piece) > LONGEST_PIECE:
        return None
    address, plain = _take_address(answer_sign(piece)[1])
    plain, _ = _take_brackets(plain)
    fields = [field for field in _FIELDS.split(plain) if tidy(field)]
    parts = _parts_at_commas(fields[0]) if fields else []
    if len(parts) != 2:
        return None
    before, after = parts
    if kind_beside(after, before) not in (Beside.OPEN, Beside.OTHER_NAME) or not could_be_name(after):
        return False if not could_be_name(after) or is_organisation(after) or is_role(after) else None
    if address and (turned := is_turned(address, before, after)) is not None:
        return turned
    return (_is_one_family(before) or before.isupper()) and _is_one_given_name(after)


def _is_one_family(name: str) -> bool:
    """One word, with its particles: "Fenn", "de Wit"."""
    return len([word for word in name.split() if fold(word) not in PARTICLES]) == 1 or len(name.split()) == 1


def _is_one_given_name(name: str) -> bool:
    """One word, with initials or a title: "Ada", "Ada M.", "Dr Ada"."""
    words = [word for word in name.split() if not is_title(word) and len(word.strip(".")) > 1]
    if not words or all(re.fullmatch(r"(?:\w\.)+", word) for word in words):
        return bool(name)
    return len(words) == 1 or (
        len(words) == 2
        and "-" not in name
        and len(name.split()) == 2
        and words[1][:1].isupper()
        and len(words[1]) < 4
    )


def _people(draft: PersonDraft, name: str, remark: str) -> tuple[list[PersonDraft], str]:
    name = tidy(name).strip(" ,;:-–—*•\"'“”‘").rstrip("?!")
    more = _MORE.search(name)
    name = _MORE.sub("", name).strip() if more else name
    if not any(c.isalpha() for c in name):
        if draft.email:
            return [replace(draft, name=name_from_address(draft.email))], FROM_ADDRESS
        return [], NO_NAME
    names, several = people_in_name(name)
    if not all(map(could_be_name, names)) and not is_device(name):
        if draft.email:
            taken = replace(draft, name=name_from_address(draft.email))
            return [replace(taken, remarks=", ".join(filter(None, (draft.remarks, name))))], FROM_ADDRESS
        return [], SENTENCE
    if is_organisation(name) and not draft.email and not is_device(name):
        return [], AN_ORGANISATION
    making = [_with_more(replace(draft, name=calm_capitals(one)), more) for one in names]
    if len(making) > 1:
        owner = next((one for one in names if draft.email and belongs_to(draft.email, one)), names[0])
        making = [one if at == names.index(owner) else replace(one, email="") for at, one in enumerate(making)]
    return making, " ".join(filter(None, (remark, several)))


def _with_more(draft: PersonDraft, more: re.Match[str] | None) -> PersonDraft:
    making = DraftInTheMaking(draft)
    if is_device(draft.name):
        making.remark(A_DEVICE)
    if more:
        making.remark(f"+{more[1]}")
    return making.draft
