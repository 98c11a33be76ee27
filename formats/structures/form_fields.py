"""Which fields has the form of a structure or an opener, in plain words, and what is asked in each?

The keys are those of the files. A key that is not named here is asked for too, as a text under its own name, so
that no field of a file is out of reach of the form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from formats.language import Message
from formats.session.agenda import Arrangement
from formats.session.notes import KINDS, NoteKind
from formats.structures.fields import FieldPath
from formats.structures.opener_files import LINE_KEYS, OPENER_KEYS
from formats.structures.structure import EVERYONE, PURPOSES, BetweenRounds, Duration, Grouping, StageRecurrence
from formats.structures.structure_files import STAGE_KEYS, STRUCTURE_KEYS

Options = tuple[tuple[str, Message], ...]
NO_WORDS = Message()


class Ask(StrEnum):
    """What is asked for in a field."""

    LINE = "one line of words"
    TEXT = "several lines of words that are one text"
    LINES = "a list, one entry a line"
    CHOICE = "one of a few"
    CHOICES = "some of a few"
    FLAG = "yes or no"
    COUNT = "a whole number"
    NUMBER = "a number"
    MOMENT = "a moment, as the share of the whole that has gone by"
    MINUTES = "at least, usual and at most, in minutes"
    COUNTS = "at least, usual and at most"
    ROLE = "one of the roles"
    ROLES = "some of the roles"
    FURTHER_ROLES = "some of the further roles"
    ICON = "a picture"
    RECORDING = "a sound file of this computer"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: where its value stands, what it is called, and when it is there at all."""

    path: FieldPath
    label: Message
    ask: Ask
    options: Options = ()
    hint: Message = NO_WORDS
    otherwise: object = None
    """What holds where nothing is written."""
    only_if: tuple[FieldPath, tuple[object, ...]] | None = None
    """Another field, and its values for which this one means something; None among them where it is empty."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that stand together under a heading."""

    heading: Message
    fields: tuple[FormField, ...]


ARRANGEMENTS = (
    (Arrangement.ROOMS, Message("In rooms")),
    (Arrangement.WHOLE_ROOM, Message("One circle for all")),
    (Arrangement.INNER_CIRCLE, Message("A circle in the middle")),
    (Arrangement.TEAMS, Message("Teams that belong together")),
    (Arrangement.STATIONS, Message("Stations to walk between")),
    (Arrangement.NESTED, Message("Alone, pairs, fours, all")),
    (Arrangement.HOSTED_TABLES, Message("Tables with a host who stays")),
    (Arrangement.ROTATING_PAIRS, Message("Pairs that change")),
)
BETWEEN = (
    (BetweenRounds.STAY, Message("Rooms stay together")),
    (BetweenRounds.MIX, Message("Rooms are mixed again")),
    (BetweenRounds.MOVE_ON, Message("Groups move to the next station")),
)
WHEN = (
    (StageRecurrence.BEFORE, Message("Once, first")),
    (StageRecurrence.EACH_ROUND, Message("Each round")),
    (StageRecurrence.AFTER, Message("Once, at the end")),
)
DURATIONS = (
    (Duration.FIXED, Message("The whole stage")),
    (Duration.PER_PERSON, Message("Each person")),
    (Duration.PER_ITEM, Message("Each item")),
    (Duration.ELASTIC, Message("The stage, and it can stretch")),
    (Duration.BY_VOTE, Message("The stage, until a vote for more")),
)
GROUPINGS = (
    (Grouping.ROOM, Message("In the room")),
    (Grouping.ALONE, Message("Alone")),
    (Grouping.PAIRS, Message("In pairs")),
    (Grouping.FOURS, Message("In fours")),
    (Grouping.ALL, Message("All together")),
)
NOTE_KINDS = tuple((kind, word) for kind, word in KINDS.items() if kind not in (NoteKind.ANSWER, NoteKind.MARKER))
ONE_PER_PERSON: FieldPath = ("rounds", "one_per_person")

