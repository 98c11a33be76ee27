"""Which structures does a folder of TOML files hold, and what is wrong with those that cannot be read?"""

from dataclasses import replace
from datetime import timedelta
from importlib.resources.abc import Traversable
from itertools import pairwise

from formats.language import tr
from formats.session.agenda import Arrangement, InnerCircle, RoundWords
from formats.session.notes import NoteKind
from formats.session.wording import join_or
from formats.structures.fields import Fields, StructureError, short_value
from formats.structures.folder import all_or_error, parse_toml, read_files, read_id
from formats.structures.overlay import in_language
from formats.structures.structure import (
    EVERYONE,
    BetweenRounds,
    Credit,
    Duration,
    Grouping,
    Purpose,
    RoleNames,
    RoundRules,
    StageRecurrence,
    StageTemplate,
    Structure,
)

STRUCTURE_KEYS = (
    "id", "title", "summary", "icon", "arrangement", "sizes", "inner", "size_note", "people", "rounds", "roles",
    "purposes", "works_when", "to_begin", "if_wrong", "to_end", "example_question", "tables", "needs", "tips",
    "credit", "stages",
)  # fmt: skip
STAGE_KEYS = (
    "id", "title", "short_title", "minutes", "duration", "items", "extension", "protected", "optional",
    "when", "round", "grouping", "instruction", "wall", "later_instruction", "later_wall", "last_instruction",
    "last_wall", "at_half", "shows_question", "speaks", "listens", "note_prompt", "note_kind",
)  # fmt: skip
MOST_ROUNDS = 20
MOST_PEOPLE = 1000


def read_structures(folder: Traversable) -> tuple[Structure, ...]:
    """Our structures by title, in the language spoken. Raises StructureError for the first that cannot be read."""
    return all_or_error(read_files(folder, _parse_ours))


def structures_and_problems(folder: Traversable) -> tuple[tuple[Structure, ...], tuple[StructureError, ...]]:
    """The structures that can be read, by title, and the sentence for each file that cannot."""
    return read_files(folder, parse_structure)


def _parse_ours(text: bytes, name: str) -> Structure:
    return read_structure(Fields(name, in_language(parse_toml(text, name), name)))


def parse_structure(text: str | bytes, name: str) -> Structure:
    """One structure from the text of its file; `name` is how errors call the file."""
    return read_structure(Fields(name, parse_toml(text, name)))


def read_structure(fields: Fields) -> Structure:
    """One structure from its tables. Raises StructureError for the first fault unless all are to be noted."""
    fields.allow(*STRUCTURE_KEYS)
    title = fields.text("title")
    roles = _roles(fields.inner_table("roles"))
    sizes = fields.sizes("sizes")
    least, most = _people(fields.inner_table("people"), sizes.minimum)
    return Structure(
        id=read_id(fields, title),
        title=title,
        summary=fields.text("summary", ""),
        icon=fields.text("icon", "users-round"),
        arrangement=fields.choice("arrangement", Arrangement, Arrangement.ROOMS),
        sizes=sizes,
        inner=_inner(fields.inner_table("inner"), roles) if fields.has("inner") else None,
        size_note=fields.text("size_note", ""),
        least_people=least,
        most_people=most,
        rounds=_rounds(fields.inner_table("rounds"), sizes.minimum, sizes.usual, sizes.maximum),
        roles=roles,
        purposes=_purposes(fields),
        works_when=fields.texts("works_when"),
        to_begin=fields.texts("to_begin"),
        if_wrong=fields.texts("if_wrong"),
        to_end=fields.texts("to_end"),
        example_question=fields.text("example_question", ""),
        needs_tables=fields.flag("tables"),
        needs=fields.texts("needs"),
        tips=fields.texts("tips"),
        credit=read_credit(fields.inner_table("credit")) if fields.has("credit") else None,
        stages=_stages(fields, roles),
    )


def _purposes(fields: Fields) -> tuple[Purpose, ...]:
    words = fields.texts("purposes")
    if unknown := next((word for word in words if word not in list(Purpose)), None):
        what = tr(
            "“purposes” names {value}, which is not known; use {choices}",
            value=short_value(unknown),
            choices=join_or(Purpose),
        )
        fields.refused(
            None,
            what,
            "purposes",
            tr("“{value}” is not known here. Choose another.", value=short_value(unknown)),
        )
    return tuple(Purpose(word) for word in words if word in list(Purpose))


def _people(fields: Fields, smallest_room: int) -> tuple[int, int | None]:
    fields.allow("minimum", "maximum")
    least = fields.whole_number("minimum", 1, MOST_PEOPLE, smallest_room)
    most = fields.whole_number("maximum", least, MOST_PEOPLE) if fields.has("maximum") else None
    return least, most


def _roles(fields: Fields) -> RoleNames:
    fields.allow("presenter", "others", "also", "rotating")
    presenter = fields.text("presenter") if fields.has("presenter") else None
    roles = RoleNames(
        presenter, fields.text("others", tr("group")), fields.texts("also"), fields.texts("rotating")
    )
    if unknown := next((role for role in roles.rotating if role not in roles.also), None):
        what = tr("“rotating” names {value}; name it under “also” first", value=short_value(unknown))
        fields.refused(
            None,
            what,
            "rotating",
            tr("“{value}” is not among the further roles.", value=short_value(unknown)),
        )
    return roles


