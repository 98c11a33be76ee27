"""A closing round keeps counts and words, and nothing that would say whose they are."""

import pytest

from formats.session.closing_round import LONGEST_WORD, MOST_HANDS, ClosingRound


def test_hands_are_counted_for_each_number_of_fingers() -> None:
    counted = ClosingRound().with_hands(5, 1).with_hands(5, 1).with_hands(3, 1)
    assert (counted.hands, counted.counted) == ((0, 0, 1, 0, 2), 3)


def test_a_hand_can_be_taken_away_and_none_are_less_than_none() -> None:
    assert ClosingRound().with_hands(4, 1).with_hands(4, -1).with_hands(4, -1).hands == (0, 0, 0, 0, 0)


def test_no_key_held_down_counts_more_hands_than_can_be_kept() -> None:
    assert ClosingRound(hands=(MOST_HANDS, 0, 0, 0, 0)).with_hands(1, 1).hands[0] == MOST_HANDS


@pytest.mark.parametrize(
    ("hands", "average"),
    [((0, 0, 2, 7, 8), 4.4), ((0, 0, 0, 0, 5), 5.0), ((1, 1, 1, 0, 0), None), ((0,) * 5, None)],
)
def test_fewer_than_five_hands_give_no_average(
    hands: tuple[int, int, int, int, int], average: float | None
) -> None:
    assert ClosingRound(hands=hands).average == average


def test_words_stand_by_the_alphabet_whatever_the_order_they_came_in() -> None:
    came = ClosingRound().with_word("tea").with_word("  a\tplan ").with_word("Lighter").with_word("tea")
    assert came.words == ("a plan", "Lighter", "tea", "tea")


def test_nothing_typed_is_no_word_and_a_long_one_is_cut() -> None:
    assert ClosingRound().with_word(" \n").words == ()
    assert len(ClosingRound().with_word("x" * 100).words[0]) == LONGEST_WORD


def test_one_of_two_words_alike_can_be_taken_away() -> None:
    twice = ClosingRound(words=("heard", "heard"))
    assert twice.without_word("heard").words == ("heard",)
    assert twice.without_word("lost") == twice
