"""No word of a table on screen is broken where the page has room for it, and every column keeps to the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.places.summary.columns import AROUND, column_widths
from formats.exports.document import Table
from formats.exports.passages import plain

TEN_A_SIGN = 10.0
SESSIONS = Table(
    ("Session", "When", "Structures", "People"),
    (
        (
            plain("Troika in April: what are we learning together about trust"),
            plain("29 May"),
            plain("Troika"),
            plain("18"),
        ),
    ),
)


def measure(word: str) -> float:
    return len(word) * TEN_A_SIGN


def test_a_heading_longer_than_what_stands_below_it_is_whole() -> None:
    widths = column_widths(SESSIONS, 500, measure)

    assert 500 * widths[2] >= measure("Structures")
    assert 500 * widths[3] >= measure("People")


def test_where_there_is_room_the_columns_keep_their_shares() -> None:
    assert column_widths(SESSIONS, 5_000, measure) == pytest.approx(SESSIONS.shares)


@given(st.lists(st.text("ab ", max_size=60), min_size=2, max_size=5), st.integers(60, 3_000))
def test_the_columns_fill_the_page_and_none_is_too_narrow_for_its_words(cells: list[str], total: int) -> None:
    table = Table(tuple("heading" for _ in cells), (tuple(plain(cell) for cell in cells),))

    widths = column_widths(table, total, measure)

    assert sum(widths) == pytest.approx(1)
    longest = [max(map(len, [*cell.split(), "heading"])) * TEN_A_SIGN + AROUND for cell in cells]
    if sum(longest) <= total:
        assert all(total * width >= need - 0.001 for width, need in zip(widths, longest, strict=True))
