"""What is worth keeping: notes, their kinds, and the signs that choose a kind while typing."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from formats.language import Message, tr
from formats.session.agenda import StageKey


class NoteKind(StrEnum):
    """What a note is; an answer belongs to the check-in, a marker is a moment without words."""

    INSIGHT = "insight"
    IDEA = "idea"
    QUESTION = "question"
    RESOURCE = "resource"
    NEXT_STEP = "next step"
    STORY = "story"
    ANSWER = "answer"
    MARKER = "marker"


KINDS = {
    NoteKind.INSIGHT: Message("Insight"),
    NoteKind.IDEA: Message("Idea"),
    NoteKind.QUESTION: Message("Question"),
    NoteKind.RESOURCE: Message("Resource"),
    NoteKind.NEXT_STEP: Message("Next step"),
    NoteKind.STORY: Message("Story"),
    NoteKind.ANSWER: Message("Answer"),
    NoteKind.MARKER: Message("Marker"),
}
"""What each kind is called where it stands alone."""
SIGNS = {
    "!": NoteKind.INSIGHT,
    "*": NoteKind.IDEA,
    "?": NoteKind.QUESTION,
    "@": NoteKind.RESOURCE,
    ">": NoteKind.NEXT_STEP,
    '"': NoteKind.STORY,
    # The same signs as keyboards of other scripts write them.
    "！": NoteKind.INSIGHT,
    "＊": NoteKind.IDEA,
    "？": NoteKind.QUESTION,
    "؟": NoteKind.QUESTION,
    "＠": NoteKind.RESOURCE,
    "＞": NoteKind.NEXT_STEP,
    "＂": NoteKind.STORY,
}
QUOTES = '"＂'


_LIST_MARK = re.compile(r"^(?:[-–—•◦▪·]|\d{1,3}[.)])\s+")
BESIDE = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth keeping, bound to the stage, round, room and presenter when its typing began.

    `room` is a room number from 1, or None for the whole group; `presenter` a person's id or "".
    `owner` of a next step is a person's id, or a name as typed where it is nobody of the session;
    `agreed_to_share` matters for a story: it leaves only if its teller agreed. `sort_at` is the moment to sort
    by of a note that was put among the others by hand. A next step is open until it is `done` or was `let_go`.
    A note that `is_key` is what the group takes with it; it opens the summary.
    """

    id: str
    kind: NoteKind
    text: str
    began: datetime
    stage: StageKey | None = None
    room: int | None = None
    presenter: str = ""
    private: bool = False
    agreed_to_share: bool = False
    owner: str = ""
    due: date | None = None
    done: bool = False
    let_go: bool = False
    sort_at: datetime | None = None
    is_key: bool = False

    @property
    def stands_at(self) -> datetime:
        """The moment by which it stands among the others: when its typing began, or where it was put."""
        return self.sort_at or self.began

    @property
    def is_open(self) -> bool:
        """Whether it is a next step that still waits to be taken."""
        return self.kind is NoteKind.NEXT_STEP and not self.done and not self.let_go

    @property
    def status(self) -> str:
        """What became of a next step, in a word; nothing while it is open."""
        return step_status(done=self.done, let_go=self.let_go)

    @property
    def may_leave(self) -> bool:
        """Whether the note may be part of an export at all."""
        agreed = self.kind is not NoteKind.STORY or self.agreed_to_share
        return agreed and not self.private and self.kind is not NoteKind.MARKER


def step_status(*, done: bool, let_go: bool) -> str:
    """What became of a next step, in a word: done or let go; nothing while it is open."""
    return tr("done") if done else tr("dropped") if let_go else ""


def moment_between(above: Note | None, below: Note | None) -> datetime | None:
    """The moment for a note between two others, the later one above; None where there is no other."""
    if above is not None and below is not None:
        return below.stands_at + (above.stands_at - below.stands_at) / 2
    if above is not None:
        return above.stands_at - BESIDE
    return below.stands_at + BESIDE if below is not None else None


def kind_by_sign(text: str) -> tuple[NoteKind | None, str]:
    """Splits a first sign off: the kind it stands for, and the text without it.

    A sign counts when text follows it; a quotation that is closed again is a quotation, not a story.
    """
    kind = SIGNS.get(text[:1])
    rest = text[1:].lstrip()
    if kind is None or not rest or (kind is NoteKind.STORY and any(quote in rest for quote in QUOTES)):
        return None, text
    return kind, rest


def notes_in(text: str) -> tuple[str, ...]:
    """The lines of a text as notes of their own, without the marks of a list; a sign of a kind stays."""
    lines = (_LIST_MARK.sub("", line.strip()).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
