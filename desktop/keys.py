"""Which keys are there, anywhere in Clearing? The one table: keys are bound from it, and the sheet lists it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.actions import ACTS, Act, ActName, act, key_words
from formats.language import Message
from formats.session.wording import range_words

HELP, SEARCH, PASTE_NAMES = "F1", "Ctrl+K", "Ctrl+Shift+V"
SHEET_KEYS = act(ActName.SHORTCUTS).keys
"""The first is short, and a sign to a field that is typed into; the second works there too."""
DUPLICATE, LOCK, FIT = "Ctrl+D", "Ctrl+L", "Ctrl+Shift+F"
NEXT_IN_SERIES = "Ctrl+N"
PLACE, PLACES = "Ctrl+{}", 9
"""There are nine places on the rail, each with its number."""
FINGERS = range(1, 6)
ONE_MORE, ONE_LESS = "{}", "Shift+{}"


class KeyGroup(StrEnum):
    """Where keys do something, in the order of the sheet."""

    ANYWHERE = "anywhere"
    RUN = "run"
    OPENER = "opener"
    ROOM_DISPLAY = "room-display"
    CLOSING = "closing"
    NOTES = "notes"
    NOTE_LIST = "note-list"
    PREPARE = "prepare"
    LISTS = "lists"
    SUMMARY = "summary"
    FORM = "form"
    FIELDS = "fields"

    @property
    def heading(self) -> str:
        """Over the keys of the group."""
        return str(_TITLES[self])


_TITLES = {
    KeyGroup.ANYWHERE: Message("Anywhere"),
    KeyGroup.RUN: Message("Run"),
    KeyGroup.OPENER: Message("Opener"),
    KeyGroup.ROOM_DISPLAY: Message("Room display"),
    KeyGroup.CLOSING: Message("Closing round"),
    KeyGroup.NOTES: Message("Writing a note"),
    KeyGroup.NOTE_LIST: Message("On a note in the list"),
    KeyGroup.PREPARE: Message("Prepare"),
    KeyGroup.LISTS: Message("Sessions and People"),
    KeyGroup.SUMMARY: Message("Summary"),
    KeyGroup.FORM: Message("A structure of your own"),
    KeyGroup.FIELDS: Message("Fields and dialogs"),
}


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the sheet: what is done, and by which keys, as Qt spells them; a range has its ends."""

    group: KeyGroup
    said: Message
    keys: tuple[str, ...]
    explained: Message | None = None
    is_range: bool = False

    @property
    def word(self) -> str:
        """What is done."""
        return str(self.said)

    @property
    def help(self) -> str:
        """Where or how, in a sentence; empty where there is nothing to add."""
        return str(self.explained or "")

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as people read them."""
        said = tuple(key_words(key) for key in self.keys)
        return (range_words(said[0], said[-1].rpartition("+")[2]),) if self.is_range else said


_OF_OPENER = {ActName.BEGIN_OPENER, ActName.SKIP_OPENER, ActName.FIVE_SENSES}
_OF_DISPLAY = {
    ActName.ROOM_DISPLAY,
    ActName.PRESENT,
    ActName.STANDBY,
    ActName.WALL_LINE,
    ActName.TAKE_LINE_AWAY,
    ActName.AGREEMENT,
}
ANYWHERE = KeyGroup.ANYWHERE


def _group_of(act: Act) -> KeyGroup:
    if act.name in _OF_OPENER:
        return KeyGroup.OPENER
    return KeyGroup.ROOM_DISPLAY if act.name in _OF_DISPLAY else KeyGroup.RUN


def _line_of(act: Act) -> KeyLine:
    group = ANYWHERE if act.name is ActName.SHORTCUTS else _group_of(act)
    return KeyLine(group, act.said, act.keys, act.explained)


def key_lines() -> tuple[KeyLine, ...]:
    """Every key of the app, group by group."""
    lines = (
        KeyLine(ANYWHERE, Message("Help for this place"), (HELP,), Message("In a dialog too.")),
        KeyLine(ANYWHERE, Message("Back from Help"), ("Esc",), Message("To where F1 was pressed.")),
        KeyLine(ANYWHERE, Message("Go to a place"), (PLACE.format(1), PLACE.format(PLACES)), is_range=True),
        *(_line_of(act) for act in ACTS if act.keys),
        *_ELSEWHERE,
    )
    return tuple(sorted(lines, key=lambda line: list(KeyGroup).index(line.group)))


_ELSEWHERE = (
    KeyLine(
        KeyGroup.RUN,
        Message("Choose a stage on the track"),
        ("Left", "Right"),
        Message("When the track has the keys."),
    ),
    KeyLine(KeyGroup.RUN, Message("Go to the chosen stage"), ("Return",), Message("When the track has the keys.")),
    KeyLine(KeyGroup.RUN, Message("Close what was proposed"), ("Esc",), Message("And the line on the wall.")),
    KeyLine(KeyGroup.RUN, Message("Acts of a side timer"), ("Return",), Message("When it has the keys.")),
    KeyLine(
        KeyGroup.ROOM_DISPLAY,
        Message("To the lines ready to hand"),
        ("Down",),
        Message("While a line for the wall is typed."),
    ),
    KeyLine(
        KeyGroup.ROOM_DISPLAY,
        Message("Fill the screen, or not"),
        ("F11",),
        Message("In the window of the room display."),
    ),
    KeyLine(KeyGroup.ROOM_DISPLAY, Message("Hide it"), ("Esc",), Message("The session continues.")),
    KeyLine(KeyGroup.CLOSING, Message("One hand more"), (ONE_MORE.format(1), ONE_MORE.format(5)), is_range=True),
    KeyLine(KeyGroup.CLOSING, Message("One hand less"), (ONE_LESS.format(1), ONE_LESS.format(5)), is_range=True),
    KeyLine(KeyGroup.CLOSING, Message("Leave the words"), ("Esc",)),
    KeyLine(KeyGroup.NOTES, Message("Keep the note"), ("Return",)),
    KeyLine(KeyGroup.NOTES, Message("Begin another line"), ("Shift+Return",)),
    KeyLine(
        KeyGroup.NOTES, Message("Its kind"), ("Ctrl+1", "Ctrl+6"), Message("From insight to story."), is_range=True
    ),
    KeyLine(KeyGroup.NOTES, Message("A time marker without words"), ("Ctrl+T",)),
    KeyLine(
        KeyGroup.NOTES,
        Message("Remove the day or person"),
        ("Ctrl+0",),
        Message("What was read from a next step."),
    ),
    KeyLine(
        KeyGroup.NOTES, Message("Take the name proposed"), ("Tab",), Message("For whoever takes a next step.")
    ),
    KeyLine(KeyGroup.NOTES, Message("Undo, redo"), ("Ctrl+Z", "Ctrl+Shift+Z")),
    KeyLine(KeyGroup.NOTES, Message("Leave the notes"), ("Esc",)),
    KeyLine(KeyGroup.NOTE_LIST, Message("Edit"), ("F2", "Return")),
    KeyLine(KeyGroup.NOTE_LIST, Message("Delete"), ("Del",)),
    KeyLine(KeyGroup.NOTE_LIST, Message("Tick a next step"), ("Space",)),
    KeyLine(KeyGroup.NOTE_LIST, Message("Mark as key"), ("K",), Message("It opens the summary.")),
    KeyLine(KeyGroup.NOTE_LIST, Message("One place up or down"), ("Alt+Up", "Alt+Down")),
    KeyLine(KeyGroup.NOTE_LIST, Message("Undo, redo"), ("Ctrl+Z", "Ctrl+Shift+Z")),
    KeyLine(KeyGroup.NOTE_LIST, Message("Keep what was changed"), ("Return",), Message("While a note is edited.")),
    KeyLine(KeyGroup.NOTE_LIST, Message("Leave the list"), ("Esc",)),
    KeyLine(
        KeyGroup.PREPARE, Message("Paste names"), (PASTE_NAMES,), Message("Reads the names that were copied.")
    ),
    KeyLine(KeyGroup.PREPARE, Message("Move a stage"), ("Alt+Up", "Alt+Down")),
    KeyLine(KeyGroup.PREPARE, Message("Remove a stage"), ("Ctrl+Del",)),
    KeyLine(KeyGroup.PREPARE, Message("Duplicate"), (DUPLICATE,), Message("A stage, or a whole part.")),
    KeyLine(KeyGroup.PREPARE, Message("Lock a start or the end"), (LOCK,), Message("Unlocks it, too.")),
    KeyLine(KeyGroup.PREPARE, Message("Fit to time"), (FIT,)),
    KeyLine(KeyGroup.PREPARE, Message("Undo"), ("Ctrl+Z",)),
    KeyLine(KeyGroup.PREPARE, Message("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    KeyLine(KeyGroup.PREPARE, Message("Here or away"), ("Space",), Message("For the people marked in the list.")),
    KeyLine(
        KeyGroup.PREPARE, Message("Remove people"), ("Del", "Backspace"), Message("Those marked in the list.")
    ),
    KeyLine(KeyGroup.LISTS, Message("Search"), (SEARCH,), Message("Every note and session, or people.")),
    KeyLine(KeyGroup.LISTS, Message("Next in the series"), (NEXT_IN_SERIES,)),
    KeyLine(KeyGroup.LISTS, Message("Open"), ("Return",)),
    KeyLine(KeyGroup.LISTS, Message("Undo"), ("Ctrl+Z",), Message("In People.")),
    KeyLine(KeyGroup.LISTS, Message("Leave the search"), ("Esc",)),
    KeyLine(KeyGroup.SUMMARY, Message("Mark as key, or not"), ("K", "Space"), Message("On a note of the list.")),
    KeyLine(KeyGroup.SUMMARY, Message("One place up or down"), ("Alt+Up", "Alt+Down"), Message("On a key note.")),
    KeyLine(KeyGroup.SUMMARY, Message("Prepare the next one"), (NEXT_IN_SERIES,)),
    KeyLine(KeyGroup.FORM, Message("Add a stage or a line"), ("Ctrl+Return",)),
    KeyLine(KeyGroup.FORM, Message("Open the row"), ("Return",)),
    KeyLine(KeyGroup.FORM, Message("The row above or below"), ("Up", "Down")),
    KeyLine(KeyGroup.FORM, Message("Move the row"), ("Alt+Up", "Alt+Down")),
    KeyLine(KeyGroup.FORM, Message("Duplicate the row"), ("Ctrl+D",)),
    KeyLine(KeyGroup.FORM, Message("Remove the row"), ("Ctrl+Del",)),
    KeyLine(KeyGroup.FORM, Message("Save it"), ("Ctrl+S",)),
    KeyLine(KeyGroup.FORM, Message("Undo"), ("Ctrl+Z",)),
    KeyLine(KeyGroup.FORM, Message("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    KeyLine(
        KeyGroup.FIELDS, Message("A little more or less"), ("Up", "Down"), Message("In a length, a time or a day.")
    ),
    KeyLine(KeyGroup.FIELDS, Message("Give up what was typed"), ("Esc",)),
    KeyLine(KeyGroup.FIELDS, Message("Do what the dialog is for"), ("Return",)),
    KeyLine(KeyGroup.FIELDS, Message("Close the dialog"), ("Esc",)),
    KeyLine(KeyGroup.FIELDS, Message("Paste a list of people"), ("Ctrl+V",), Message("While people are added.")),
    KeyLine(
        KeyGroup.FIELDS,
        Message("Take the last change back"),
        ("Ctrl+Z",),
        Message("In topics, and in Still to come."),
    ),
    KeyLine(KeyGroup.FIELDS, Message("Another day"), ("Left", "Right", "Up", "Down"), Message("In a calendar.")),
    KeyLine(KeyGroup.FIELDS, Message("Choose the day"), ("Space",), Message("In a calendar.")),
    KeyLine(KeyGroup.FIELDS, Message("Another month"), ("PgUp", "PgDown"), Message("In a calendar.")),
    KeyLine(KeyGroup.FIELDS, Message("First, last day"), ("Home", "End"), Message("Of the month, in a calendar.")),
    KeyLine(KeyGroup.FIELDS, Message("Press a button, tick a box"), ("Space", "Return")),
)
