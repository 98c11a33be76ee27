"""What the place says about the library: the session to come, the year so far."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.actions import START
from desktop.places.sessions.cards import NextFacts
from desktop.wording import date_and_time, long_date, minutes_in_full
from formats.language import tr, tr_count
from formats.library.repository import SessionCard, SessionRepository
from formats.session.progress import Progress
from formats.session.session import Session, same_series
from formats.session.wording import join_list

A_MINUTE = timedelta(minutes=1)
JUST_MISSED = timedelta(hours=2)


def next_card(cards: Sequence[SessionCard], now: datetime) -> SessionCard | None:
    """The session that is still running, or else the planned one that comes first."""
    running = [card for card in cards if card.progress is Progress.RUNNING]
    planned = [c for c in cards if c.progress is Progress.PLANNED and c.starts_at >= now - JUST_MISSED]
    return running[0] if running else planned[-1] if planned else None


def next_facts(session: Session, card: SessionCard, cards: Sequence[SessionCard]) -> NextFacts:
    """What the card of the next session says."""
    part = next(iter(session.agenda.structures), None)
    icon = part.icon if part and part.icon else "trees"
    running = card.progress is Progress.RUNNING
    return NextFacts(
        session=session.id,
        icon=icon,
        when=_when(session),
        title=session.title,
        facts=_sentences(session, card, cards),
        main=tr("Back to the clock") if running else START.brief,
        main_icon="timer" if running else START.icon,
        other="" if running else tr("Prepare"),
    )


def _when(session: Session) -> str:
    began = session.position.started_at
    if began is None:
        return tr("Next, {when}", when=date_and_time(session, session.starts_at))
    return tr("Not finished, began {when}", when=date_and_time(session, began))


def _sentences(session: Session, card: SessionCard, cards: Sequence[SessionCard]) -> str:
    said = [minutes_in_full(session.slot)]
    # For translators: how many people are expected; it follows "60 minutes, "
    said.append(tr("{people} expected", people=card.people) if card.people else tr("nobody on the list yet"))
    if session.agenda.structures:
        said.append(session.agenda.structures[0].title)
    facts = f"{join_list(said)}."
    carried = carried_step_count(card, cards)
    if not carried:
        return facts
    still_open = tr_count(
        "{count} next step still open from last time.", "{count} next steps still open from last time.", carried
    )
    return f"{facts} {still_open}"


def carried_step_count(card: SessionCard, cards: Sequence[SessionCard]) -> int:
    """The next steps that earlier sessions of the series left open."""
    before = (c for c in cards if same_series(c.series, card.series) and c.starts_at < card.starts_at)
    return sum(c.open_next_steps for c in before)


def year_figures(
    repository: SessionRepository, cards: Sequence[SessionCard], year: int
) -> tuple[tuple[str, str], ...]:
    """Sessions held in a year, insights noted in them, next steps taken."""
    held = [c for c in cards if c.date.year == year and c.progress.begun]
    insights = sum(map(repository.insights_of, held))
    steps = sum(card.next_steps for card in held)
    taken = steps - sum(card.open_next_steps for card in held)
    return (
        # For translators: the word below a figure, which is not said again
        (str(len(held)), tr_count("session", "sessions", len(held))),
        # For translators: the word below a figure, which is not said again
        (str(insights), tr_count("insight", "insights", insights)),
        (f"{taken}/{steps}" if steps else "0", tr("steps taken")),
    )


def erase_words(card: SessionCard, beside: str = "") -> str:
    """What erasing a session reaches, before it is done."""
    when = join_list(filter(None, (long_date(card.date), beside)))
    title, reach = card.title, _reach_of_erasing()
    if not card.notes:
        return " ".join((tr("This deletes “{title}” of {when}, with how it went.", title=title, when=when), reach))
    deleted = tr_count(
        "This deletes “{title}” of {when}, with its {count} note and how it went.",
        "This deletes “{title}” of {when}, with its {count} notes and how it went.",
        card.notes,
        title=title,
        when=when,
    )
    return f"{deleted} {reach}"


def _reach_of_erasing() -> str:
    return tr(
        "It goes from your data, from every backup, and from every other file that Clearing keeps. People stay."
        " Files you exported stay. You cannot undo this."
    )


def with_used_minutes(session: Session) -> Session | None:
    """The session with the minutes that its stages really took, or None where it was never run."""
    position = session.position
    used = {key: max(_whole_minutes(length), A_MINUTE) for key, length in position.used.items()}
    if position.started_at is None or not used:
        return None
    return replace(session, agenda=position.agenda.with_lengths(used))


def _whole_minutes(length: timedelta) -> timedelta:
    return round(length / A_MINUTE) * A_MINUTE
