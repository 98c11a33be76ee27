"""What is proposed for the session after this one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from formats.session.dates.series_dates import NextProposal, SessionDate, also_on, propose_next
from formats.session.session import NextSession, Session
from tests.exports.sessions import a_session

FEBRUARY = replace(a_session(), next_session=None, place="Upper hall", joining="https://meet.example.org/x")
TODAY = date(2023, 2, 23)


def a_date(day: str, title: str = "Earlier", series: str = FEBRUARY.series, **more: str) -> SessionDate:
    starts_at = datetime.fromisoformat(f"{day}T16:30:00+00:00")
    return SessionDate(f"{day} {title}", title, series, starts_at, "Europe/London", **more)


HELD = (a_date("2023-01-26"), a_date("2022-12-29"))


def propose(*dates: SessionDate, session: Session = FEBRUARY, today: date = TODAY) -> NextProposal:
    return propose_next(session, dates, today)


def test_the_rule_of_the_series_gives_the_day_and_this_session_all_else() -> None:
    found = propose(*HELD)

    assert found.rule is not None
    assert found.rule.sentence() == "Last Thursday of the month"
    assert (found.day, found.start, found.slot) == (date(2023, 3, 30), time(16, 30), timedelta(hours=1))
    assert (found.place, found.joining) == ("Upper hall", "https://meet.example.org/x")


def test_the_clock_of_the_place_stays_when_it_is_put_forward() -> None:
    assert propose(*HELD).on(date(2023, 3, 30)).starts_at == datetime(2023, 3, 30, 15, 30, tzinfo=UTC)


def test_without_a_rule_a_day_is_to_be_picked() -> None:
    found = propose(a_date("2023-01-10"), a_date("2022-11-02"))

    assert (found.rule, found.day) == (None, None)


def test_other_series_show_nothing() -> None:
    assert propose(*(replace(one, series="Knitting") for one in HELD)).rule is None


def test_a_session_that_is_planned_already_is_the_next_one() -> None:
    found = propose(*HELD, a_date("2023-03-16", "March Troika", place="Library"))

    assert (found.title, found.day, found.place) == ("March Troika", date(2023, 3, 16), "Library")


def test_what_is_set_is_proposed_as_it_is() -> None:
    set_already = NextSession(
        "April", datetime(2023, 4, 6, 15, 30, tzinfo=UTC), timedelta(hours=2), "Europe/Berlin", organiser="b@x.org"
    )
    found = propose(*HELD, session=replace(FEBRUARY, next_session=set_already))

    assert (found.title, found.day, found.start) == ("April", date(2023, 4, 6), time(17, 30))
    assert found.on(date(2023, 4, 6)) == set_already


def test_no_day_that_is_past_is_proposed() -> None:
    assert propose(*HELD, today=date(2023, 5, 2)).day == date(2023, 5, 25)


def test_answers_go_where_they_went_last() -> None:
    assert propose(replace(HELD[0], organiser="beth@example.org"), HELD[1]).organiser == "beth@example.org"


def test_what_is_on_a_day_already_is_named_whatever_its_series() -> None:
    other = a_date("2023-03-30", "Board", series="Trustees")

    assert also_on(date(2023, 3, 30), FEBRUARY, (*HELD, other)) == [other]
    assert also_on(date(2023, 3, 29), FEBRUARY, (*HELD, other)) == []
