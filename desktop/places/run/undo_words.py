"""Which act is taken back or brought back, in a word that names it?"""

from datetime import timedelta

from desktop.actions import GO_ON, PAUSE, START
from formats.language import Message, tr
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

TAKEN_BACK, BROUGHT_BACK = Message("Taken back: {change}."), Message("Brought back: {change}.")
# For translators: what was done, as a noun; it fills “Undo {act}” and “Taken back: {change}.”
ACT_WORDS: dict[type[Event], Message] = {
    Started: START.when_undone,
    Paused: PAUSE.when_undone,
    Resumed: GO_ON.when_undone,
    Extended: Message("the added minute"),
    Moved: Message("the stage"),
    Restarted: Message("beginning again"),
    AutoAdvanceStopped: Message("staying here"),
    Corrected: Message("the correction"),
    Refitted: Message("the change of lengths"),
    RoundAdded: Message("the added round"),
    BreakAdded: Message("the break"),
    BreakRemoved: Message("removing the break"),
    EndMoved: Message("the change of the end"),
    OrderChosen: Message("the speaking order"),
    TurnGiven: Message("the turn"),
    TurnEnded: Message("the turn"),
    Finished: Message("finishing"),
}
EDIT_WORDS = {
    Edit.PEOPLE: Message("the change of people"),
    Edit.ROOMS: Message("the change of rooms"),
    Edit.ROLE: Message("the change of roles"),
    Edit.LOCK: Message("the lock"),
    Edit.WISH: Message("the wish"),
    Edit.STAGE: Message("the change of the stage"),
}


def act_words(session: Session, event: Event) -> str:
    """An act as a noun: "the pause", "the turn of Callum", "going to “Check-in”"."""
    match event:
        case Edited(edit=edit):
            return str(EDIT_WORDS[edit])
        case Extended(by=by) if by < timedelta():
            return tr("the minute less")
        case Moved(to=key) if stage := session.position.agenda.stage(key):
            return tr("going to “{stage}”", stage=stage.title)
        case TurnGiven(person=person) | TurnEnded(person=person) if name := short_names(session.people).get(
            person
        ):
            return tr("the turn of {name}", name=name)
        case _:
            return str(ACT_WORDS[type(event)])


def edit_words(what: Edit | None, fewer: Session, more: Session) -> str:
    """An edit as a noun, by what differs: `fewer` is the session without it, `more` with it."""
    if fewer.closing_round != more.closing_round:
        return _closing_words(fewer.closing_round, more.closing_round)
    came = [person.name for person in more.present if person.id not in {one.id for one in fewer.present}]
    went = [person.name for person in fewer.present if person.id not in {one.id for one in more.present}]
    moved = [person.name for person in more.present if _seats(fewer, person.id) != _seats(more, person.id)]
    for names, words in (
        (came, Message("the arrival of {name}")),
        (went, Message("the leaving of {name}")),
        (moved, Message("the move of {name}")),
    ):
        if len(names) == 1 and what in (None, Edit.PEOPLE, Edit.ROOMS):
            return words.filled(name=names[0])
    return str(EDIT_WORDS[what]) if what else tr("the last change by hand")


def _closing_words(fewer: ClosingRound, more: ClosingRound) -> str:
    if fewer.hands != more.hands:
        return tr("the last hand")
    return tr("the last word") if fewer.words != more.words else tr("where the closing round is shown")


def _seats(session: Session, person: str) -> list[tuple[str, int, int]]:
    return [(r.part, r.round, room.number) for r in session.rooms for room in r.rooms if person in room.people]
