"""What do words beside a name say: pronouns, away, online, or the place where someone works?"""

import re
from enum import StrEnum

from formats.session.people import folded
from formats.session.roster.names import word_set

_PRONOUNS = word_set(
    "he him his she her hers they them theirs xe xem ze zir hir hirs fae faer ey em it its any all pronouns"
    " il lui elle iel er ihm sie ihr el ella han hun hon hen den"
)
_AWAY = re.compile(
    r"absent|away|apolog(y|ies)|sick|ill|not (coming|here|attending|able to come)"
    r"|can(no|')?t (come|make it|attend)|no ?show|regrets|declined|on leave|no|unable to attend"
    r"|excused|abwesend|absente?|krank|entschuldigt"
)
_MANNER = re.compile(
    r"online|remote(ly)?|virtual(ly)?|zoom|teams|by (phone|zoom|video)|hybrid|in person|on ?site|tbc|maybe"
    r"|host|hosts .*|chair|new|guest|observer|facilitator|note-?taker|timekeeper|late|arriv\w+ .*|leav\w+ .*"
    r"|until .*|from \d.*|joins? .*|here|present|attending|yes|confirmed|x"
)
_NO = word_set("no n false 0 nein non absent away declined apologies regrets cancelled")
_YES = word_set("yes y true 1 x ja oui absent away apologies")


class Tag(StrEnum):
    """What a word or two beside a name say."""

    PRONOUNS = "pronouns"
    AWAY = "away"
    MANNER = "manner"
    OTHER = "other"


def tag(text: str) -> Tag:
    """What a text in brackets or after a dash says of the person before it."""
    plain = folded(text).replace("’", "'").strip(" .!")
    words = re.split(r"[\s/,|]+", plain)
    if len(words) > 1 and all(word in _PRONOUNS for word in words):
        return Tag.PRONOUNS
    if _AWAY.fullmatch(plain):
        return Tag.AWAY
    return Tag.MANNER if _MANNER.fullmatch(plain) else Tag.OTHER


def says_away(text: str, *, asked_for_away: bool) -> bool:
    """Whether a cell says that someone is not coming, in a column that asks for those here or those away."""
    plain = folded(text).strip(" .!")
    return plain in _YES if asked_for_away else plain in _NO or tag(text) is Tag.AWAY
