"""Which fields has the form of a structure or an opener, in plain words, and what is asked in each?

The keys are those of the files. A key that is not named here is asked for too, as a text under its own name, so
that no field of a file is out of reach of the form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from formats.session.agenda import Arrangement
from formats.session.notes import NoteKind
from formats.structures.fields import FieldPath
from formats.structures.opener_files import LINE_KEYS, OPENER_KEYS
from formats.structures.structure import EVERYONE, BetweenRounds, Duration, Grouping, Purpose, StageRecurrence
from formats.structures.structure_files import STAGE_KEYS, STRUCTURE_KEYS

Options = tuple[tuple[str, str], ...]


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
    label: str
    ask: Ask
    options: Options = ()
    hint: str = ""
    otherwise: object = None
    """What holds where nothing is written."""
    only_if: tuple[FieldPath, tuple[object, ...]] | None = None
    """Another field, and its values for which this one means something; None among them where it is empty."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that stand together under a heading."""

    heading: str
    fields: tuple[FormField, ...]


ARRANGEMENTS = (
    (Arrangement.ROOMS, "In rooms"),
    (Arrangement.WHOLE_ROOM, "One circle for all"),
    (Arrangement.INNER_CIRCLE, "A circle in the middle"),
    (Arrangement.TEAMS, "Teams that belong together"),
    (Arrangement.STATIONS, "Stations to walk between"),
    (Arrangement.NESTED, "Alone, pairs, fours, all"),
    (Arrangement.HOSTED_TABLES, "Tables with a host who stays"),
    (Arrangement.ROTATING_PAIRS, "Pairs that change"),
)
BETWEEN = (
    (BetweenRounds.STAY, "Rooms stay together"),
    (BetweenRounds.MIX, "Rooms are mixed again"),
    (BetweenRounds.MOVE_ON, "Groups move to the next station"),
)
WHEN = (
    (StageRecurrence.BEFORE, "Once, first"),
    (StageRecurrence.EACH_ROUND, "Each round"),
    (StageRecurrence.AFTER, "Once, at the end"),
)
DURATIONS = (
    (Duration.FIXED, "The whole stage"),
    (Duration.PER_PERSON, "Each person"),
    (Duration.PER_ITEM, "Each item"),
    (Duration.ELASTIC, "The stage, and it can stretch"),
    (Duration.BY_VOTE, "The stage, until a vote for more"),
)
GROUPINGS = (
    (Grouping.ROOM, "In the room"),
    (Grouping.ALONE, "Alone"),
    (Grouping.PAIRS, "In pairs"),
    (Grouping.FOURS, "In fours"),
    (Grouping.ALL, "All together"),
)
NOTE_KINDS = tuple(
    (kind, kind.value.capitalize()) for kind in NoteKind if kind not in (NoteKind.ANSWER, NoteKind.MARKER)
)
ONE_PER_PERSON: FieldPath = ("rounds", "one_per_person")

