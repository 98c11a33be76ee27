"""What does Prepare say about time, fit and rooms?"""

from datetime import timedelta
from math import ceil

from desktop.wording import minutes, minutes_count, time_of_day
from formats.language import Message, tr, tr_count
from formats.session.agenda import Agenda, Part, Stage, StageKind
from formats.session.fitting import FittedAgenda, round_outlook
from formats.session.seating.groups import count_groups, pairs_within
from formats.session.session import Session
from formats.session.timetable import Stretch, session_timetable
from formats.session.wording import join_and, join_list, range_words, within_sentence
from formats.structures.role_words import role_said
from formats.structures.structure import Structure

HALF_MINUTE = timedelta(seconds=30)
BOTH = 2
FRAMES_HINT = Message("People in one box are a pair.")
FURTHER_ROUNDS = (
    Message("A first round"),
    Message("A second round"),
    Message("A third round"),
    Message("A fourth round"),
    Message("A fifth round"),
    Message("A sixth round"),
    Message("A seventh round"),
    Message("An eighth round"),
    Message("A ninth round"),
    Message("A tenth round"),
)
# For translators: who speaks in a stage, as the structures have it.
EVERYONE_IN_TURN = Message("everyone, in turn")


def time_sentence(session: Session) -> str:
    """How much is planned, how much is spare or over in each stretch, and whether one round more fits."""
    agenda = session.agenda
    planned = planned_sentence(session)
    part = next((part for part in reversed(agenda.structures) if part.last_round), None)
    if part is None or len(session_timetable(session).stretches) > 1:
        return planned
    return f"{planned} {_rounds_sentence(agenda, part, session.slot)}".strip()


def planned_sentence(session: Session) -> str:
    """The same without the rounds."""
    if not session.agenda.stages:
        return tr("Nothing is planned yet.")
    stretches = session_timetable(session).stretches
    planned = minutes_count(session.agenda.length)
    if len(stretches) > 1:
        each = join_and(_stretch_words(session, stretch) for stretch in stretches)
        return tr("{planned} planned: {stretches}.", planned=planned, stretches=each)
    spare = stretches[0].spare
    if spare >= HALF_MINUTE:
        return tr("{planned} planned, {spare} spare.", planned=planned, spare=minutes_count(spare))
    if spare < timedelta():
        over = minutes_count(max(-spare, HALF_MINUTE))
        return tr("{planned} planned, {over} over.", planned=planned, over=over)
    return tr("{planned} planned, which fills the time.", planned=planned)


def trouble_sentence(short_by: timedelta) -> str:
    """That it is too long even with every stage at its shortest; empty where fitting is enough."""
    if not short_by:
        return ""
    over = max(short_by, HALF_MINUTE)
    return tr_count(
        "{count} minute too long with every stage at its shortest.",
        "{count} minutes too long with every stage at its shortest.",
        ceil(round(over / HALF_MINUTE) / 2),
        count=minutes_count(over),
    )


def _stretch_words(session: Session, stretch: Stretch) -> str:
    """What is spare or over before a locked start, or before the end."""
    ends = time_of_day(session, session.starts_at + stretch.ends)
    if stretch.spare >= HALF_MINUTE:
        return tr("{spare} spare before {time}", spare=minutes_count(stretch.spare), time=ends)
    if stretch.over:
        over = minutes_count(max(stretch.over, HALF_MINUTE))
        return tr("{over} over at {time}", over=over, time=ends)
    return tr("just right until {time}", time=ends)


def _rounds_sentence(agenda: Agenda, part: Part, slot: timedelta) -> str:
    outlook = round_outlook(agenda, part, slot)
    full, rounds = outlook.full_rounds, part.rounds
    if full > rounds:
        more = full - rounds
        if more == 1:
            return tr("{further_round} fits at full length.", further_round=_further_round(rounds + 1))
        return tr_count("{count} more round fits.", "{count} more rounds fit.", more)
    each = outlook.round_length_for_one_more
    if each is None:
        return tr("No further round fits.") if full == rounds else ""
    length = minutes_count(each)
    if full == rounds:
        further = _further_round(rounds + 1)
        return tr("{further_round} fits if each takes {length} minutes.", further_round=further, length=length)
    if not full:
        return tr("One round fits if it takes {length} minutes.", length=length)
    if full + 1 == rounds == BOTH:
        return tr("Both rounds fit if each takes {length} minutes.", length=length)
    if full + 1 == rounds:
        return tr("All {rounds} rounds fit if each takes {length} minutes.", rounds=rounds, length=length)
    return tr("{rounds} rounds fit if each takes {length} minutes.", rounds=full + 1, length=length)


