"""What does the section say that a line stands in, and who stands in two sections but is one person?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from formats.language import Message, tr
from formats.session.folding import fold
from formats.session.roster.brackets import DraftInTheMaking, join_remarks
from formats.session.roster.draft import Kind, PersonDraft, Understood
from formats.session.roster.labels import Section

MESSAGE = Message("A message, read for its writer.").text
ON_A_DAY = Message("Read for the day before the names.").text

_MOST_SEEN = 20
"""Namesakes that are compared; a list of thousands of one name is no list of people."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a list; in a log one person may have several rows."""

    lines: list[Understood]
    is_log: bool = False
    excuses: bool = False
    """Whether it names only those who are away, who may stand among all people above."""


@dataclass(slots=True)
class _Seen:
    part: int
    line: int
    place: int


def in_section(draft: PersonDraft, section: Section | None) -> PersonDraft:
    """A person with what the heading says; what stands beside the name itself counts more."""
    if section is None:
        return draft
    making = DraftInTheMaking(draft)
    if section.reply and not draft.away:
        making.draft = replace(draft, remarks="")
        making.answer(section.reply)
        making.remark(draft.remarks)
    making.remark(section.remark)
    return replace(
        making.draft,
        role=making.draft.role or section.role,
        organisation=making.draft.organisation or section.organisation,
    )


def line_in_section(line: Understood, section: Section | None) -> Understood:
    """A line with what the heading over it says of its people."""
    return replace(line, people=tuple(in_section(draft, section) for draft in line.people))


def join_parts(parts: Sequence[Part]) -> list[Understood]:
    """All lines, with each person once: one who stands in another section again only adds what was missing."""
    lines = [line for part in parts for line in part.lines]
    part_of = [number for number, part in enumerate(parts) for _ in part.lines]
    seen: dict[str, list[_Seen]] = {}
    for at, line in enumerate(lines):
        kept: list[PersonDraft] = []
        for draft in line.people:
            first = _first(seen.get(fold(draft.name), [])[-_MOST_SEEN:], lines, draft, part_of[at], parts, line)
            if first is None:
                seen.setdefault(fold(draft.name), []).append(_Seen(part_of[at], at, len(kept)))
                kept.append(draft)
            else:
                says_more = line.remark == MESSAGE or (parts[part_of[at]].excuses and draft.away)
                _add_to(lines, first, draft, latest=says_more)
        if len(kept) < len(line.people):
            lines[at] = _told_again(line, tuple(kept))
    return lines


def _first(
    seen: Sequence[_Seen],
    lines: Sequence[Understood],
    draft: PersonDraft,
    part: int,
    parts: Sequence[Part],
    line: Understood,
) -> _Seen | None:
    """Where somebody stands who is surely this person: in another section, a log or a chat, nothing differing."""
    for one in seen:
        other = lines[one.line].people[one.place]
        message = line.remark == lines[one.line].remark and line.remark in (MESSAGE, ON_A_DAY)
        address = bool(draft.email) and draft.email.casefold() == other.email.casefold()
        apart = one.part != part or parts[part].is_log or address
        alike = _may_be_one(replace(other, away=True) if parts[part].excuses else other, draft)
        if message or (apart and alike):
            return one
    return None


def _may_be_one(one: PersonDraft, other: PersonDraft) -> bool:
    pairs = ((one.email, other.email), (one.organisation, other.organisation))
    return one.away == other.away and all(not a or not b or fold(a) == fold(b) for a, b in pairs)


def _add_to(lines: list[Understood], first: _Seen, draft: PersonDraft, *, latest: bool) -> None:
    line = lines[first.line]
    people = list(line.people)
    old = people[first.place]
    people[first.place] = replace(
        old,
        organisation=old.organisation or draft.organisation,
        role=old.role or draft.role,
        email=old.email or draft.email,
        remarks=_remarks(old, draft, latest=latest),
        away=draft.away if latest and not draft.unclear else old.away,
        unclear="" if latest and not draft.unclear else old.unclear,
    )
    lines[first.line] = replace(line, people=tuple(people))


def _remarks(old: PersonDraft, draft: PersonDraft, *, latest: bool) -> str:
    if latest and draft.unclear:
        return old.remarks
    return draft.remarks if latest and old.unclear else join_remarks(old.remarks, draft.remarks)


def _told_again(line: Understood, kept: tuple[PersonDraft, ...]) -> Understood:
    names = ", ".join(draft.name for draft in line.people if draft not in kept)
    remark = " ".join(filter(None, (line.remark if kept else "", tr("{names}: read above already.", names=names))))
    return replace(line, people=kept, remark=remark, kind=line.kind if kept else Kind.AGAIN)
