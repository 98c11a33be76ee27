"""What does Prepare say about time, fit and rooms?"""

from datetime import timedelta

from desktop.wording import minutes, minutes_count, time_of_day
from formats.session.agenda import Agenda, Part, Stage, StageKind
from formats.session.fitting import FittedAgenda, round_outlook
from formats.session.seating.groups import pairs_within
from formats.session.session import Session
from formats.session.timetable import Stretch, session_timetable
from formats.session.wording import counted_noun, join_and
from formats.structures.structure import Structure

HALF_MINUTE = timedelta(seconds=30)
FRAMES_HINT = "People in one box are a pair."
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def time_sentence(session: Session) -> str:
    """How much is planned, how much is spare or over in each stretch, and whether one round more fits."""
    agenda = session.agenda
    if not agenda.stages:
        return "Nothing is planned yet."
    stretches = session_timetable(session).stretches
    planned = f"{minutes_count(agenda.length)} planned"
    if len(stretches) > 1:
        return f"{planned}: {join_and(_stretch_words(session, stretch) for stretch in stretches)}."
    fit = f"{planned}{_spare_words(stretches[0].spare)}."
    part = next((part for part in reversed(agenda.structures) if part.last_round), None)
    return f"{fit} {_rounds_sentence(agenda, part, session.slot)}".strip() if part else fit


def trouble_sentence(short_by: timedelta) -> str:
    """That it is too long even with every stage at its shortest; empty where fitting is enough."""
    if not short_by:
        return ""
    count = minutes_count(max(short_by, HALF_MINUTE))
    return f"{count} {'minute' if count in ('1', '½') else 'minutes'} too long with every stage at its shortest."


def _spare_words(spare: timedelta) -> str:
    if spare >= HALF_MINUTE:
        return f", {minutes_count(spare)} spare"
    return f", {minutes_count(max(-spare, HALF_MINUTE))} over" if spare < timedelta() else ", which fills the time"


def _stretch_words(session: Session, stretch: Stretch) -> str:
    """What is spare or over before a locked start, or before the end."""
    ends = time_of_day(session, session.starts_at + stretch.ends)
    if stretch.spare >= HALF_MINUTE:
        return f"{minutes_count(stretch.spare)} spare before {ends}"
    if stretch.over:
        return f"{minutes_count(max(stretch.over, HALF_MINUTE))} over at {ends}"
    return f"just right until {ends}"


def _rounds_sentence(agenda: Agenda, part: Part, slot: timedelta) -> str:
    outlook = round_outlook(agenda, part, slot)
    full, rounds = outlook.full_rounds, part.rounds
    if full > rounds:
        more = full - rounds
        return f"{_round_words(rounds + 1)} fits at full length." if more == 1 else f"{more} more rounds fit."
    each = outlook.round_length_for_one_more
    if each is None:
        return "No further round fits." if full == rounds else ""
    length = minutes_count(each)
    if full == rounds:
        return f"{_round_words(rounds + 1)} fits if each takes {length} minutes."
    if full + 1 == rounds:
        every = {1: "One round fits if it", 2: "Both rounds fit if each"}.get(
            rounds, f"All {rounds} rounds fit if each"
        )
        return f"{every} takes {length} minutes."
    if not full:
        return f"One round fits if it takes {length} minutes."
    return f"{full + 1} rounds fit if each takes {length} minutes."


def _round_words(number: int) -> str:
    name = ORDINALS[number] if number < len(ORDINALS) else f"{number}th"
    return f"An {name} round" if name.startswith("e") else f"A {name} round"


def fitted_sentence(session: Session, fitted: FittedAgenda) -> str:
    """Whether it fits now, in one line: the rows show what each stage gave or got."""
    said = _sentence(_given_and_got(session, fitted))
    if fitted.short_by:
        shortest = f"At their shortest, the stages are still {minutes(fitted.short_by)} too long."
        return f"{shortest} {said}".strip()
    if not said:
        spare = any(stretch.spare for stretch in session_timetable(session).stretches)
        return "All stages are at their longest. The rest of the time is free." if spare else "It fits as it is."
    return f"Fitted to {minutes(session.slot)}. {said}"


def _given_and_got(session: Session, fitted: FittedAgenda) -> list[str]:
    """How many stages were cut, and how many were stretched; rounds alike count once."""
    found = [(session.agenda.stage(change.key), change) for change in fitted.changes]
    shorter = {stage.title for stage, change in found if stage and change.after < change.before}
    longer = {stage.title for stage, change in found if stage and change.after > change.before}
    counts = ((shorter, "shorter"), (longer, "longer"))
    return [f"{counted_noun(len(titles), 'stage')} {how}" for titles, how in counts if titles]


def _sentence(parts: list[str]) -> str:
    said = join_and(parts)
    return f"{said[:1].upper()}{said[1:]}." if parts else ""


def stage_title(stage: Stage) -> str:
    """A stage as the agenda lists it: an opener and a check-in say which one."""
    if stage.kind is StageKind.OPENER:
        return f"Opener: {_lower_first(stage.title)}"
    if stage.kind in (StageKind.CHECK_IN, StageKind.CLOSING_ROUND) and stage.question:
        return f"{stage.title}: {_lower_first(stage.question)}"
    return stage.title


def who_speaks(stage: Stage) -> str:
    """Who speaks in a stage, in a word or two."""
    if stage.kind is StageKind.BREAK:
        return ""
    if stage.seconds_each:
        return f"{stage.seconds_each} seconds each"
    return {"everyone, in turn": "in turn"}.get(", ".join(stage.speaks), ", ".join(stage.speaks)) or "everyone"


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
        return f"short, usually {minutes_count(stage.minimum)} or more"
    return f"long, usually {minutes_count(stage.maximum)} or less"


def part_fact(part: Part) -> str:
    """The length of a part."""
    return minutes(part.length)


def room_size_words(sizes: list[int]) -> str:
    """Room sizes as one says them: 6, or 5 to 6."""
    least, most = min(sizes), max(sizes)
    return f"{least}" if least == most else f"{least} to {most}"


def ready_sentence(here: int, rooms: int, word: str, rounds: int) -> str:
    """How far the preparation has come, in one line."""
    if not here:
        return "Nobody is on the list yet."
    facts = [counted_noun(here, "person", "people")]
    if rooms:
        facts.append(counted_noun(rooms, word.lower()))
    if rounds > 1:
        facts.append(counted_noun(rounds, "round"))
    return f"{join_and(facts)}."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def size_and_frames_sentence(session: Session, part: Part, structure: Structure | None) -> str:
    """What is special about the rooms of a structure: sizes other than the usual, and pairs in frames."""
    rooms = tuple(room for rounds in session.rooms if rounds.part == part.id for room in rounds.rooms)
    sizes = {len(room.people) for room in rooms}
    unusual = part.rooms is not None and structure is not None and sizes - {structure.sizes.usual, 0}
    note = structure.size_note if unusual and structure else ""
    return f"{note} {FRAMES_HINT if pairs_within(part, rooms) else ''}".strip()