STRUCTURE_HEAD = FieldGroup(
    NO_WORDS,
    (
        FormField(("title",), Message("Name"), Ask.LINE),
        FormField(("summary",), Message("What it is for, in one sentence"), Ask.LINE),
        FormField(
            ("arrangement",),
            Message("How people are arranged"),
            Ask.CHOICE,
            ARRANGEMENTS,
            otherwise=Arrangement.ROOMS,
        ),
        FormField(("sizes",), Message("People in a room"), Ask.COUNTS),
        FormField(
            ("inner", "size"),
            Message("People in the middle"),
            Ask.COUNTS,
            only_if=(("arrangement",), (Arrangement.INNER_CIRCLE,)),
        ),
        FormField(
            ("inner", "role"),
            Message("Who sits in the middle"),
            Ask.ROLE,
            only_if=(("arrangement",), (Arrangement.INNER_CIRCLE,)),
        ),
        FormField(ONE_PER_PERSON, Message("One round for each person"), Ask.FLAG),
        FormField(("rounds",), Message("Rounds"), Ask.COUNTS, only_if=(ONE_PER_PERSON, (None, False))),
        FormField(
            ("rounds", "between"),
            Message("Who meets whom in the next round"),
            Ask.CHOICE,
            BETWEEN,
            otherwise=BetweenRounds.STAY,
        ),
    ),
)
STRUCTURE_MORE = (
    FieldGroup(
        Message("Roles"),
        (
            FormField(
                ("roles", "presenter"),
                Message("Whoever brings the challenge"),
                Ask.LINE,
                hint=Message("Such as client. Leave it empty where there is nobody."),
            ),
            FormField(
                ("roles", "others"), Message("Everyone else in the room"), Ask.LINE, hint=Message("Such as group.")
            ),
            FormField(
                ("roles", "also"),
                Message("Further roles"),
                Ask.LINES,
                hint=Message("One on each line, such as timekeeper."),
            ),
            FormField(("roles", "rotating"), Message("Further roles that go round"), Ask.FURTHER_ROLES),
            FormField(
                ("rounds", "each"),
                Message("What a round is for"),
                Ask.LINE,
                hint=Message("Such as presenter, question or topic."),
            ),
        ),
    ),
    FieldGroup(
        Message("The card"),
        (
            FormField(
                ("purposes",),
                Message("Purpose"),
                Ask.CHOICES,
                tuple(PURPOSES.items()),
            ),
            FormField(("works_when",), Message("When it works"), Ask.LINES, hint=Message("One on each line.")),
            FormField(("tips",), Message("What to watch for"), Ask.LINES, hint=Message("One on each line.")),
            FormField(("to_begin",), Message("Say this to begin"), Ask.LINES, hint=Message("One on each line.")),
            FormField(("if_wrong",), Message("If it goes wrong"), Ask.LINES, hint=Message("One on each line.")),
            FormField(("to_end",), Message("To end"), Ask.LINES, hint=Message("One on each line.")),
            FormField(
                ("example_question",),
                Message("A question it could ask"),
                Ask.LINE,
                hint=Message("Leave it empty where the session has no question of its own."),
            ),
            FormField(("needs",), Message("What the room needs"), Ask.LINES, hint=Message("One on each line.")),
            FormField(("tables",), Message("It needs tables"), Ask.FLAG),
            FormField(("people", "minimum"), Message("From how many people"), Ask.COUNT),
            FormField(("people", "maximum"), Message("Up to how many people"), Ask.COUNT),
            FormField(("size_note",), Message("What a room of another size means"), Ask.TEXT),
            FormField(("icon",), Message("Picture"), Ask.ICON),
        ),
    ),
    FieldGroup(
        Message("Where it comes from"),
        (
            FormField(("credit", "by"), Message("Who it comes from"), Ask.LINE),
            FormField(
                ("credit", "address"),
                Message("Where to read more"),
                Ask.LINE,
                hint=Message("Begins with https://"),
            ),
            FormField(("credit", "licence"), Message("Under which licence"), Ask.LINE),
        ),
    ),
)
IN_ROUNDS = (("when",), (None, StageRecurrence.EACH_ROUND))
STAGE_ROW = (
    FormField(("title",), Message("Stage"), Ask.LINE),
    FormField(("minutes",), Message("Minutes"), Ask.MINUTES),
    FormField(("when",), Message("When"), Ask.CHOICE, WHEN, otherwise=StageRecurrence.EACH_ROUND),
    FormField(("protected",), Message("Kept longest"), Ask.FLAG),
)
STAGE_MORE = (
    FormField(("instruction",), Message("For the facilitator"), Ask.TEXT),
    FormField(
        ("wall",),
        Message("For the room"),
        Ask.LINES,
        hint=Message("One short line for each sentence. This is what the wall shows."),
    ),
    FormField(("speaks",), Message("Who speaks"), Ask.ROLES, otherwise=(EVERYONE,)),
    FormField(("listens",), Message("Who listens"), Ask.ROLES),
    FormField(("note_prompt",), Message("The note-taker is asked"), Ask.LINE),
    FormField(("note_kind",), Message("Kind of note"), Ask.CHOICE, NOTE_KINDS, otherwise=NoteKind.INSIGHT),
    FormField(("grouping",), Message("Where it is done"), Ask.CHOICE, GROUPINGS, otherwise=Grouping.ROOM),
    FormField(("duration",), Message("The minutes are for"), Ask.CHOICE, DURATIONS, otherwise=Duration.FIXED),
    FormField(("items",), Message("How many items"), Ask.COUNT, only_if=(("duration",), (Duration.PER_ITEM,))),
    FormField(
        ("extension",), Message("Minutes more by a vote"), Ask.NUMBER, only_if=(("duration",), (Duration.BY_VOTE,))
    ),
    FormField(
        ("round",),
        Message("Only in this round"),
        Ask.COUNT,
        hint=Message("Leave it empty for every round."),
        only_if=IN_ROUNDS,
    ),
    FormField(("shows_question",), Message("Show the session’s question on the wall"), Ask.FLAG),
    FormField(("at_half",), Message("A word at half time"), Ask.LINE),
    FormField(
        ("later_instruction",), Message("For the facilitator, from round two on"), Ask.TEXT, only_if=IN_ROUNDS
    ),
    FormField(("later_wall",), Message("For the room, from round two on"), Ask.LINES, only_if=IN_ROUNDS),
    FormField(
        ("last_instruction",), Message("For the facilitator, in the last round"), Ask.TEXT, only_if=IN_ROUNDS
    ),
    FormField(("last_wall",), Message("For the room, in the last round"), Ask.LINES, only_if=IN_ROUNDS),
    FormField(("optional",), Message("Left out unless it is chosen"), Ask.FLAG),
    FormField(("short_title",), Message("Short name, where there is little room"), Ask.LINE),
)
OPENER_HEAD = FieldGroup(
    NO_WORDS,
    (
        FormField(("title",), Message("Name"), Ask.LINE),
        FormField(("summary",), Message("What it is like, in one sentence"), Ask.LINE),
        FormField(("minutes",), Message("Minutes"), Ask.MINUTES, hint=Message("Up to ten.")),
    ),
)
OPENER_MORE = (
    FieldGroup(
        Message("The invitation"),
        (
            FormField(
                ("invitation",),
                Message("The card that everyone sees first"),
                Ask.LINES,
                hint=Message("One on each line."),
            ),
        ),
    ),
    FieldGroup(
        Message("The shape to breathe with"),
        (
            FormField(
                ("pace", "in"),
                Message("Breath in, in seconds"),
                Ask.NUMBER,
                hint=Message("Leave all four empty for no shape."),
            ),
            FormField(("pace", "hold"), Message("Hold"), Ask.NUMBER),
            FormField(("pace", "out"), Message("Breath out, in seconds"), Ask.NUMBER),
            FormField(("pace", "rest"), Message("Rest"), Ask.NUMBER),
            FormField(("most_cycles",), Message("Come to rest after so many breaths"), Ask.COUNT),
        ),
    ),
    FieldGroup(
        Message("What is heard"),
        (
            FormField(("bells", "start"), Message("A bell at the start"), Ask.FLAG, otherwise=True),
            FormField(("bells", "end"), Message("A bell at the end"), Ask.FLAG, otherwise=True),
            FormField(
                ("recording",),
                Message("A recording of your own"),
                Ask.RECORDING,
                hint=Message("It stays where it is. The lines are read where it cannot be played."),
            ),
        ),
    ),
    FieldGroup(
        Message("Who it is for"),
        (
            FormField(("eyes_open",), Message("Eyes open, and no attention to the breath"), Ask.FLAG),
            FormField(("not_first_time",), Message("Better for a group that has done it before"), Ask.FLAG),
            FormField(("by_name_only",), Message("Only for those who ask for it by name"), Ask.FLAG),
            FormField(("preferred",), Message("The one to offer first"), Ask.FLAG),
            FormField(("needs",), Message("What the room needs"), Ask.LINES, hint=Message("One on each line.")),
            FormField(("icon",), Message("Picture"), Ask.ICON),
        ),
    ),
    STRUCTURE_MORE[-1],
)
LINE_ROW = (
    FormField(("text",), Message("What is said"), Ask.TEXT),
    FormField(("at",), Message("When, at the usual length"), Ask.MOMENT, hint=Message("Such as 0:45.")),
    FormField(("bell",), Message("A bell"), Ask.FLAG),
)
LINE_MORE = (
    FormField(("quiet",), Message("A long silence after it is meant"), Ask.FLAG),
    FormField(
        ("from_minutes",),
        Message("Only where the opener takes so many minutes"),
        Ask.NUMBER,
        hint=Message("Empty for every length."),
    ),
)
NOT_ASKED = ("id", "inner", "people", "rounds", "roles", "credit", "pace", "bells", "seconds", "stages", "lines")
"""Keys of tables, whose fields are asked for one by one, of lists, and names for files, which are made."""


