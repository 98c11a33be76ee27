"""What do people get before a session? When and where it is, how to join, what will be done; it names nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path

from formats.exports import plain_text
from formats.exports.document import Block, Bullets, Document, Fact, Facts, Heading, Item, Paragraph, Table
from formats.exports.paper import Paper
from formats.exports.passages import EMPTY_PASSAGE, Passage, clean_text, filled, one_line, plain
from formats.exports.recipients import find_recipients
from formats.exports.wording import language_tag
from formats.exports.writers import write_document
from formats.language import Language, Message, in_its_place, speaking, spoken, tr, tr_count
from formats.session.agenda import Part, StageKey, StageKind
from formats.session.agenda_words import agenda_said
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.session import Session
from formats.session.timetable import planned_starts
from formats.session.wording import join_list

# For translators: one of the things that will be done, in a message.
IN_A_LINE = Message("{time}: {what} ({count} min)")
A_CHALLENGE = Message("Is there something you would like help with? You can bring it, and nobody has to.")


def agenda_ahead(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
    language: Language | None = None,
) -> bytes:
    """The agenda as a PDF to send ahead. Raises ExportError where it cannot be set.

    `language` is that of those who get it, None for the one the app speaks.
    """
    document = document_ahead(session, now, dates, language)
    return write_document(replace(document, paper=paper), Path("agenda.pdf"), fonts)


def agenda_text(
    session: Session, *, now: datetime, dates: DateStyle = DEFAULT_STYLE, language: Language | None = None
) -> str:
    """The agenda as plain text, to be pasted into a message."""
    document = document_ahead(session, now, dates, language)
    with speaking(document.language):
        return plain_text.write(replace(document, blocks=tuple(map(_in_lines, document.blocks))))


def agenda_email(
    session: Session,
    *,
    now: datetime,
    fonts: Path,
    dates: DateStyle = DEFAULT_STYLE,
    paper: Paper = Paper.A4,
    language: Language | None = None,
) -> bytes:
    """The agenda as an email draft with its PDF, to be looked at and sent by a person.

    The addresses stand where no reader sees the others. Raises ExportError where the PDF cannot be set.
    """
    with speaking(language or spoken()):
        attached = agenda_ahead(session, now=now, fonts=fonts, dates=dates, paper=paper)
        return _draft(session, now, dates, attached)


def _draft(session: Session, now: datetime, dates: DateStyle, attached: bytes) -> bytes:
    addresses = find_recipients(session.present).addresses
    draft = EmailMessage(policy=SMTP if all(map(str.isascii, addresses)) else SMTPUTF8)
    day = dates.long_day(session.date)
    draft["Subject"] = tr("{session}: agenda for {day}", session=_title(session), day=day)
    if addresses:
        draft["Bcc"] = ", ".join(addresses)
    draft["X-Unsent"] = "1"
    draft.set_content(
        "\n".join(
            (tr("Hello,"), "", tr("This is what we plan to do."), "", agenda_text(session, now=now, dates=dates))
        )
    )
    draft.add_attachment(attached, maintype="application", subtype="pdf", filename="agenda.pdf")
    draft["Content-Language"] = language_tag(spoken())
    # A fixed boundary, so that the same session gives the same file.
    draft.set_boundary("clearing-agenda")
    return draft.as_bytes()


def document_ahead(
    session: Session, now: datetime, dates: DateStyle = DEFAULT_STYLE, language: Language | None = None
) -> Document:
    """The same as a document."""
    with speaking(language or spoken()):
        return _document(session, now, dates)


def _document(session: Session, now: datetime, dates: DateStyle) -> Document:
    title = _title(session)
    starts, ends = (session.local_time(at) for at in (session.starts_at, session.starts_at + session.slot))
    when = f"{dates.long_day(starts.date())}\n{dates.time_span(starts, ends)}"
    facts = (
        (tr("When"), when),
        (tr("Place"), clean_text(session.place)),
        (tr("How to join"), clean_text(session.joining)),
    )
    return Document(
        title=plain(title),
        lead=EMPTY_PASSAGE,
        blocks=(Facts(tuple(Fact(label, plain(said)) for label, said in facts if said)), *_plan(session, dates)),
        language=spoken(),
        made_at=now,
        footer=join_list((title, dates.long_day(starts.date()))),
        running=one_line(session.series),
        purpose=tr("Agenda"),
    )


def _title(session: Session) -> str:
    return one_line(session.title) or tr("Session")


def _in_lines(block: Block) -> Block:
    """The table of what will be done as a list, which reads better in a message."""
    if not isinstance(block, Table):
        return block
    return Bullets(
        tuple(Item(filled(IN_A_LINE, time=at, what=what, count=minutes)) for at, what, minutes in block.rows)
    )


def _plan(session: Session, dates: DateStyle) -> Iterator[Block]:
    rows = tuple(_rows(session, dates))
    if rows:
        yield Heading(2, plain(tr("What we will do")))
        yield Table(
            # For translators: the head of a column: from which time on.
            (in_its_place("time", "From"), tr("What"), tr("Minutes")),
            rows,
            figures=(2,),
            name=tr("What we will do"),
        )
    if session.question and session.agenda.shows_question:
        yield Heading(2, plain(tr("What we work on")))
        yield Paragraph(plain(clean_text(session.question)))
    if question := _question(session):
        yield Heading(2, plain(tr("Something to think of")))
        yield Paragraph(plain(question))
    if any(part.rooms is not None and part.rooms.presenter for part in session.agenda.structures):
        yield Heading(2, plain(tr("What you can bring")))
        yield Paragraph(plain(str(A_CHALLENGE)))


def _rows(session: Session, dates: DateStyle) -> Iterator[tuple[Passage, ...]]:
    """A row for each part, or for each stage of what is not a structure."""
    agenda = agenda_said(session.agenda.for_people(len(session.present)))
    starts = planned_starts(replace(session, agenda=agenda))
    for part in agenda.parts:
        entries = _stages_of(part)
        if part in agenda.structures:
            entries = [(part.stages[0].key, _part_title(part), part.length)]
        for key, title, length in entries:
            minutes = round(length.total_seconds() / 60)
            yield plain(dates.time(session.local_time(starts[key]))), plain(title), plain(str(minutes))


def _part_title(part: Part) -> str:
    title = one_line(part.title)
    if part.rounds < 2:
        return title
    rounds = tr_count("{count} round", "{count} rounds", part.rounds)
    return tr("{structure}, {rounds}", structure=title, rounds=rounds)


def _stages_of(part: Part) -> list[tuple[StageKey, str, timedelta]]:
    return [(stage.key, one_line(stage.title), stage.length) for stage in part.stages]


def _question(session: Session) -> str:
    """What the check-in asks, so that those who like to think before can."""
    stages = agenda_said(session.agenda).stages
    return next(
        (clean_text(one.question) for one in stages if one.kind is StageKind.CHECK_IN and one.question), ""
    )
