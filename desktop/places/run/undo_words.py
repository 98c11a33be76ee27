"""Which act is taken back or brought back, in a word that names it?"""

from datetime import timedelta

from desktop.actions import GO_ON, PAUSE, START
from formats.session.closing_round import ClosingRound
from formats.session.events import (
    AutoAdvanceStopped,
    BreakAdded,
    BreakRemoved,
    Corrected,
    Edit,
    Edited,
    EndMoved,
    Event,
    Extended,
    Finished,
    Moved,
    OrderChosen,
    Paused,
    Refitted,
    Restarted,
    Resumed,
    RoundAdded,
    Started,
    TurnEnded,
    TurnGiven,
)
from formats.session.people import short_names
from formats.session.session import Session

ACT_WORDS: dict[type[Event], str] = {
    Started: START.undone,
    Paused: PAUSE.undone,
    Resumed: GO_ON.undone,
    Extended: "the added minute",
    Moved: "the stage",
    Restarted: "beginning again",
    AutoAdvanceStopped: "staying here",
    Corrected: "the correction",
    Refitted: "the change of lengths",
    RoundAdded: "the added round",
    BreakAdded: "the break",
    BreakRemoved: "removing the break",
    EndMoved: "the change of the end",
    OrderChosen: "the speaking order",
    TurnGiven: "the turn",
    TurnEnded: "the turn",
    Finished: "finishing",
}
EDIT_WORDS = {
    Edit.PEOPLE: "the change of people",
    Edit.ROOMS: "the change of rooms",
    Edit.ROLE: "the change of roles",
    Edit.LOCK: "the lock",
    Edit.WISH: "the wish",
    Edit.STAGE: "the change of the stage",
}


def act_words(session: Session, event: Event) -> str:
    """An act as a noun: "the pause", "the turn of Callum", "going to “Check-in”"."""
    match event:
        case Edited(edit=edit):
            return EDIT_WORDS[edit]
        case Extended(by=by) if by < timedelta():
            return "the minute less"
        case Moved(to=key) if stage := session.position.agenda.stage(key):
            return f"going to “{stage.title}”"
        case TurnGiven(person=person) | TurnEnded(person=person) if name := short_names(session.people).get(
            person
        ):
            return f"the turn of {name}"
        case _:
            return ACT_WORDS[type(event)]


def edit_words(what: Edit | None, fewer: Session, more: Session) -> str:
    """An edit as a noun, by what differs: `fewer` is the session without it, `more` with it."""
    if fewer.closing_round != more.closing_round:
        return _closing_words(fewer.closing_round, more.closing_round)
    came = [person.name for person in more.present if person.id not in {one.id for one in fewer.present}]
    went = [person.name for person in fewer.present if person.id not in {one.id for one in more.present}]
    moved = [person.name for person in more.present if _seats(fewer, person.id) != _seats(more, person.id)]
    for names, words in ((came, "the arrival of {}"), (went, "the leaving of {}"), (moved, "the move of {}")):
        if len(names) == 1 and what in (None, Edit.PEOPLE, Edit.ROOMS):
            return words.format(names[0])
    return EDIT_WORDS[what] if what else "the last change by hand"


def _closing_words(fewer: ClosingRound, more: ClosingRound) -> str:
    if fewer.hands != more.hands:
        return "the last hand"
    return "the last word" if fewer.words != more.words else "where the closing round is shown"


def _seats(session: Session, person: str) -> list[tuple[str, int, int]]:
    return [(r.part, r.round, room.number) for r in session.rooms for room in r.rooms if person in room.people]