def further_fields(keys: Iterable[str], known: Iterable[FormField]) -> tuple[FormField, ...]:
    """A field for each key of a file that no field is there for, called as the file calls it."""
    asked = {field.path[0] for field in known} | set(NOT_ASKED)
    return tuple(
        FormField((key,), Message(key.replace("_", " ").capitalize()), Ask.LINE)
        for key in keys
        if key not in asked
    )


def structure_groups() -> tuple[FieldGroup, ...]:
    """What is asked about a whole structure, beside its stages: first what stands at its head."""
    groups = (STRUCTURE_HEAD, *STRUCTURE_MORE)
    return (*groups, *_further(STRUCTURE_KEYS, groups))


def opener_groups() -> tuple[FieldGroup, ...]:
    """What is asked about a whole opener, beside its lines: first what stands at its head."""
    groups = (OPENER_HEAD, *OPENER_MORE)
    return (*groups, *_further(OPENER_KEYS, groups))


def stage_fields() -> tuple[FormField, ...]:
    """What is asked about a stage beside what stands in its row."""
    return (*STAGE_MORE, *further_fields(STAGE_KEYS, (*STAGE_ROW, *STAGE_MORE)))


def line_fields() -> tuple[FormField, ...]:
    """What is asked about a line of an opener beside what stands in its row."""
    return (*LINE_MORE, *further_fields(LINE_KEYS, (*LINE_ROW, *LINE_MORE)))


def _further(keys: Iterable[str], groups: tuple[FieldGroup, ...]) -> tuple[FieldGroup, ...]:
    fields = further_fields(keys, (field for group in groups for field in group.fields))
    return (FieldGroup(Message("Further"), fields),) if fields else ()