def _further_round(number: int) -> str:
    if number <= len(FURTHER_ROUNDS):
        return str(FURTHER_ROUNDS[number - 1])
    return tr("A {number}th round", number=number)


def fitted_sentence(session: Session, fitted: FittedAgenda) -> str:
    """Whether it fits now, in one line: the rows show what each stage gave or got."""
    changes = join_and(_given_and_got(session, fitted))
    said = f"{changes}." if changes else ""
    if fitted.short_by:
        over = minutes(fitted.short_by)
        shortest = tr("At their shortest, the stages are still {length} too long.", length=over)
        return f"{shortest} {said}".strip()
    if not said:
        spare = any(stretch.spare for stretch in session_timetable(session).stretches)
        if spare:
            return tr("All stages are at their longest. The rest of the time is free.")
        return tr("It fits as it is.")
    return " ".join((tr("Fitted to {length}.", length=minutes(session.slot)), said))


def _given_and_got(session: Session, fitted: FittedAgenda) -> list[str]:
    """How many stages were cut, and how many were stretched; rounds alike count once."""
    found = [(session.agenda.stage(change.key), change) for change in fitted.changes]
    shorter = {stage.title for stage, change in found if stage and change.after < change.before}
    longer = {stage.title for stage, change in found if stage and change.after > change.before}
    said = (
        tr_count("{count} stage shorter", "{count} stages shorter", len(shorter)) if shorter else "",
        tr_count("{count} stage longer", "{count} stages longer", len(longer)) if longer else "",
    )
    return [words for words in said if words]


def stage_title(stage: Stage) -> str:
    """A stage as the agenda lists it: an opener and a check-in say which one."""
    if stage.kind is StageKind.OPENER:
        return tr("Opener: {opener}", opener=_within(stage.title))
    if stage.kind in (StageKind.CHECK_IN, StageKind.CLOSING_ROUND) and stage.question:
        return tr("{stage}: {question}", stage=stage.title, question=_within(stage.question))
    return stage.title


def who_speaks(stage: Stage) -> str:
    """Who speaks in a stage, in a word or two."""
    if stage.kind is StageKind.BREAK:
        return ""
    if stage.seconds_each:
        return tr_count("{count} second each", "{count} seconds each", stage.seconds_each)
    speaks = join_list(map(role_said, stage.speaks))
    # A session that was made in English is read in German, too.
    if speaks in (EVERYONE_IN_TURN.text, str(EVERYONE_IN_TURN)):
        return tr("in turn")
    return speaks or tr("everyone")


def fitted_words(stage: Stage) -> str:
    """What fitting made of a stage, until its minutes are chosen by hand: "5 → 3"."""
    if stage.fitted_from is None:
        return ""
    return f"{minutes_count(stage.fitted_from)} → {minutes_count(stage.length)}"


def range_word(stage: Stage) -> str:
    """The word that marks a length outside what the stage is made for; empty within it."""
    if stage.seconds_each or stage.minimum <= stage.length <= stage.maximum:
        return ""
    if stage.length < stage.minimum:
        return tr("short, usually {minutes} or more", minutes=minutes_count(stage.minimum))
    return tr("long, usually {minutes} or less", minutes=minutes_count(stage.maximum))


def part_fact(part: Part) -> str:
    """The length of a part."""
    return minutes(part.length)


def room_size_words(sizes: list[int]) -> str:
    """Room sizes as one says them: 6, or 5 to 6."""
    return range_words(min(sizes), max(sizes))


def ready_sentence(here: int, rooms: int, word: str, rounds: int) -> str:
    """How far the preparation has come, in one line."""
    if not here:
        return tr("Nobody is on the list yet.")
    facts = [tr_count("{count} person", "{count} people", here)]
    if rooms:
        facts.append(count_groups(rooms, word))
    if rounds > 1:
        facts.append(tr_count("{count} round", "{count} rounds", rounds))
    return f"{join_and(facts)}."


def _within(text: str) -> str:
    """A title or question after a colon; an abbreviation stays one."""
    return within_sentence(text) if text[1:2].islower() else text


def size_and_frames_sentence(session: Session, part: Part, structure: Structure | None) -> str:
    """What is special about the rooms of a structure: sizes other than the usual, and pairs in frames."""
    rooms = tuple(room for rounds in session.rooms if rounds.part == part.id for room in rounds.rooms)
    sizes = {len(room.people) for room in rooms}
    unusual = part.rooms is not None and structure is not None and sizes - {structure.sizes.usual, 0}
    note = structure.size_note if unusual and structure else ""
    return f"{note} {FRAMES_HINT if pairs_within(part, rooms) else ''}".strip()
