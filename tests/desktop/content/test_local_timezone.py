"""Whatever the computer says of its time zone, a new session gets one that every computer knows."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest

from desktop.content.new_session import local_timezone
from formats.session.time_zones import local_time

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="no time zone from the environment here")
MOMENTS = [datetime(2026, month, 1, 12, tzinfo=UTC) for month in (1, 4, 7, 11)]


@pytest.fixture
def computer_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Takes the computer to a time zone; it is back afterwards."""

    def go(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield go
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "given",
    ["CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "XYZ-3", "UTC0", "nonsense", "../../etc/passwd"],
)
def test_a_zone_without_a_name_becomes_one_with_the_same_clock(
    given: str, computer_in: Callable[[str], None]
) -> None:
    computer_in(given)
    assert local_timezone() in available_timezones()
    for moment in MOMENTS:
        assert local_time(moment, local_timezone()).utcoffset() == moment.astimezone().utcoffset()


@pytest.mark.parametrize("given", ["Asia/Kolkata", ":Asia/Kolkata", "/usr/share/zoneinfo/Asia/Kolkata"])
def test_a_name_or_the_path_to_its_file_gives_the_name(given: str, computer_in: Callable[[str], None]) -> None:
    computer_in(given)
    assert local_timezone() == "Asia/Kolkata"


def test_the_clock_of_a_zone_that_is_not_known_is_the_computers_own(computer_in: Callable[[str], None]) -> None:
    computer_in("Asia/Kolkata")
    assert local_time(MOMENTS[0], "Europe/Lundon").utcoffset() == MOMENTS[0].astimezone().utcoffset()
