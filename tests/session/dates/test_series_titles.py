"""The next title of a series is named as those before it were."""

from datetime import date

import pytest

from formats.session.dates.series_titles import TitledDay, propose_title

JANUARY, FEBRUARY, MARCH, APRIL = (date(2023, 1, 26), date(2023, 2, 23), date(2023, 3, 9), date(2023, 4, 6))


@pytest.mark.parametrize(
    ("title", "structures", "expected"),
    [
        ("February peer assist", ("Peer Assist",), "April troika consulting"),
        ("February Peer Assist", ("Peer Assist",), "April Troika Consulting"),
        ("Feb 2023: sharing", (), "Apr 2023: sharing"),
        ("Peer session, 23 February", (), "Peer session, 6 April"),
        ("Peer session, February 23", (), "Peer session, April 6"),
        ("FEBRUARY meeting", (), "APRIL meeting"),
        ("Session 7", (), "Session 8"),
        ("Peer session #7 (Wise Crowds)", ("Wise Crowds",), "Peer session #8 (Troika Consulting)"),
        ("1-2-4-All", ("1-2-4-All",), "Troika Consulting"),
        ("Peer Assist", ("Peer Assist",), "Troika Consulting"),
        ("Network meeting", (), ""),
        ("What may help", (), ""),
        ("January peer assist, held late", ("Peer Assist",), ""),
        ("Reflecting on 15% solutions", (), ""),
    ],
)
def test_a_title_is_carried_on(title: str, structures: tuple[str, ...], expected: str) -> None:
    assert propose_title([TitledDay(title, FEBRUARY, structures)], APRIL, "Troika Consulting") == expected


def test_a_short_name_of_a_structure_at_the_end_is_taken_for_it() -> None:
    assert propose_title([TitledDay("April Troika", APRIL, ("Troika Consulting",))], MARCH, "Wise Crowds") == (
        "March Wise Crowds"
    )


def test_one_special_title_does_not_hide_how_the_others_are_named() -> None:
    earlier = (
        TitledDay("February peer assist", FEBRUARY, ("Peer Assist",)),
        TitledDay("Reflecting on our first year", MARCH, ("What, So What, Now What",)),
    )
    assert propose_title(earlier, APRIL, "Wise Crowds") == "April wise crowds"


def test_the_number_after_the_highest_is_taken() -> None:
    earlier = (TitledDay("Session 9", JANUARY), TitledDay("Session 8", FEBRUARY))
    assert propose_title(earlier, APRIL, "") == "Session 10"


def test_a_title_that_names_a_structure_waits_until_the_next_one_is_known() -> None:
    assert propose_title([TitledDay("February peer assist", FEBRUARY, ("Peer Assist",))], APRIL, "") == ""


def test_a_year_later_the_year_in_the_title_follows() -> None:
    assert propose_title([TitledDay("Gathering 2023", FEBRUARY)], date(2024, 2, 22), "") == "Gathering 2024"
