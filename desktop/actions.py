"""What can the facilitator do, by which key, and how is it said? Every act once."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from formats.language import Message
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
    word: str
    keys: tuple[str, ...]
    icon: str
    help: str

    @property
    def key(self) -> str:
        """The key as a button shows it; empty where there is none."""
        return key_words(self.keys[0]) if self.keys else ""


@dataclass(frozen=True, slots=True)
class GoWords:
    """How one thing that Go does is said: on a large button, where there is less room, done, and to be undone."""

    word: str
    brief: str
    icon: str
    done: str
    undone: str


START = GoWords("Start session", "Start", "play", "Started", "the start")
PAUSE = GoWords("Pause", "Pause", "pause", "Paused", "the pause")
GO_ON = GoWords("Resume", "Resume", "play", "Resumed", "resuming")
PAUSE_FOR_EVERYONE = Message("Pause for everyone")
_GO_WORDS = {Move.START: START, Move.PAUSE: PAUSE, Move.RESUME: GO_ON}


def go_words(reading: Reading) -> GoWords:
    """How that is said which Go does now; once the session is finished, what it did last."""
    return _GO_WORDS[main_move(reading) or Move.PAUSE]


ACTS = (
    Act(
        ActName.GO,
        f"{START.brief}, {PAUSE.word.lower()} or {GO_ON.word.lower()}",
        ("Space",),
        "play",
        "Starts, pauses or resumes the clock.",
    ),
    Act(
        ActName.NEXT,
        "Next stage",
        ("N", "PgDown"),
        "skip-forward",
        "Press twice if the stage has only just begun.",
    ),
    Act(
        ActName.BACK,
        "Back",
        ("P", "PgUp"),
        "skip-back",
        "Press twice to go back a stage. The time already used is kept.",
    ),
    Act(ActName.LONGER, "+1 min", ("+", "="), "plus", "Gives this stage one minute more."),
    Act(ActName.SHORTER, "−1 min", ("-",), "minus", "Takes one minute off this stage."),
    Act(
        ActName.UNDO,
        "Undo",
        ("Ctrl+Z",),
        "undo-2",
        "Undoes the last action, and says which. Press again for the one before.",
    ),
    Act(ActName.REDO, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "Brings back the last action you undid."),
    Act(ActName.RESTART, "Begin this stage again", (), "rotate-ccw", "The stage has its full length again."),
    Act(ActName.FINISH, "Finish session", ("F",), "flag", "Ends the session. Press twice."),
    Act(ActName.STAY, "Stay here", ("H",), "hand", "Stops the stage from moving on by itself."),
    Act(ActName.ADD_ROUND, "Add a round", ("A",), "circle-plus", "Shows how long one more round would take."),
    Act(
        ActName.SHARE_OVERRUN,
        "Make up time",
        ("O",),
        "scale",
        "Shows which later stages to shorten when you are late.",
    ),
    Act(
        ActName.STILL_TO_COME,
        "Still to come",
        ("E",),
        "list-checks",
        "Changes the length of later stages, puts a break in, moves the end.",
    ),
    Act(
        ActName.VOTES,
        "Topics and votes",
        ("V",),
        "vote",
        "Lists topics, counts hands for each, and adds minutes where thumbs say so.",
    ),
    Act(
        ActName.BEGIN_OPENER,
        "Begin",
        ("G",),
        "play",
        "Starts the opener, at its full length.",
    ),
    Act(
        ActName.SKIP_OPENER, "Skip the opener", ("S",), "fast-forward", "Continues after the opener, with no bell."
    ),
    Act(
        ActName.FIVE_SENSES,
        "Five senses",
        ("5",),
        "eye",
        "Changes to an opener without breathing. Press again to change back.",
    ),
    Act(ActName.BELL, "Bell", ("L",), "bell", "Rings the soft bell once."),
    Act(ActName.MUTE, "Mute the bells", ("Shift+L",), "bell-off", "Silences the bells. Press again to hear them."),
    Act(
        ActName.SIDE_TIMER,
        "Side timer",
        ("T",),
        "alarm-clock",
        "A separate timer, for a break or one group. The session clock does not stop.",
    ),
    Act(ActName.ROOM_DISPLAY, "Room display", ("R",), "monitor", "Shows or hides the second window."),
    Act(
        ActName.PRESENT,
        "Show the room display",
        ("F5", "Shift+F5"),
        "presentation",
        "For a clicker’s start button. Shows the room display, never hides it.",
    ),
    Act(
        ActName.STANDBY,
        "Hide the timer",
        ("B", "."),
        "monitor-off",
        "Shows the session title instead of the timer. Press again to bring the timer back.",
    ),
    Act(
        ActName.WALL_LINE,
        "A line on the wall",
        ("W",),
        "message-circle",
        "A gentle line beside the clock: one that is ready to hand, or your own.",
    ),
    Act(
        ActName.TAKE_LINE_AWAY,
        "Remove the line",
        ("Shift+W",),
        "x",
        "Takes that line off the wall; Esc does too.",
    ),
    Act(
        ActName.AGREEMENT,
        "What we agreed",
        ("Y",),
        "handshake",
        "Shows the group’s agreement on the room display. Press again to take it off.",
    ),
    Act(
        ActName.UPSET,
        "If someone is upset",
        ("U",),
        "life-buoy",
        "A card for you: what to say, a pause for everyone, and whom to call.",
    ),
    Act(
        ActName.STRUCTURE_CARD,
        "How this structure goes",
        ("C",),
        "book-open",
        "A card for you: what to say to begin, what to watch for, and how to end.",
    ),
    Act(ActName.NOTES, "Write a note", ("M",), "notebook-pen", "Puts the cursor into the notes; Esc comes back."),
    Act(
        ActName.SHORTCUTS,
        "Shortcuts",
        ("?", "Shift+F1"),
        "keyboard",
        "Shows this sheet. Shift+F1 works while you type, too.",
    ),
)
_BY_NAME = {act.name: act for act in ACTS}


def act(name: ActName) -> Act:
    """The act with this name."""
    return _BY_NAME[name]


PRESS_AGAIN = ("Press again", "Again")
"""The same where there is no room for what it does."""


def press_again(what: str) -> str:
    """What a control says that waits for its second press, such as to "go to Closing"."""
    return f"Press again to {what}"


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
    """A key as people read it on their keyboard: "Page Down", "Ctrl+Z", "−"."""
    if key == "-":
        return "−"
    named = {"PgDown": "Page Down", "PgUp": "Page Up"}
    enter = key.replace("Return", "Enter")
    return named.get(key) or QKeySequence(enter).toString(QKeySequence.SequenceFormat.NativeText)
