"""What is said of a stage or a line in a row that is not open?"""

from desktop.content.own_entries import OwnKind
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.typed import usual_seconds, write_moment, write_value
from desktop.wording import in_minutes
from formats.language import Message, tr
from formats.session.wording import join_and, join_list, range_words
from formats.structures.form_fields import WHEN, Ask
from formats.structures.form_table import THREE, Table, value_at
from formats.structures.role_words import role_said
from formats.structures.structure import EVERYONE, Duration, StageRecurrence

LONGEST_TITLE = 80
# For translators: what the minutes of a stage are for: "5 min a person", and alone "a person"
UNITS = {Duration.PER_PERSON.value: Message("a person"), Duration.PER_ITEM.value: Message("an item")}
FOR_EACH = {
    Duration.PER_PERSON.value: Message("{minutes} a person"),
    Duration.PER_ITEM.value: Message("{minutes} an item"),
}
WHEN_IN_A_ROW = {
    StageRecurrence.BEFORE: Message("once, first"),
    StageRecurrence.EACH_ROUND: Message("each round"),
    StageRecurrence.AFTER: Message("once, at the end"),
}


def row_title(model: FormModel, number: int) -> str:
    """What the row is called; a line goes by its words."""
    row = model.rows[number]
    title = str(row.get("title") or row.get("text") or "").strip()
    unnamed = tr("A stage without a title") if model.kind is OwnKind.STRUCTURE else tr("A line without words")
    return (title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…") or unnamed


def row_facts(model: FormModel, number: int) -> str:
    """How long, who speaks, when: 5 min (3 to 8), presenter, each round, kept longest."""
    row = model.rows[number]
    if model.kind is OwnKind.OPENER:
        facts = [
            write_moment(row.get("at"), usual_seconds(model)),
            tr("a bell") if row.get("bell") is True else "",
        ]
        return join_list(filter(None, facts))
    least, usual, most = (write_value(Ask.MINUTES, value_at(row, ("minutes", key))) for key in THREE)
    length, duration = in_minutes(usual or "?"), str(row.get("duration"))
    length = FOR_EACH[duration].filled(minutes=length) if duration in FOR_EACH else length
    bounds = f"({range_words(least, most)})" if least and most and least != most else ""
    words = [
        f"{length} {bounds}".strip(),
        row_speakers(row),
        str(WHEN_IN_A_ROW[_when(row.get("when"))]),
        tr("kept longest") if row.get("protected") is True else "",
        tr("left out unless chosen") if row.get("optional") is True else "",
    ]
    return join_list(filter(None, words))


def row_speakers(row: Table) -> str:
    """Who speaks in a stage."""
    speaks = row.get("speaks", [EVERYONE])
    return join_and(role_said(str(role)) for role in speaks) if isinstance(speaks, list) else ""


def row_when(row: Table) -> str:
    """When a stage comes, and what its minutes are for where that is not the whole: Each round, a person."""
    when, for_each = str(dict(WHEN)[_when(row.get("when"))]), str(UNITS.get(str(row.get("duration")), ""))
    optional = tr("optional") if row.get("optional") is True else ""
    return join_list(filter(None, (when, for_each, optional)))


def _when(value: object) -> StageRecurrence:
    return next((one for one in StageRecurrence if one == value), StageRecurrence.EACH_ROUND)
