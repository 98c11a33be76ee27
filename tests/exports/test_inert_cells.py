"""A table of comma-separated values holds no formula, by whichever sign the reader's program separates."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.exports import comma_separated
from formats.exports.rows import DANGEROUS, Sheet

PIECES = st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", "\t", " ", '"', "'", ";", ",", "|", "a", "10-15"])
TEXTS = st.lists(PIECES, max_size=6).map("".join)


def cells(text: str, separator: str, *, quotes: bool) -> list[str]:
    """The cells as a program reads them that separates by this sign, and knows quotation marks or not."""
    if quotes:
        return [cell for row in csv.reader(StringIO(text, newline=""), delimiter=separator) for cell in row]
    return [cell for line in text.splitlines() for cell in line.split(separator)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@given(first=TEXTS, second=TEXTS)
def test_no_cell_begins_as_a_formula(separator: str, first: str, second: str) -> None:
    sheet = Sheet("Notes", ("Stage", "Note"), ((first, second), (second, first)), (10, 10))
    text = comma_separated.write(sheet).decode("utf-8-sig")
    found = [cell for quotes in (True, False) for cell in cells(text, separator, quotes=quotes)]
    assert not [cell for cell in found if cell.strip(' "\r\n').startswith(DANGEROUS)]


def test_what_is_no_formula_stays_as_it_is() -> None:
    assert comma_separated.inert("10-15 people; well-known, a=b") == "10-15 people; well-known, a=b"
