"""What does whoever leads the session go by if the laptop dies? The agenda by the clock, on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from formats.exports.paper import Paper
from formats.exports.paper_heading import UNDRAWN_SIGNS, heading_on_paper, said_on_paper
from formats.exports.paper_layout import RUN_SHEET
from formats.exports.paper_rooms import names_on_paper, room_on_paper, sittings_of
from formats.exports.passages import clean_text, one_line
from formats.exports.run_sheet_back import back_of_sheet
from formats.exports.typesetting import typeset
from formats.language import Language, Message, speaking, spoken, tr, tr_count
from formats.session.agenda import Agenda, Part, Stage
from formats.session.agenda_words import agenda_said
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.facilitator_card import FacilitatorCard
from formats.session.session import Session
from formats.session.stage_words import stage_as_said
from formats.session.timetable import planned_end, planned_starts
from formats.session.wording import join_and

MINUTE = timedelta(minutes=1)
WORDS = {
    "for-you": Message("For you: {line}"),
    "question": Message("The question: {question}"),
    "ready": Message("To have ready: {things}."),
    "at": Message("At"),
    "minutes": Message("Min"),
    "stage": Message("Stage"),
    "done": Message("Done"),
    "pages": Message("{page} of {pages}"),
    "about": Message("{what}. {when}, {people}."),
    "missing": UNDRAWN_SIGNS,
}


def run_sheet(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
    language: Language | None = None,
    needs: Sequence[str] = (),
    back: Sequence[FacilitatorCard] = (),
) -> bytes:
    """The agenda with clock times, instructions, own lines and rooms, as a PDF: one page for a usual hour.

    `needs` are the things to have ready, each in a line, `back` the cards for its back. `language` is that of
    its readers, None for the one the app speaks.
    """
    with speaking(language or spoken()):
        values = _values(session, dates, needs, back)
        return typeset(RUN_SHEET, {**values, "paper": paper.value}, fonts=fonts, now=now)


def _values(
    session: Session, dates: DateStyle, needs: Sequence[str], back: Sequence[FacilitatorCard]
) -> dict[str, object]:
    session = replace(session, agenda=agenda_said(session.agenda.for_people(len(session.present))))
    names = names_on_paper(session)
    return {
        "words": said_on_paper(WORDS),
        **heading_on_paper(session, tr("Run sheet"), dates),
        "people": tr_count("{count} person", "{count} people", len(session.present)),
        "question": clean_text(session.question),
        "needs": [one_line(need) for need in needs],
        "back": back_of_sheet(back),
        "parts": list(_parts(session, dates)),
        "end": tr("End at {time}", time=dates.time(session.local_time(planned_end(session)))),
        "rounds": [
            {"title": sitting.title, "rooms": [room_on_paper(sitting, room, names) for room in sitting.rooms]}
            for sitting in sittings_of(session)
        ],
    }


def minutes_on_paper(length: timedelta, dates: DateStyle) -> str:
    """So many minutes, with half ones where there are any."""
    whole = length / MINUTE
    return f"{whole:.0f}" if whole == round(whole) else dates.number(f"{whole:.1f}")


def _parts(session: Session, dates: DateStyle) -> Iterator[dict[str, object]]:
    starts = planned_starts(session)
    for part in session.agenda.parts:
        rows = [_row(session, part, stage, starts[stage.key], dates) for stage in part.stages]
        alone = len(rows) == 1 and rows[0]["title"] == one_line(part.title)
        yield {"title": "" if alone else one_line(part.title), "stages": rows}


def _row(session: Session, part: Part, stage: Stage, starts: datetime, dates: DateStyle) -> dict[str, object]:
    title = one_line(stage.title)
    if part.rounds > 1 and stage.repeats:
        title = tr("Round {round}: {stage}", round=stage.key.round, stage=title)
    return {
        "at": dates.time(session.local_time(starts)).replace(" ", "\u00a0"),
        "minutes": minutes_on_paper(stage.length, dates),
        "title": title,
        "instruction": clean_text(_instruction(session, stage)),
        "own": one_line(stage.facilitator_line),
        "speaks": _who_speaks(stage),
    }


def _instruction(session: Session, stage: Stage) -> str:
    """What is said in a stage; nothing where a further round says what the first one said."""
    said = _words(session.agenda, stage)
    first = session.agenda.stage(replace(stage.key, round=1)) if stage.key.round > 1 else None
    return "" if first is not None and _words(session.agenda, first) == said else said


def _words(agenda: Agenda, stage: Stage) -> str:
    said = stage_as_said(stage, agenda)
    return said.question or said.instruction


def _who_speaks(stage: Stage) -> str:
    speaks = join_and(stage.speaks) if stage.speaks else ""
    silent = join_and(stage.listens)
    listens = tr_count("{people} only listens", "{people} only listen", len(stage.listens), people=silent)
    return "; ".join(filter(None, (speaks, listens if stage.listens else "")))
