"""How many people does a piece of text name: "Tom and Ann Hill", "Priya Nair, Ruth Abara and Sam Ortiz"?"""

import re

from formats.language import tr
from formats.session.person_names import are_letters, is_title
from formats.session.roster.cells import could_be_name, is_organisation, is_role, reads_like_person
from formats.session.roster.splitting import split_outside

_AND = re.compile(r"\s+(?:&|\+|and|und|et|og|och|oraz|ac|en)\s+|\s+و\s*(?=\w)", re.IGNORECASE)
_LEADING_AND = re.compile(r"\A(?:and|und|et|y|oraz|ac?|&|\+)\s+(?=\w)")
_PLURAL_TITLE = re.compile(
    r"\A\s*(?:councillors|cllrs|messrs|mesdames|drs|professors|doctors)\.?\s+", re.IGNORECASE
)
# In some languages "and" is a letter that also stands inside names: Ortega y Gasset.
_SHORT_AND = re.compile(r"\s+(?:y|e|i|a)\s+")


def people_in_name(name: str) -> tuple[list[str], str]:
    """The people that a name means, and what was assumed: "Tom and Ann Hill" is two of one family."""
    if "," in name or is_organisation(name):
        return [name], ""
    people = _with_family(_parted(name))
    return (people, tr("Read as {count} people.", count=len(people))) if len(people) > 1 else ([name], "")


def people_by_comma(text: str, *, certain: bool = False) -> list[str]:
    """The people of "A, B and C"; none where commas part a name from what stands beside it.

    `certain` where something else says that only people stand here, as after "Present:".
    """
    parts = _comma_parts(_PLURAL_TITLE.sub("", text))
    if len(parts) < 2 and not (certain and len(_parted(text)) > 1):
        return []
    people = [one for part in parts for one in _with_family(_parted(part))]
    plain = [re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", one).strip() for one in people]
    if not all(map(could_be_name, plain)):
        return []
    if certain:
        return people
    if all(part.endswith(")") for part in parts) and all(map(reads_like_person, plain)):
        return people
    if len(parts) == 2 and len(people) < 3:
        return people if _same_family(plain) else []
    if all(map(reads_like_person, plain)):
        return people
    single = all(len(one.split()) == 1 and one[:1].isupper() and not is_role(one) for one in plain)
    ends_with_and = len(people) > len(parts) and not any(is_role(one) or is_organisation(one) for one in plain)
    return people if single or ends_with_and else []


def _comma_parts(text: str) -> list[str]:
    """What commas part, outside brackets; Jr. and RN stay with the name before them."""
    parts: list[str] = []
    for part in split_outside(text, ",،"):
        if parts and are_letters(part):
            parts[-1] += f", {part}"
        elif part:
            parts.append(_LEADING_AND.sub("", part))
    return parts


def _parted(text: str) -> list[str]:
    parts = [part for part in _AND.split(text) if any(c.isalpha() for c in part)]
    if len(parts) == 1 and (found := _SHORT_AND.search(text)):
        before, after = text[: found.start()], text[found.end() :]
        if len(after.split()) > 1 and could_be_name(after) and could_be_name(before) and before[:1].isupper():
            return [before, after]
    return parts or [text]


def _with_family(people: list[str]) -> list[str]:
    """First names before a whole name share its family: "Tom and Ann Hill" are both Hill."""
    if len(people) < 2:
        return people
    last = people[-1].split()
    called = [word for word in last if not is_title(word)]
    if len(last) < 2 or (len(called) == 1 and not all(_is_only_title(one) for one in people[:-1])):
        return people
    family = " ".join(called[1:] if len(called) > 1 else called)
    return [f"{one} {family}" if len(one.split()) == 1 and one[:1].isupper() else one for one in people]


def _is_only_title(text: str) -> bool:
    return len(text.split()) == 1 and is_title(text)


def _same_family(people: list[str]) -> bool:
    """Whether two whole names end alike, as a couple's do."""
    return all(map(reads_like_person, people)) and len({one.split()[-1].casefold() for one in people}) == 1
