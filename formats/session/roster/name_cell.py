"""Who is named in this cell of a table, and what stands beside the name in it?"""

import re
from dataclasses import replace

from formats.language import tr
from formats.session.folding import fold
from formats.session.person_names import PARTICLES
from formats.session.roster.answers import Answer, Reply, answer_sign
from formats.session.roster.brackets import DraftInTheMaking
from formats.session.roster.cells import is_device, is_organisation, is_role, reads_like_person
from formats.session.roster.draft import PersonDraft
from formats.session.roster.fields import fields_of, parts_at_commas, take_addresses, take_brackets
from formats.session.roster.names import (
    calm_capitals,
    put_family_name_last,
    put_first_name_first,
    tidy,
    without_pictures,
)
from formats.session.roster.people_in_words import people_in_name
from formats.session.roster.piece import A_DEVICE, share_address

_STRUCK = re.compile(r"~~(.+?)~~")
_EDGES = ' ,-–"'
# What is left of the brackets around an address that was taken.
_EMPTY_BRACKETS = re.compile(r"^\s*[<>]+|<\s*>?\s*$")


def people_in_cell(
    cell: str, *, family_first: bool, email: str, renamed: bool = False
) -> tuple[tuple[PersonDraft, ...], str]:
    """The people of a cell that holds a name, and what was assumed.

    `family_first` where the title says that the family name stands first; `email` is the address of the row.
    `renamed` where brackets hold the name that somebody came with before: "Fi (Fiona McAllister)".
    """
    struck = _STRUCK.search(cell)
    sign, plain = answer_sign((struck[1] if struck else cell).replace("**", ""))
    addresses, plain = take_addresses(plain)
    brackets, plain = take_brackets(without_pictures(plain))
    name, *beside = fields_of(plain) or [plain]
    name, *more = _without_place(name)
    if len(whole := whole_names(name)) > 1:
        drafts = [draft for one in whole for draft in people_in_cell(one, family_first=False, email="")[0]]
        return share_address([replace(draft, email=email) for draft in drafts]), tr(
            "Read as {count} people.", count=len(drafts)
        )
    name, other, brackets = _shown_and_other(name, brackets) if renamed else (name, "", brackets)
    people, several = people_in_name(_EMPTY_BRACKETS.sub("", tidy(name)).strip(_EDGES) or tidy(cell))
    making = DraftInTheMaking(PersonDraft(name))
    if struck or sign:
        making.answer(Reply(Answer.AWAY, "struck out") if struck else sign or Reply(Answer.BLANK))
    for some in (email, *addresses, *more, *beside, *brackets):
        if some != making.draft.email:
            making.take(some)
    making.remark(f"as {other}" if other else "")
    if is_device(cell) and not other:
        making.remark(A_DEVICE)
    drafts = [replace(making.draft, name=_written(one, family_first=family_first)) for one in people]
    return share_address(drafts), several


def whole_names(text: str) -> list[str]:
    """The whole names between commas, each of two words or more beside particles; none for "Last, First"."""
    parts = [part.strip() for part in text.split(",")]
    words = [[word for word in part.split() if word == "Ben" or fold(word) not in PARTICLES] for part in parts]
    return parts if all(map(reads_like_person, parts)) and all(len(one) > 1 for one in words) else []


def _shown_and_other(name: str, brackets: list[str]) -> tuple[str, str, list[str]]:
    """The name that counts, the other one, and the other brackets: a person's name counts more than a device's."""
    original, *others = brackets or [""]
    if not reads_like_person(original):
        return name, "", brackets
    return (original, tidy(name), others) if is_device(name) else (name, original, others)


def _without_place(name: str) -> list[str]:
    """ "Ada Fenn, Fenn Trust" as a name and its place; "Fenn, Ada" is a name."""
    parts = parts_at_commas(name)
    has_place = len(parts) > 1 and any(is_organisation(part) or is_role(part) for part in parts[1:])
    return parts if has_place else [name]


def _written(name: str, *, family_first: bool) -> str:
    turned = family_first and "," not in name and not name.isupper()
    return calm_capitals(put_family_name_last(name) if turned else put_first_name_first(name))
