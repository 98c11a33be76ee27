"""What does it mean, what stands in brackets or after a dash beside a name?"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from formats.session.folding import fold
from formats.session.roster.addresses import bare_address
from formats.session.roster.answers import Answer, Reply, is_answer, read_answer, read_message
from formats.session.roster.cells import Cell, cell_kind, is_organisation, is_role
from formats.session.roster.draft import PersonDraft
from formats.session.roster.vocabulary import word_set

_PRONOUNS = word_set("""
he him his she her hers they them their theirs xe xem ze zir hir hirs fae faer ey em it its any all pronouns mx
il lui elle iel er ihm sie ihr el ella elles ello han hun hon hen den on ona ono jej jego nhw hi fe ef hei هو هي
هم
""")
_ALONE_PRONOUNS = word_set("he she they he/him she/her they/them")
# How somebody is part of a call or a group: kept as a remark.
_PLACES = word_set("""
host co-host cohost me you guest organiser organizer organisator organisatorin organisateur organisatrice
organizador organizadora organizator trefnydd presenter attendee panelist external unverified optional required
admin facilitator observer timekeeper gast invite invitado invitada gosc gwestai ضيف المنظم مضيف new extern
externe externo obligatory interpreter muted unmuted presenting recording verified owner participant viewer
editor moderator member non-member ich moi yo ja fi
""")
_MANNER = re.compile(
    r"online|remote(ly)?|virtual(ly)?|(on |via |by )?(zoom|teams|phone|video)|hybrid|in person|on ?site|late"
    r"|arriv\w+ .*|leav\w+ .*|until .*|from \d.*|joins? .*|hosts .*|first time\w*"
    r"|vor ort|en ligne|sur place|en linea|presencial|zdalnie|ar lein"
    r"|\d+ ?(min|mins|minutes) late|running late|needs .*|wheelchair.*|vegan|vegetarian|gluten.*"
)

_LONGEST_WHOLE = 4
"""Words; what is longer is no whole name."""


class Beside(StrEnum):
    """What a few words beside a name are."""

    ADDRESS = "address"
    PRONOUNS = "pronouns"
    PLACE = "place in the call"
    ANSWER = "answer"
    MANNER = "manner"
    ROLE = "role"
    ORGANISATION = "organisation"
    OTHER_NAME = "another name"
    FIGURES = "figures"
    OPEN = "open"


def kind_beside(text: str, name: str) -> Beside:
    """What a text says that stands in brackets or behind a mark beside a name; `OPEN` where nothing tells."""
    plain = fold(text).strip(" .!*:")
    words = [word for word in re.split(r"[\s/,|;&+]+", plain) if word not in ("and", "und", "et", "y", "")]
    if bare_address(text):
        return Beside.ADDRESS
    if plain in _ALONE_PRONOUNS or (len(words) > 1 and all(word in _PRONOUNS for word in words)):
        return Beside.PRONOUNS
    if words and all(word in _PLACES for word in words):
        return Beside.PLACE
    if is_answer(text) or plain in ("absent", "away") or text in ("Y", "N"):
        return Beside.ANSWER
    if _MANNER.fullmatch(plain):
        return Beside.MANNER
    if is_organisation(text):
        return Beside.ORGANISATION
    if is_role(text):
        return Beside.ROLE
    if cell_kind(text) in (Cell.DATE, Cell.DURATION, Cell.NUMBER, Cell.PHONE, Cell.LINK) and not _is_acronym(text):
        return Beside.FIGURES
    if read_answer(text) in (Answer.AWAY, Answer.MAYBE, Answer.NONE) and not text[:1].isupper():
        return Beside.ANSWER
    return Beside.OTHER_NAME if _is_another_name(plain, name) else Beside.OPEN


@dataclass(slots=True)
class DraftInTheMaking:
    """A person while what stands beside the name is taken up, piece by piece."""

    draft: PersonDraft
    answered: bool = False

    def take(self, text: str, *, open_is_organisation: bool = True) -> bool:
        """Takes up what a text beside the name says; False for one that stays where it is."""
        if not text:
            return True
        kind = kind_beside(text, self.draft.name)
        match kind:
            case Beside.ADDRESS:
                self._add_address(bare_address(text))
            case Beside.ANSWER:
                self.answer(Reply(read_message(text), text))
            case Beside.PRONOUNS | Beside.PLACE | Beside.MANNER | Beside.OTHER_NAME | Beside.FIGURES:
                self.remark(text)
            case Beside.ROLE if not self.draft.role:
                self.draft = replace(self.draft, role=text)
            case Beside.ORGANISATION if not self.draft.organisation:
                self.draft = replace(self.draft, organisation=text)
            case Beside.OPEN if not open_is_organisation:
                return False
            case _:
                self._put_in_order(text)
        return True

    def answer(self, reply: Reply) -> None:
        """Takes up an answer, with its words as a remark where they say more than yes."""
        self.answered = True
        unclear = reply.words if reply.answer is Answer.UNKNOWN else ""
        self.draft = replace(self.draft, away=reply.away, unclear=unclear)
        self.remark(reply.remark)

    def remark(self, text: str) -> None:
        """Adds to the remarks what is not said there yet."""
        self.draft = replace(self.draft, remarks=join_remarks(self.draft.remarks, text))

    def _add_address(self, address: str) -> None:
        if self.draft.email:
            self.remark(address)
        else:
            self.draft = replace(self.draft, email=address)

    def _put_in_order(self, text: str) -> None:
        """What follows a name: organisation, then role, then remarks."""
        if not self.draft.organisation:
            self.draft = replace(self.draft, organisation=text)
        elif not self.draft.role:
            self.draft = replace(self.draft, role=text)
        else:
            self.remark(text)


def join_remarks(before: str, more: str, between: str = ", ") -> str:
    """Two remarks as one, nothing said twice."""
    if not more or more in before.split(between):
        return before
    return f"{before}{between}{more}" if before else more


def _is_another_name(plain: str, name: str) -> bool:
    """Whether a text shares a word with a name, or is short for its first one: "Zofia K", "Beth" for Elizabeth."""
    words, names = plain.replace(".", "").split(), fold(name).split()
    if not words or not names:
        return False
    if set(words) & set(names) or _is_short_for(name, plain):
        return True
    return len(words) == 1 and len(words[0]) > 2 and any(words[0] in one for one in names)


def _is_short_for(name: str, whole: str) -> bool:
    """Whether a name of one word is short for the first one of a whole name: "Fi" for "Fiona McAllister"."""
    short, words = fold(name), whole.split()
    return len(short.split()) == 1 < len(words) <= _LONGEST_WHOLE and len(short) > 1 and words[0].startswith(short)


def _is_acronym(text: str) -> bool:
    letters = re.sub(r"[^\w]", "", text)
    return letters.isalpha() and letters.isupper()
