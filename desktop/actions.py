"""What can the facilitator do, by which key, and how is it said? Every act once."""

import re
import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from formats.language import Message, in_its_place, tr
from formats.session.agenda import StageKey
from formats.session.clock import Reading
from formats.session.moves import Move, main_move


class ActName(StrEnum):
    """An act in the Run place."""

    GO = "go"
    NEXT = "next"
    BACK = "back"
    LONGER = "longer"
    SHORTER = "shorter"
    UNDO = "undo"
    REDO = "redo"
    RESTART = "restart"
    FINISH = "finish"
    STAY = "stay"
    ADD_ROUND = "add-round"
    SHARE_OVERRUN = "share-overrun"
    STILL_TO_COME = "still-to-come"
    VOTES = "votes"
    BEGIN_OPENER = "begin-opener"
    SKIP_OPENER = "skip-opener"
    FIVE_SENSES = "five-senses"
    BELL = "bell"
    MUTE = "mute"
    SIDE_TIMER = "side-timer"
    ROOM_DISPLAY = "room-display"
    PRESENT = "present"
    STANDBY = "standby"
    WALL_LINE = "wall-line"
    TAKE_LINE_AWAY = "take-line-away"
    AGREEMENT = "agreement"
    UPSET = "upset"
    STRUCTURE_CARD = "structure-card"
    NOTES = "notes"
    SHORTCUTS = "shortcuts"


Armed = ActName | StageKey | None
"""What waits for its second press: an act, a stage to go to, or nothing."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its word, its keys (the first is the one to show), its icon and what it does."""

    name: ActName
    said: Message
    keys: tuple[str, ...]
    icon: str
    explained: Message

    @property
    def word(self) -> str:
        """What it is called."""
        return str(self.said)

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        return str(self.explained)

    @property
    def key(self) -> str:
        """The key as a button shows it; empty where there is none."""
        return key_words(self.keys[0]) if self.keys else ""


@dataclass(frozen=True, slots=True)
class GoWords:
    """How one thing that Go does is said: on a large button, where there is less room, done, and to be undone."""

    at_large: Message
    in_brief: Message
    icon: str
    when_done: Message
    when_undone: Message

    @property
    def word(self) -> str:
        """On a large button: "Start session"."""
        return str(self.at_large)

    @property
    def brief(self) -> str:
        """Where there is less room: "Start"."""
        return str(self.in_brief)

    @property
    def done(self) -> str:
        """Once it happened: "Started"."""
        return str(self.when_done)

    @property
    def undone(self) -> str:
        """What undoing takes back: "the start"."""
        return str(self.when_undone)


START = GoWords(Message("Start session"), Message("Start"), "play", Message("Started"), Message("the start"))
PAUSE = GoWords(Message("Pause"), Message("Pause"), "pause", Message("Paused"), Message("the pause"))
GO_ON = GoWords(Message("Resume"), Message("Resume"), "play", Message("Resumed"), Message("resuming"))
PAUSE_FOR_EVERYONE = Message("Pause for everyone")
_GO_WORDS = {Move.START: START, Move.PAUSE: PAUSE, Move.RESUME: GO_ON}


def go_words(reading: Reading) -> GoWords:
    """How that is said which Go does now; once the session is finished, what it did last."""
    return _GO_WORDS[main_move(reading) or Move.PAUSE]