STRUCTURE_HEAD = FieldGroup(
    "",
    (
        FormField(("title",), "Name", Ask.LINE),
        FormField(("summary",), "What it is for, in one sentence", Ask.LINE),
        FormField(
            ("arrangement",), "How people are arranged", Ask.CHOICE, ARRANGEMENTS, otherwise=Arrangement.ROOMS
        ),
        FormField(("sizes",), "People in a room", Ask.COUNTS),
        FormField(
            ("inner", "size"),
            "People in the middle",
            Ask.COUNTS,
            only_if=(("arrangement",), (Arrangement.INNER_CIRCLE,)),
        ),
        FormField(
            ("inner", "role"),
            "Who sits in the middle",
            Ask.ROLE,
            only_if=(("arrangement",), (Arrangement.INNER_CIRCLE,)),
        ),
        FormField(ONE_PER_PERSON, "One round for each person", Ask.FLAG),
        FormField(("rounds",), "Rounds", Ask.COUNTS, only_if=(ONE_PER_PERSON, (None, False))),
        FormField(
            ("rounds", "between"),
            "Who meets whom in the next round",
            Ask.CHOICE,
            BETWEEN,
            otherwise=BetweenRounds.STAY,
        ),
    ),
)
STRUCTURE_MORE = (
    FieldGroup(
        "Roles",
        (
            FormField(
                ("roles", "presenter"),
                "Whoever brings the challenge",
                Ask.LINE,
                hint="Such as client. Leave it empty where there is nobody.",
            ),
            FormField(("roles", "others"), "Everyone else in the room", Ask.LINE, hint="Such as group."),
            FormField(("roles", "also"), "Further roles", Ask.LINES, hint="One on each line, such as timekeeper."),
            FormField(("roles", "rotating"), "Further roles that go round", Ask.FURTHER_ROLES),
            FormField(
                ("rounds", "each"), "What a round is for", Ask.LINE, hint="Such as presenter, question or topic."
            ),
        ),
    ),
    FieldGroup(
        "The card",
        (
            FormField(
                ("purposes",), "Purpose", Ask.CHOICES, tuple((one, one.value.capitalize()) for one in Purpose)
            ),
            FormField(("works_when",), "When it works", Ask.LINES, hint="One on each line."),
            FormField(("tips",), "What to watch for", Ask.LINES, hint="One on each line."),
            FormField(("to_begin",), "Say this to begin", Ask.LINES, hint="One on each line."),
            FormField(("if_wrong",), "If it goes wrong", Ask.LINES, hint="One on each line."),
            FormField(("to_end",), "To end", Ask.LINES, hint="One on each line."),
            FormField(
                ("example_question",),
                "A question it could ask",
                Ask.LINE,
                hint="Leave it empty where the session has no question of its own.",
            ),
            FormField(("needs",), "What the room needs", Ask.LINES, hint="One on each line."),
            FormField(("tables",), "It needs tables", Ask.FLAG),
            FormField(("people", "minimum"), "From how many people", Ask.COUNT),
            FormField(("people", "maximum"), "Up to how many people", Ask.COUNT),
            FormField(("size_note",), "What a room of another size means", Ask.TEXT),
            FormField(("icon",), "Picture", Ask.ICON),
        ),
    ),
    FieldGroup(
        "Where it comes from",
        (
            FormField(("credit", "by"), "Who it comes from", Ask.LINE),
            FormField(("credit", "address"), "Where to read more", Ask.LINE, hint="Begins with https://"),
            FormField(("credit", "licence"), "Under which licence", Ask.LINE),
        ),
    ),
)
IN_ROUNDS = (("when",), (None, StageRecurrence.EACH_ROUND))
STAGE_ROW = (
    FormField(("title",), "Stage", Ask.LINE),
    FormField(("minutes",), "Minutes", Ask.MINUTES),
    FormField(("when",), "When", Ask.CHOICE, WHEN, otherwise=StageRecurrence.EACH_ROUND),
    FormField(("protected",), "Kept longest", Ask.FLAG),
)
STAGE_MORE = (
    FormField(("instruction",), "For the facilitator", Ask.TEXT),
    FormField(
        ("wall",), "For the room", Ask.LINES, hint="One short line for each sentence. This is what the wall shows."
    ),
    FormField(("speaks",), "Who speaks", Ask.ROLES, otherwise=(EVERYONE,)),
    FormField(("listens",), "Who listens", Ask.ROLES),
    FormField(("note_prompt",), "The note-taker is asked", Ask.LINE),
    FormField(("note_kind",), "Kind of note", Ask.CHOICE, NOTE_KINDS, otherwise=NoteKind.INSIGHT),
    FormField(("grouping",), "Where it is done", Ask.CHOICE, GROUPINGS, otherwise=Grouping.ROOM),
    FormField(("duration",), "The minutes are for", Ask.CHOICE, DURATIONS, otherwise=Duration.FIXED),
    FormField(("items",), "How many items", Ask.COUNT, only_if=(("duration",), (Duration.PER_ITEM,))),
    FormField(("extension",), "Minutes more by a vote", Ask.NUMBER, only_if=(("duration",), (Duration.BY_VOTE,))),
    FormField(
        ("round",),
        "Only in this round",
        Ask.COUNT,
        hint="Leave it empty for every round.",
        only_if=IN_ROUNDS,
    ),
    FormField(("shows_question",), "Show the session’s question on the wall", Ask.FLAG),
    FormField(("at_half",), "A word at half time", Ask.LINE),
    FormField(("later_instruction",), "For the facilitator, from round two on", Ask.TEXT, only_if=IN_ROUNDS),
    FormField(("later_wall",), "For the room, from round two on", Ask.LINES, only_if=IN_ROUNDS),
    FormField(("last_instruction",), "For the facilitator, in the last round", Ask.TEXT, only_if=IN_ROUNDS),
    FormField(("last_wall",), "For the room, in the last round", Ask.LINES, only_if=IN_ROUNDS),
    FormField(("optional",), "Left out unless it is chosen", Ask.FLAG),
    FormField(("short_title",), "Short name, where there is little room", Ask.LINE),
)
OPENER_HEAD = FieldGroup(
    "",
    (
        FormField(("title",), "Name", Ask.LINE),
        FormField(("summary",), "What it is like, in one sentence", Ask.LINE),
        FormField(("minutes",), "Minutes", Ask.MINUTES, hint="Up to ten."),
    ),
)
OPENER_MORE = (
    FieldGroup(
        "The invitation",
        (FormField(("invitation",), "The card that everyone sees first", Ask.LINES, hint="One on each line."),),
    ),
    FieldGroup(
        "The shape to breathe with",
        (
            FormField(
                ("pace", "in"), "Breath in, in seconds", Ask.NUMBER, hint="Leave all four empty for no shape."
            ),
            FormField(("pace", "hold"), "Hold", Ask.NUMBER),
            FormField(("pace", "out"), "Breath out, in seconds", Ask.NUMBER),
            FormField(("pace", "rest"), "Rest", Ask.NUMBER),
            FormField(("most_cycles",), "Come to rest after so many breaths", Ask.COUNT),
        ),
    ),
    FieldGroup(
        "What is heard",
        (
            FormField(("bells", "start"), "A bell at the start", Ask.FLAG, otherwise=True),
            FormField(("bells", "end"), "A bell at the end", Ask.FLAG, otherwise=True),
            FormField(
                ("recording",),
                "A recording of your own",
                Ask.RECORDING,
                hint="It stays where it is. The lines are read where it cannot be played.",
            ),
        ),
    ),
    FieldGroup(
        "Who it is for",
        (
            FormField(("eyes_open",), "Eyes open, and no attention to the breath", Ask.FLAG),
            FormField(("not_first_time",), "Better for a group that has done it before", Ask.FLAG),
            FormField(("by_name_only",), "Only for those who ask for it by name", Ask.FLAG),
            FormField(("preferred",), "The one to offer first", Ask.FLAG),
            FormField(("needs",), "What the room needs", Ask.LINES, hint="One on each line."),
            FormField(("icon",), "Picture", Ask.ICON),
        ),
    ),
    STRUCTURE_MORE[-1],
)
LINE_ROW = (
    FormField(("text",), "What is said", Ask.TEXT),
    FormField(("at",), "When, at the usual length", Ask.MOMENT, hint="Such as 0:45."),
    FormField(("bell",), "A bell", Ask.FLAG),
)
LINE_MORE = (
    FormField(("quiet",), "A long silence after it is meant", Ask.FLAG),
    FormField(
        ("from_minutes",),
        "Only where the opener takes so many minutes",
        Ask.NUMBER,
        hint="Empty for every length.",
    ),
)
NOT_ASKED = ("id", "inner", "people", "rounds", "roles", "credit", "pace", "bells", "seconds", "stages", "lines")
"""Keys of tables, whose fields are asked for one by one, of lists, and names for files, which are made."""


def further_fields(keys: Iterable[str], known: Iterable[FormField]) -> tuple[FormField, ...]:
    """A field for each key of a file that no field is there for, called as the file calls it."""
    asked = {field.path[0] for field in known} | set(NOT_ASKED)
    return tuple(
        FormField((key,), key.replace("_", " ").capitalize(), Ask.LINE) for key in keys if key not in asked
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
    return (FieldGroup("Further", fields),) if fields else ()
