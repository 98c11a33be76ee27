import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.rooms import SizeError, SizeRange, room_sizes

TROIKA = SizeRange(3, 3, 4)


@pytest.mark.parametrize(
    ("people", "sizes", "expected"),
    [
        (7, TROIKA, (4, 3)),
        (8, TROIKA, (4, 4)),
        (9, TROIKA, (3, 3, 3)),
        (13, SizeRange(5, 6, 8), (7, 6)),
        (23, SizeRange(4, 5, 5), (5, 5, 5, 4, 4)),
    ],
)
def test_rooms_are_even_and_near_the_usual_size(people, sizes, expected):
    assert room_sizes(people, sizes) == expected


def test_five_people_do_not_make_trios_and_it_says_what_fits():
    with pytest.raises(
        SizeError, match=r"5 people cannot be divided into rooms of 3 to 4\. It works with 4 or 6"
    ) as error:
        room_sizes(5, TROIKA)
    assert error.value.fits == (4, 6)


def test_too_few_people_are_told_how_many_it_takes():
    with pytest.raises(SizeError, match="It works with 3 people"):
        room_sizes(2, TROIKA)


def test_a_given_number_of_rooms_that_does_not_work_names_those_that_do():
    with pytest.raises(SizeError, match="It works with 4 to 5 rooms"):
        room_sizes(16, TROIKA, rooms=3)


def rooms_or_what_fits(people, sizes):
    try:
        return room_sizes(people, sizes), ()
    except SizeError as error:
        return (), error.fits


@given(st.integers(1, 200), st.integers(1, 8), st.integers(0, 5), st.integers(0, 5))
def test_everybody_has_a_chair_within_the_range_or_there_is_a_sentence(people, least, to_usual, to_most):
    sizes = SizeRange(least, least + to_usual, least + to_usual + to_most)
    rooms, fits = rooms_or_what_fits(people, sizes)
    assert all(room_sizes(number, sizes) for number in fits)
    if fits:
        return
    assert sum(rooms) == people
    assert sizes.minimum <= min(rooms) <= max(rooms) <= sizes.maximum
    assert max(rooms) - min(rooms) <= 1
