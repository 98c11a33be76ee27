"""Which two columns of single words hold a name between them, and in which order?"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from formats.session.roster.addresses import find_address, is_turned
from formats.session.roster.cells import Cell, Contents
from formats.session.roster.draft import Column


def two_name_columns(
    rows: Sequence[Sequence[str]], contents: Sequence[Contents], chosen: Mapping[int, Column]
) -> dict[int, Column]:
    """Two columns of single words side by side that hold a name between them, in the order that addresses say."""
    places = [place for place, held in enumerate(contents) if place not in chosen and held.share(Cell.NAME) > 0.7]
    mail = next((place for place, column in chosen.items() if column is Column.EMAIL), None)
    for one, other in pairwise(places):
        single = all(contents[at].several_words < contents[at].filled * 0.3 for at in (one, other))
        if other - one > 1 or not single or not contents[other].filled:
            continue
        if all(contents[at].shouted == contents[at].filled for at in (one,)) and not contents[other].shouted:
            return {one: Column.LAST, other: Column.FIRST}
        if contents[other].shouted == contents[other].filled and not contents[one].shouted:
            return {one: Column.FIRST, other: Column.LAST}
        if mail is not None and (turned := _turned_by_address(rows, one, other, mail)) is not None:
            return {one: Column.LAST, other: Column.FIRST} if turned else {one: Column.FIRST, other: Column.LAST}
        organisations_behind = any(held.organisations for held in contents[other + 1 :])
        if organisations_behind and contents[other].different == contents[other].filled > 1:
            return {one: Column.FIRST, other: Column.LAST}
    return {}


def _turned_by_address(rows: Sequence[Sequence[str]], one: int, other: int, mail: int) -> bool | None:
    """Whether the family name comes first, by the addresses beside most names; None where they say nothing."""
    votes = [
        (is_turned(row[mail], row[one], row[other]), is_turned(row[mail], row[other], row[one]))
        for row in rows
        if len(row) > max(one, other, mail) and find_address(row[mail])
    ]
    last_first = sum(turned is True and straight is not True for turned, straight in votes)
    first_first = sum(straight is True and turned is not True for turned, straight in votes)
    if last_first == first_first == 0:
        return None
    return last_first > first_first
