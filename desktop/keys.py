"""Which keys are there, anywhere in Clearing? The one table: keys are bound from it, and the sheet lists it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.actions import ACTS, Act, ActName, act, key_words

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

    ANYWHERE = "Anywhere"
    RUN = "Run"
    OPENER = "Opener"
    ROOM_DISPLAY = "Room display"
    CLOSING = "Closing round"
    NOTES = "Writing a note"
    NOTE_LIST = "On a note in the list"
    PREPARE = "Prepare"
    LISTS = "Sessions and People"
    SUMMARY = "Summary"
    FORM = "A structure of your own"
    FIELDS = "Fields and dialogs"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the sheet: what is done, and by which keys, as Qt spells them; a range has its ends."""

    group: KeyGroup
    word: str
    keys: tuple[str, ...]
    help: str = ""
    is_range: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as people read them."""
        said = tuple(key_words(key) for key in self.keys)
        return (f"{said[0]} to {said[-1].rpartition('+')[2]}",) if self.is_range else said


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
    return KeyLine(group, act.word, act.keys, act.help)


def key_lines() -> tuple[KeyLine, ...]:
    """Every key of the app, group by group."""
    lines = (
        KeyLine(ANYWHERE, "Help for this place", (HELP,), "In a dialog too."),
        KeyLine(ANYWHERE, "Back from Help", ("Esc",), "To where F1 was pressed."),
        KeyLine(ANYWHERE, "Go to a place", (PLACE.format(1), PLACE.format(PLACES)), is_range=True),
        *(_line_of(act) for act in ACTS if act.keys),
        *_ELSEWHERE,
    )
    return tuple(sorted(lines, key=lambda line: list(KeyGroup).index(line.group)))


_ELSEWHERE = (
    KeyLine(KeyGroup.RUN, "Choose a stage on the track", ("Left", "Right"), "When the track has the keys."),
    KeyLine(KeyGroup.RUN, "Go to the chosen stage", ("Return",), "When the track has the keys."),
    KeyLine(KeyGroup.RUN, "Close what was proposed", ("Esc",), "And the line on the wall."),
    KeyLine(KeyGroup.RUN, "Acts of a side timer", ("Return",), "When it has the keys."),
    KeyLine(KeyGroup.ROOM_DISPLAY, "To the lines ready to hand", ("Down",), "While a line for the wall is typed."),
    KeyLine(KeyGroup.ROOM_DISPLAY, "Fill the screen, or not", ("F11",), "In the window of the room display."),
    KeyLine(KeyGroup.ROOM_DISPLAY, "Hide it", ("Esc",), "The session continues."),
    KeyLine(KeyGroup.CLOSING, "One hand more", (ONE_MORE.format(1), ONE_MORE.format(5)), is_range=True),
    KeyLine(KeyGroup.CLOSING, "One hand less", (ONE_LESS.format(1), ONE_LESS.format(5)), is_range=True),
    KeyLine(KeyGroup.CLOSING, "Leave the words", ("Esc",)),
    KeyLine(KeyGroup.NOTES, "Keep the note", ("Return",)),
    KeyLine(KeyGroup.NOTES, "Begin another line", ("Shift+Return",)),
    KeyLine(KeyGroup.NOTES, "Its kind", ("Ctrl+1", "Ctrl+6"), "From insight to story.", is_range=True),
    KeyLine(KeyGroup.NOTES, "A time marker without words", ("Ctrl+T",)),
    KeyLine(KeyGroup.NOTES, "Remove the day or person", ("Ctrl+0",), "What was read from a next step."),
    KeyLine(KeyGroup.NOTES, "Take the name proposed", ("Tab",), "For whoever takes a next step."),
    KeyLine(KeyGroup.NOTES, "Undo, redo", ("Ctrl+Z", "Ctrl+Shift+Z")),
    KeyLine(KeyGroup.NOTES, "Leave the notes", ("Esc",)),
    KeyLine(KeyGroup.NOTE_LIST, "Edit", ("F2", "Return")),
    KeyLine(KeyGroup.NOTE_LIST, "Delete", ("Del",)),
    KeyLine(KeyGroup.NOTE_LIST, "Tick a next step", ("Space",)),
    KeyLine(KeyGroup.NOTE_LIST, "Mark as key", ("K",), "It opens the summary."),
    KeyLine(KeyGroup.NOTE_LIST, "One place up or down", ("Alt+Up", "Alt+Down")),
    KeyLine(KeyGroup.NOTE_LIST, "Undo, redo", ("Ctrl+Z", "Ctrl+Shift+Z")),
    KeyLine(KeyGroup.NOTE_LIST, "Keep what was changed", ("Return",), "While a note is edited."),
    KeyLine(KeyGroup.NOTE_LIST, "Leave the list", ("Esc",)),
    KeyLine(KeyGroup.PREPARE, "Paste names", (PASTE_NAMES,), "Reads the names that were copied."),
    KeyLine(KeyGroup.PREPARE, "Move a stage", ("Alt+Up", "Alt+Down")),
    KeyLine(KeyGroup.PREPARE, "Remove a stage", ("Ctrl+Del",)),
    KeyLine(KeyGroup.PREPARE, "Duplicate", (DUPLICATE,), "A stage, or a whole part."),
    KeyLine(KeyGroup.PREPARE, "Lock a start or the end", (LOCK,), "Unlocks it, too."),
    KeyLine(KeyGroup.PREPARE, "Fit to time", (FIT,)),
    KeyLine(KeyGroup.PREPARE, "Undo", ("Ctrl+Z",)),
    KeyLine(KeyGroup.PREPARE, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    KeyLine(KeyGroup.PREPARE, "Here or away", ("Space",), "For the people marked in the list."),
    KeyLine(KeyGroup.PREPARE, "Remove people", ("Del", "Backspace"), "Those marked in the list."),
    KeyLine(KeyGroup.LISTS, "Search", (SEARCH,), "Every note and session, or people."),
    KeyLine(KeyGroup.LISTS, "Next in the series", (NEXT_IN_SERIES,)),
    KeyLine(KeyGroup.LISTS, "Open", ("Return",)),
    KeyLine(KeyGroup.LISTS, "Undo", ("Ctrl+Z",), "In People."),
    KeyLine(KeyGroup.LISTS, "Leave the search", ("Esc",)),
    KeyLine(KeyGroup.SUMMARY, "Mark as key, or not", ("K", "Space"), "On a note of the list."),
    KeyLine(KeyGroup.SUMMARY, "One place up or down", ("Alt+Up", "Alt+Down"), "On a key note."),
    KeyLine(KeyGroup.SUMMARY, "Prepare the next one", (NEXT_IN_SERIES,)),
    KeyLine(KeyGroup.FORM, "Add a stage or a line", ("Ctrl+Return",)),
    KeyLine(KeyGroup.FORM, "Open the row", ("Return",)),
    KeyLine(KeyGroup.FORM, "The row above or below", ("Up", "Down")),
    KeyLine(KeyGroup.FORM, "Move the row", ("Alt+Up", "Alt+Down")),
    KeyLine(KeyGroup.FORM, "Duplicate the row", ("Ctrl+D",)),
    KeyLine(KeyGroup.FORM, "Remove the row", ("Ctrl+Del",)),
    KeyLine(KeyGroup.FORM, "Save it", ("Ctrl+S",)),
    KeyLine(KeyGroup.FORM, "Undo", ("Ctrl+Z",)),
    KeyLine(KeyGroup.FORM, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    KeyLine(KeyGroup.FIELDS, "A little more or less", ("Up", "Down"), "In a length, a time or a day."),
    KeyLine(KeyGroup.FIELDS, "Give up what was typed", ("Esc",)),
    KeyLine(KeyGroup.FIELDS, "Do what the dialog is for", ("Return",)),
    KeyLine(KeyGroup.FIELDS, "Close the dialog", ("Esc",)),
    KeyLine(KeyGroup.FIELDS, "Paste a list of people", ("Ctrl+V",), "While people are added."),
    KeyLine(KeyGroup.FIELDS, "Take the last change back", ("Ctrl+Z",), "In topics, and in Still to come."),
    KeyLine(KeyGroup.FIELDS, "Another day", ("Left", "Right", "Up", "Down"), "In a calendar."),
    KeyLine(KeyGroup.FIELDS, "Choose the day", ("Space",), "In a calendar."),
    KeyLine(KeyGroup.FIELDS, "Another month", ("PgUp", "PgDown"), "In a calendar."),
    KeyLine(KeyGroup.FIELDS, "First, last day", ("Home", "End"), "Of the month, in a calendar."),
    KeyLine(KeyGroup.FIELDS, "Press a button, tick a box", ("Space", "Return")),
)
