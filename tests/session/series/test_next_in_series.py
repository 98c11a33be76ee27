"""What comes along to the next session of a series, and what does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from formats.session.agenda import Agenda
from formats.session.dates.series_dates import SessionDate
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.series.next_in_series import (
    agenda_with,
    latest_of_series,
    next_in_series,
    propose_plan,
    title_for,
)
from formats.session.series.series_names import series_like
from formats.session.session import NextSession, Room, RoundRooms, Session
from tests.builders import a_part, a_session, a_stage

TROIKA = replace(a_part(a_stage("talk", part="troika")), title="Troika Consulting")
TODAY = date(2023, 2, 24)


def last_session() -> Session:
    """The February session, held, of a series."""
    return replace(
        a_session(),
        title="February peer assist",
        series="Nurturing",
        place="Upper hall",
        joining="meet.example.org/network",
        away=frozenset({"p1"}),
    )


def dates(*sessions: Session) -> tuple[SessionDate, ...]:
    return tuple(
        SessionDate(
            one.id,
            one.title,
            one.series,
            one.starts_at,
            one.timezone,
            structures=tuple(part.title for part in one.agenda.structures),
        )
        for one in sessions
    )


def following(last: Session, agenda: Agenda | None = None) -> Session:
    plan = propose_plan(last, dates(last), TODAY)
    return next_in_series(last, plan, agenda or last.agenda, "next")


def test_people_place_and_joining_line_come_along_and_everyone_is_expected() -> None:
    last = last_session()
    made = following(last)
    assert made.people == last.people
    assert (made.place, made.joining, made.timezone) == (last.place, last.joining, last.timezone)
    assert made.away == frozenset()


def test_nothing_that_happened_or_was_announced_comes_along() -> None:
    announced = NextSession("March", datetime(2023, 3, 9, 16, 30, tzinfo=UTC), timedelta(hours=1))
    last = replace(last_session(), next_session=announced, agreement=("Share the time.",))
    last = replace(last, question="What would help new people?")
    made = following(last)
    assert (made.events, made.notes, made.rooms) == ((), (), ())
    assert made.next_session is None
    assert made.question == ""  # it was worked on
    assert made.agreement is None  # it follows by the name of the series
    assert made.date == date(2023, 3, 9)


def test_without_a_rule_it_is_the_same_weekday_four_weeks_later() -> None:
    plan = propose_plan(last_session(), dates(last_session()), TODAY)
    assert (plan.day, plan.start) == (date(2023, 3, 23), time(16, 30))


def test_a_session_without_a_series_begins_one_of_its_name() -> None:
    alone = replace(last_session(), series="", title="Peer circle")
    assert propose_plan(alone, dates(alone), TODAY).series == "Peer circle"


def test_who_is_kept_apart_stays_so_and_what_was_of_one_room_or_round_goes() -> None:
    apart = Wish(WishKind.APART, ("p3", "p1"))
    stays, misses = Wish(WishKind.STAYS, ("p3",), 1), Wish(WishKind.MISSES, ("p1",), 1, "peer-assist")
    last = replace(last_session(), wishes=RoomWishes((apart, stays, misses)))
    assert following(last).wishes.wishes == (apart,)


def test_an_offer_comes_along_until_it_was_taken_up() -> None:
    offers = tuple(Wish(WishKind.OFFERS, (one,), role=Role.PRESENTER) for one in ("p3", "p1"))
    rooms = RoundRooms("peer-assist", 1, (Room(1, ("p3", "p1"), presenter="p3"),))
    last = replace(last_session(), wishes=RoomWishes(offers), rooms=(rooms,))
    assert following(last).wishes.wishes == (offers[1],)


def test_another_structure_stands_where_the_last_one_stood() -> None:
    last = last_session()
    changed = agenda_with(last.agenda, TROIKA)
    titles = [part.title for part in last.agenda.parts]
    assert [part.title for part in changed.parts] == [
        "Troika Consulting" if title == last.agenda.structures[0].title else title for title in titles
    ]


def test_the_title_is_named_after_month_and_structure() -> None:
    last = last_session()
    assert title_for(last, dates(last), date(2023, 4, 6), "Troika Consulting") == "April troika consulting"


def test_an_announced_title_wins() -> None:
    announced = NextSession("Spring gathering", datetime(2023, 4, 6, 16, 30, tzinfo=UTC), timedelta(hours=1))
    last = replace(last_session(), next_session=announced)
    assert title_for(last, dates(last), date(2023, 4, 6), "Troika Consulting") == "Spring gathering"


def test_a_date_that_passed_without_a_session_is_not_proposed_again() -> None:
    announced = NextSession("March", datetime(2023, 3, 9, 16, 30, tzinfo=UTC), timedelta(hours=1))
    last = replace(last_session(), next_session=announced)
    assert propose_plan(last, dates(last), date(2023, 4, 1)).day == date(2023, 4, 20)


def test_the_last_of_the_series_is_the_latest_and_others_do_not_count() -> None:
    last = last_session()
    later = replace(last, id="later", starts_at=last.starts_at + timedelta(days=28), series="nurturing ")
    other = replace(later, id="other", starts_at=last.starts_at + timedelta(days=90), series="Elsewhere")
    assert latest_of_series(last, dates(last, later, other)) == "later"


def test_a_name_nearly_the_same_is_noticed_and_a_new_one_is_not_doubted() -> None:
    known = ("Nurturing and weaving networks", "Group 1")
    assert series_like("Nuturing and weaving networks", known) == known[0]
    assert series_like("Nurturing-and-weaving networks", known) == known[0]
    assert series_like("nurturing and weaving networks", known) == ""
    assert series_like("Group 2", known) == ""
    assert series_like("Carers of Leith", known) == ""
    assert series_like("", known) == ""