def _inner(fields: Fields, roles: RoleNames) -> InnerCircle:
    fields.allow("size", "role")
    size, role = fields.sizes("size"), fields.text("role")
    if role not in roles.known():
        _refuse_role(fields, "role", role, roles)
    return InnerCircle(size.minimum, size.usual, size.maximum, role)


def _rounds(fields: Fields, smallest: int, usual_size: int, largest: int) -> RoundRules:
    fields.allow("minimum", "usual", "maximum", "one_per_person", "each", "between")
    one_per_person = fields.flag("one_per_person")
    if one_per_person:
        counts = (smallest, usual_size, largest)
    else:
        usual = fields.whole_number("usual", 1, MOST_ROUNDS, 1)
        least = fields.whole_number("minimum", 1, usual, usual)
        counts = (least, usual, fields.whole_number("maximum", usual, MOST_ROUNDS, usual))
    between = fields.choice("between", BetweenRounds, BetweenRounds.STAY)
    return RoundRules(*counts, one_per_person, fields.text("each", tr("round")), between)


def read_credit(fields: Fields) -> Credit:
    """Who something comes from. Raises StructureError where that is not said, or the address is none."""
    fields.allow("by", "address", "licence")
    address = fields.text("address", "")
    if address and not address.startswith("https://"):
        what = tr("“address” is not a web address; begin it with https:// or remove it")
        fields.refused(None, what, "address", tr("Begin a web address with https://."))
    return Credit(fields.text("by"), address, fields.text("licence", ""))


def _stages(fields: Fields, roles: RoleNames) -> tuple[StageTemplate, ...]:
    tables = tuple(fields.tables_in("stages"))
    stages = tuple(_stage(stage, roles) for stage in tables)
    order = list(StageRecurrence)
    for (earlier, later), table in zip(pairwise(stages), tables[1:], strict=True):
        if order.index(later.when) < order.index(earlier.when):
            what = tr(
                "stage “{later}” is {when} but follows one that is {when_before}; "
                "put the stages in the order they are run",
                later=later.title,
                when=later.when,
                when_before=earlier.when,
            )
            plain = tr("This comes before the stage above it. Move it up, or choose another time for it.")
            replace(table, where=fields.where).refused(None, what, "when", plain)
    ids = [stage.id for stage in stages]
    for number, stage in enumerate(stages):
        if stage.id in ids[:number]:
            what = tr("two stages have the id “{id}”; give each its own", id=stage.id)
            plain = tr("Another stage has this title. Give each its own.")
            replace(tables[number], where=fields.where).refused(None, what, "title", plain)
    return stages


def _stage(fields: Fields, roles: RoleNames) -> StageTemplate:
    fields.allow(*STAGE_KEYS)
    title = fields.text("title")
    instruction = fields.text("instruction")
    duration = fields.choice("duration", Duration, Duration.FIXED)
    return StageTemplate(
        id=read_id(fields, title),
        title=title,
        short_title=fields.text("short_title", title),
        lengths=fields.lengths("minutes"),
        duration=duration,
        items=fields.whole_number("items", 1, 50) if duration is Duration.PER_ITEM else 1,
        extension=_extension(fields, duration),
        protected=fields.flag("protected"),
        optional=fields.flag("optional"),
        when=fields.choice("when", StageRecurrence, StageRecurrence.EACH_ROUND),
        only_in=fields.whole_number("round", 0, MOST_ROUNDS, 0),
        grouping=fields.choice("grouping", Grouping, Grouping.ROOM),
        instruction=instruction,
        wall=fields.texts("wall", (instruction,)),
        later=RoundWords(fields.text("later_instruction", ""), fields.texts("later_wall")),
        last=RoundWords(fields.text("last_instruction", ""), fields.texts("last_wall")),
        at_half=fields.text("at_half", ""),
        shows_question=fields.flag("shows_question"),
        speaks=_labels(fields, "speaks", roles, (EVERYONE,)),
        listens=_labels(fields, "listens", roles, ()),
        note_prompt=fields.text("note_prompt", ""),
        note_kind=_note_kind(fields),
    )


def _extension(fields: Fields, duration: Duration) -> timedelta:
    return timedelta(minutes=fields.number("extension", 0.5, 60) if duration is Duration.BY_VOTE else 0)


def _note_kind(fields: Fields) -> NoteKind:
    kind = fields.choice("note_kind", NoteKind, NoteKind.INSIGHT)
    if kind in (NoteKind.ANSWER, NoteKind.MARKER):
        what = tr("“note_kind” is {kind}, which is not for stages; use insight, idea or question", kind=kind)
        return fields.refused(
            NoteKind.INSIGHT, what, "note_kind", tr("This kind is not for stages. Choose another.")
        )
    return kind


def _labels(fields: Fields, key: str, roles: RoleNames, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    labels = fields.texts(key, otherwise)
    for label in labels:
        if label not in roles.known():
            _refuse_role(fields, key, label, roles)
    return labels


def _refuse_role(fields: Fields, key: str, role: str, roles: RoleNames) -> None:
    known = join_or(roles.known())
    what = tr(
        "“{key}” names {value}, which is no role here; use {known}",
        key=key,
        value=short_value(role),
        known=known,
    )
    fields.refused(
        None,
        what,
        key,
        tr("“{value}” is no role here. Use {known}.", value=short_value(role), known=known),
    )
