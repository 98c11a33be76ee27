"""What a session leaves behind: the right notes, in the right place, and never a private one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from formats.exports import Audience, Choices, NameStyle, choices_for, summarise
from formats.exports.markdown import write
from formats.exports.summary import Summary, SummarySection
from formats.exports.summary_document import document_of
from formats.language.pseudo import ACCENTED
from formats.session.agenda import Arrangement, StageKey
from formats.session.closing_round import ClosingRound
from formats.session.dates.date_style import DateStyle
from formats.session.events import Moved, Started
from formats.session.notes import NoteKind
from formats.session.session import Session
from formats.session.topics import Topic
from tests.exports.sessions import NOW, START, a_note, a_session, minutes, noted, reference_session


def summary_of(session: Session, **choices: object) -> Summary:
    return summarise(session, Choices(**choices), NOW)  # type: ignore[arg-type]  # named by the tests


def sections(summary: Summary) -> dict[str, SummarySection]:
    return {str(section.heading): section for part in summary.parts for section in part.sections}


def texts(summary: Summary) -> list[str]:
    return [str(n.text) for p in summary.parts for s in p.sections for stage in s.stages for n in stage.notes]


def test_it_says_what_when_and_how_many() -> None:
    summary = summary_of(reference_session())

    assert str(summary.title) == "February peer assist"
    assert summary.dated == "Thursday 23 February 2023, 4:30 to 5:23 pm"
    assert str(summary.outline) == ("Peer Assist, one round in three rooms, after a short opener and a check-in")


def test_the_time_is_that_of_the_place_of_the_session() -> None:
    session = replace(noted("x"), timezone="Asia/Kolkata")

    assert summary_of(session).dated == "Thursday 23 February 2023, 10:00 to 10:53 pm"


def test_the_hours_count_as_whoever_exports_writes_them() -> None:
    summary = summary_of(reference_session(), dates=DateStyle(clock="HH:mm"))

    assert summary.dated == "Thursday 23 February 2023, 16:30 to 17:23"
    assert summary.next_session is not None
    assert summary.next_session.in_words == "Thursday 6 April 2023, 16:30 to 17:30"
    assert " pm" not in write(document_of(summary))


def test_a_planned_session_shows_the_planned_time() -> None:
    session = replace(noted("x"), events=())

    assert summary_of(session).dated == "Thursday 23 February 2023, 4:30 to 5:30 pm"


def test_a_planned_session_does_not_say_that_anything_happened() -> None:
    planned = replace(reference_session(), events=(), notes=())

    summary = summarise(planned, Choices(), NOW)

    assert summary.ended_early is None
    assert summary.attendance is not None
    assert summary.attendance.sentence == f"{len(planned.present)} people expected."


def test_every_note_that_may_leave_stands_once_in_the_order_of_the_agenda() -> None:
    session = reference_session()
    may_leave = [note.text for note in session.notes if note.may_leave]

    assert sorted(texts(summary_of(session))) == sorted(may_leave)


def test_a_note_stands_under_its_round_room_and_stage() -> None:
    first = a_note("from the first round", "reflect", 2)
    second = replace(a_note("from the second", room=2), stage=StageKey("peer-assist", "what-i-heard", 2))
    found = sections(summary_of(a_session([second, first], rounds=2)))

    assert list(found) == [
        "Round 1, Room 2: Hana Nováková’s challenge",
        "Round 2, Room 2: Idris Khan’s challenge",
    ]
    (stage,) = found["Round 2, Room 2: Idris Khan’s challenge"].stages
    assert (str(stage.title), str(stage.notes[0].text)) == ("What I heard", "from the second")


def test_a_note_from_a_table_stands_under_its_table() -> None:
    session = a_session(
        [a_note("over coffee", "reflect", 2), replace(a_note("without a stage", room=1), stage=None)]
    )
    tables = [
        replace(part, rooms=replace(part.rooms, arrangement=Arrangement.HOSTED_TABLES)) if part.rooms else part
        for part in session.agenda.parts
    ]
    found = sections(summary_of(replace(session, agenda=replace(session.agenda, parts=tuple(tables)))))

    assert [heading.split(":")[0] for heading in found] == ["Round 1, Table 2", "Table 1"]


def test_an_answer_belongs_to_the_check_in_wherever_it_was_typed() -> None:
    session = a_session([a_note("sunnier weather", "reflect", 1, kind=NoteKind.ANSWER)])
    part = summary_of(session).parts[0]

    assert str(part.title) == "Opening"
    assert str(part.sections[0].stages[0].question) == "Something you are looking forward to"


def test_a_note_without_a_stage_of_this_agenda_is_kept_at_the_end() -> None:
    session = a_session([a_note("lost"), a_note("placed")])
    lost = replace(session.notes[0], stage=StageKey("gone", "gone"))

    assert [str(part.title) for part in summary_of(session.with_note(lost)).parts] == [
        "Peer Assist",
        "Other notes",
    ]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("names", NameStyle)
def test_no_choice_lets_a_private_note_or_a_story_without_agreement_out(
    audience: Audience, names: NameStyle
) -> None:
    secret = (
        a_note("private words", private=True),
        a_note("a story not agreed", kind=NoteKind.STORY),
        a_note("a private story", kind=NoteKind.STORY, agreed_to_share=True, private=True),
        a_note("a private step", kind=NoteKind.NEXT_STEP, private=True),
    )
    summary = summary_of(a_session(secret), audience=audience, names=names, timings=True)

    assert texts(summary) == []
    assert summary.next_steps == ()
    assert "what came up" not in write(document_of(summary))


def test_what_is_not_included_has_no_heading_either() -> None:
    summary = summary_of(reference_session(), ideas=False, next_steps=False, people=False)

    assert "Ideas" not in write(document_of(summary))
    assert (summary.next_steps, summary.attendance) == ((), None)


def test_next_steps_are_sorted_by_day_and_name_their_owners() -> None:
    steps = summary_of(reference_session(), names=NameStyle.FIRST).next_steps

    assert [(str(step.who), step.by) for step in steps] == [("Beth", "2 March"), ("Ruth", "6 April")]


def test_a_round_that_was_planned_and_not_held_is_not_counted() -> None:
    session = a_session([a_note("x")], rounds=2)
    only_first = tuple(e for e in session.events if not (isinstance(e, Moved) and e.to.round == 2))

    assert "Peer Assist, one round" in str(summary_of(replace(session, events=only_first)).outline)


def test_timings_hold_what_was_planned_and_what_was_used() -> None:
    session = replace(noted("x"), events=(Started(START, StageKey("opening", "longer-out-breath")),))
    now = datetime(2023, 2, 23, 16, 37, tzinfo=UTC)
    timing = summarise(session, Choices(timings=True), now).timings[0]

    assert (str(timing.stage), timing.planned, timing.used) == ("Longer out-breath", minutes(5), minutes(7))


def test_the_next_session_is_told_in_the_time_of_its_own_day() -> None:
    """In February London is at UTC, in April an hour ahead."""
    following = summary_of(reference_session()).next_session

    assert following is not None
    assert following.in_words == "Thursday 6 April 2023, 4:30 to 5:30 pm"


def test_each_audience_is_a_starting_point() -> None:
    assert choices_for(Audience.PRESENT).names is NameStyle.FULL
    assert choices_for(Audience.NETWORK).names is NameStyle.FIRST
    assert choices_for(Audience.ANYONE).names is NameStyle.NONE


def test_a_role_that_only_one_person_has_is_warned_of() -> None:
    warnings = summary_of(noted("The trustee spoke."), names=NameStyle.ROLES).warnings

    assert "trustee" in warnings[0]
    assert "nurse" not in warnings[0]
    assert warnings[-1] == "A note mentions trustee: only one person here fits that."


def test_an_organisation_that_only_one_person_came_from_is_warned_of() -> None:
    session = noted("x")
    alone = replace(session.people[0], organisation="One of a Kind")
    session = replace(session, people=(alone, *session.people[1:]))

    warnings = summary_of(session, names=NameStyle.ROLES).warnings
    assert "The organisation “One of a Kind” points to one person." in warnings


def test_warnings_are_said_in_the_language_of_the_app_whatever_the_readers_speak() -> None:
    session = noted("The trustee spoke.")

    warnings = summary_of(session, names=NameStyle.ROLES, language=ACCENTED).warnings

    assert warnings == summary_of(session, names=NameStyle.ROLES).warnings
    assert warnings[-1] == "A note mentions trustee: only one person here fits that."


def test_a_closing_round_is_in_the_minutes_where_it_may_be_and_its_words_never_are() -> None:
    kept = ClosingRound(hands=(0, 0, 2, 7, 8), words=("less alone",), in_minutes=True)

    summary = summary_of(replace(reference_session(), closing_round=kept), dates=DateStyle(decimal=","))

    assert summary.closing == "How useful was it? 4,4 of 5 on average, by 17 hands."
    assert "less alone" not in write(document_of(summary))


@pytest.mark.parametrize(
    "kept",
    [ClosingRound(hands=(0, 0, 2, 7, 8)), ClosingRound(hands=(0, 0, 0, 2, 2), in_minutes=True)],
    ids=["not asked for", "fewer than five hands"],
)
def test_else_nothing_of_it_leaves(kept: ClosingRound) -> None:
    summary = summary_of(replace(reference_session(), closing_round=kept))
    assert summary.closing == ""


def test_topics_stand_in_order_of_hands_and_a_name_in_one_is_not_told() -> None:
    session = reference_session()
    name = session.people[0].name
    topics = (Topic("Travel", 2), Topic(f"What {name} asked", 5), Topic("Nobody's", 0))
    summary = summary_of(replace(session, topics=topics), names=NameStyle.NONE)
    said = str(summary.topics)
    assert said.startswith("Topics by hands: What ")
    assert said.endswith(" asked (5), Travel (2).")
    assert name not in said
    assert said in write(document_of(summary))