ACTS = (
    Act(
        ActName.GO,
        Message("Start, pause or resume"),
        ("Space",),
        "play",
        Message("Starts, pauses or resumes the clock."),
    ),
    Act(
        ActName.NEXT,
        Message("Next stage"),
        ("N", "PgDown"),
        "skip-forward",
        Message("Press twice if the stage has only just begun."),
    ),
    Act(
        ActName.BACK,
        Message("Back"),
        ("P", "PgUp"),
        "skip-back",
        Message("Press twice to go back a stage. The time already used is kept."),
    ),
    Act(ActName.LONGER, Message("+1 min"), ("+", "="), "plus", Message("Gives this stage one minute more.")),
    Act(ActName.SHORTER, Message("−1 min"), ("-",), "minus", Message("Takes one minute off this stage.")),
    Act(
        ActName.UNDO,
        Message("Undo"),
        ("Ctrl+Z",),
        "undo-2",
        Message("Undoes the last action, and says which. Press again for the one before."),
    ),
    Act(
        ActName.REDO,
        Message("Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo-2",
        Message("Brings back the last action you undid."),
    ),
    Act(
        ActName.RESTART,
        Message("Begin this stage again"),
        (),
        "rotate-ccw",
        Message("The stage has its full length again."),
    ),
    Act(ActName.FINISH, Message("Finish session"), ("F",), "flag", Message("Ends the session. Press twice.")),
    Act(ActName.STAY, Message("Stay here"), ("H",), "hand", Message("Stops the stage from moving on by itself.")),
    Act(
        ActName.ADD_ROUND,
        Message("Add a round"),
        ("A",),
        "circle-plus",
        Message("Shows how long one more round would take."),
    ),
    Act(
        ActName.SHARE_OVERRUN,
        Message("Make up time"),
        ("O",),
        "scale",
        Message("Shows which later stages to shorten when you are late."),
    ),
    Act(
        ActName.STILL_TO_COME,
        Message("Still to come"),
        ("E",),
        "list-checks",
        Message("Changes the length of later stages, puts a break in, moves the end."),
    ),
    Act(
        ActName.VOTES,
        Message("Topics and votes"),
        ("V",),
        "vote",
        Message("Lists topics, counts hands for each, and adds minutes where thumbs say so."),
    ),
    Act(ActName.BEGIN_OPENER, Message("Begin"), ("G",), "play", Message("Starts the opener, at its full length.")),
    Act(
        ActName.SKIP_OPENER,
        Message("Skip the opener"),
        ("S",),
        "fast-forward",
        Message("Continues after the opener, with no bell."),
    ),
    Act(
        ActName.FIVE_SENSES,
        Message("Five senses"),
        ("5",),
        "eye",
        Message("Changes to an opener without breathing. Press again to change back."),
    ),
    Act(ActName.BELL, Message("Bell"), ("L",), "bell", Message("Rings the soft bell once.")),
    Act(
        ActName.MUTE,
        Message("Mute the bells"),
        ("Shift+L",),
        "bell-off",
        Message("Silences the bells. Press again to hear them."),
    ),
    Act(
        ActName.SIDE_TIMER,
        Message("Side timer"),
        ("T",),
        "alarm-clock",
        Message("A separate timer, for a break or one group. The session clock does not stop."),
    ),
    Act(
        ActName.ROOM_DISPLAY,
        Message("Room display"),
        ("R",),
        "monitor",
        Message("Shows or hides the second window."),
    ),
    Act(
        ActName.PRESENT,
        Message("Show the room display"),
        ("F5", "Shift+F5"),
        "presentation",
        Message("For a clicker’s start button. Shows the room display, never hides it."),
    ),
    Act(
        ActName.STANDBY,
        Message("Hide the timer"),
        ("B", "."),
        "monitor-off",
        Message("Shows the session title instead of the timer. Press again to bring the timer back."),
    ),
    Act(
        ActName.WALL_LINE,
        Message("A line on the wall"),
        ("W",),
        "message-circle",
        Message("A gentle line beside the clock: one that is ready to hand, or your own."),
    ),
    Act(
        ActName.TAKE_LINE_AWAY,
        Message("Remove the line"),
        ("Shift+W",),
        "x",
        Message("Takes that line off the wall; Esc does too."),
    ),
    Act(
        ActName.AGREEMENT,
        Message("What we agreed"),
        ("Y",),
        "handshake",
        Message("Shows the group’s agreement on the room display. Press again to take it off."),
    ),
    Act(
        ActName.UPSET,
        Message("If someone is upset"),
        ("U",),
        "life-buoy",
        Message("A card for you: what to say, a pause for everyone, and whom to call."),
    ),
    Act(
        ActName.STRUCTURE_CARD,
        Message("How this structure goes"),
        ("C",),
        "book-open",
        Message("A card for you: what to say to begin, what to watch for, and how to end."),
    ),
    Act(
        ActName.NOTES,
        Message("Write a note"),
        ("M",),
        "notebook-pen",
        Message("Puts the cursor into the notes; Esc comes back."),
    ),
    Act(
        ActName.SHORTCUTS,
        Message("Shortcuts"),
        ("?", "Shift+F1"),
        "keyboard",
        Message("Shows this sheet. Shift+F1 works while you type, too."),
    ),
)
_BY_NAME = {act.name: act for act in ACTS}


def act(name: ActName) -> Act:
    """The act with this name."""
    return _BY_NAME[name]


def paused_for(digits: str) -> str:
    """How long the clock has stood still, by its digits."""
    return tr("Paused for {time}", time=digits)


PRESS_AGAIN = (Message("Press again"), Message("Again"))
"""The same where there is no room for what it does."""


def press_again_to_move(stage: str) -> str:
    """What a control says that waits for its second press, to go to a stage by its title; without one, to end."""
    return tr("Press again to go to {stage}", stage=stage) if stage else tr("Press again to finish")


def press_again_sentence(stage: str) -> str:
    """The same as a sentence that stands by itself."""
    return tr("Press again to go to “{stage}”.", stage=stage)


def act_for(pressed: QKeyCombination) -> ActName | None:
    """The act that a key stands for; a sign is the same sign with Shift or on the number pad."""
    key, modifiers = pressed.key(), pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    exactly = _BY_KEY.get((key, modifiers))
    if exactly is not None or _is_letter(key):
        return exactly
    return _BY_KEY.get((key, modifiers & ~Qt.KeyboardModifier.ShiftModifier))


def _is_letter(key: Qt.Key) -> bool:
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z


def _key_combination(key: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    made = QKeySequence(key)[0]  # type: ignore[index]  # a sequence can be indexed, which its stubs leave out
    return made.key(), made.keyboardModifiers()


_BY_KEY = {_key_combination(key): act.name for act in ACTS for key in act.keys}


def key_words(key: str) -> str:
    """A key as people read it on their keyboard: "Page Down", "Ctrl+Z", "−"; on macOS by its signs."""
    if key == "-":
        return "−"
    if sys.platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    names = _key_names()
    return "+".join(names.get(part, part) for part in re.split(r"\+(?=.)", key))


def _key_names() -> dict[str, str]:
    """Those keys that are called otherwise on other keyboards, by how Qt spells them."""
    # For translators: as it stands on a keyboard.
    return {
        "Ctrl": in_its_place("key", "Ctrl"),
        "Shift": in_its_place("key", "Shift"),
        "Alt": in_its_place("key", "Alt"),
        "Space": in_its_place("key", "Space"),
        "Return": in_its_place("key", "Enter"),
        "Backspace": in_its_place("key", "Backspace"),
        "Del": in_its_place("key", "Del"),
        "Esc": in_its_place("key", "Esc"),
        "Tab": in_its_place("key", "Tab"),
        "Home": in_its_place("key", "Home"),
        "End": in_its_place("key", "End"),
        "PgUp": in_its_place("key", "Page Up"),
        "PgDown": in_its_place("key", "Page Down"),
        "Left": in_its_place("key", "Left"),
        "Right": in_its_place("key", "Right"),
        "Up": in_its_place("key", "Up"),
        "Down": in_its_place("key", "Down"),
    }
