"""Which check-in questions a series has heard, and when last."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from formats.session.events import Event, Moved, Started, Undone
from formats.session.folding import fold
from formats.session.rounds_held import question_history
from formats.session.session import Session
from tests.builders import a_part, a_session, a_stage, an_agenda, at, key

CHECK_IN = key("check-in", part="opening")
BEGUN = Started(at("16:30"), key("longer-out-breath", part="opening"))
HELD: tuple[Event, ...] = (BEGUN, Moved(at("16:35"), CHECK_IN))
FEBRUARY = date(2023, 2, 23)


def asking(question: str, events: Sequence[Event] = HELD, weeks_later: int = 0) -> Session:
    """A session whose check-in asks a question, held or not."""
    agenda = an_agenda()
    opening = agenda.parts[0]
    stages = tuple(replace(one, question=question) if one.key == CHECK_IN else one for one in opening.stages)
    session = a_session(agenda.with_part(replace(opening, stages=stages)), events)
    return replace(session, starts_at=session.starts_at + timedelta(weeks=weeks_later))


def test_a_question_was_asked_on_the_day_of_its_session() -> None:
    assert question_history([asking("What gives you hope?")]) == {fold("What gives you hope?"): FEBRUARY}


def test_the_same_question_in_other_letters_is_the_same_one() -> None:
    found = question_history([asking("What gives you HOPE?"), asking("what gives you hope?", weeks_later=4)])
    assert found == {fold("What gives you hope?"): date(2023, 3, 23)}


def test_each_question_has_its_own_day() -> None:
    found = question_history([asking("Sun or rain?"), asking("A sound you like?", weeks_later=1)])
    assert found == {fold("Sun or rain?"): FEBRUARY, fold("A sound you like?"): date(2023, 3, 2)}


def test_a_session_that_never_came_to_its_check_in_asked_nothing() -> None:
    skipped = (BEGUN, Moved(at("16:35"), key("introductions")))
    taken_back = (*HELD, Undone(at("16:36")))
    assert (
        question_history([asking("Sun or rain?", events) for events in ((), (BEGUN,), skipped, taken_back)]) == {}
    )


def test_a_check_in_without_a_question_asks_nothing() -> None:
    assert question_history([asking("")]) == {}


def test_a_question_of_another_kind_of_stage_is_none_of_the_check_in() -> None:
    talk = replace(a_stage("talk"), question="Who would like to begin?")
    session = replace(asking(""), agenda=replace(an_agenda(), parts=(a_part(talk),)), events=())
    begun = replace(session, events=(Started(at("16:30"), talk.key),))
    assert question_history([begun]) == {}


def test_the_day_is_that_of_the_place_where_the_session_was() -> None:
    late = replace(asking("Sun or rain?"), starts_at=at("23:30"), timezone="Asia/Tokyo")
    assert question_history([late]) == {fold("Sun or rain?"): date(2023, 2, 24)}


@given(
    st.lists(st.tuples(st.sampled_from(["Sun or rain?", "A sound?", "Hope?"]), st.integers(-60, 60)), max_size=6)
)
def test_it_is_always_the_latest_day_in_whatever_order_the_sessions_come(held: list[tuple[str, int]]) -> None:
    found = question_history([asking(question, weeks_later=weeks) for question, weeks in held])
    latest = {
        fold(asked): max(FEBRUARY + timedelta(weeks=weeks) for question, weeks in held if question == asked)
        for asked, _ in held
    }
    assert found == latest
