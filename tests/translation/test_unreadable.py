"""Babel reads every sentence that the code writes out; one that it cannot read fails the check."""

import ast

import pytest

from tests.translation.unreadable import unreadable, unreadable_in


def test_babel_reads_every_sentence() -> None:
    assert list(unreadable()) == []


@pytest.mark.parametrize(
    "planted",
    [
        "tr('It is in no catalogue')",
        "said = f\"{name}: {tr('It is in no catalogue')}\"",
        "tr(f'{name} is here')",
        "tr_count('{count} note', name + ' notes', 3)",
        "Message('Here' if here else 'Away')",
        "Message('')",
    ],
)
def test_a_sentence_that_cannot_be_read_is_found(planted: str) -> None:
    assert list(unreadable_in(ast.parse(planted), {"{count} note"}))


@pytest.mark.parametrize(
    "planted",
    ["tr('Here')", "tr(page.show)", "tr_count('Here', 'Away', 3)", "Message()", "said.removeprefix('x')"],
)
def test_a_sentence_that_can_be_read_is_not(planted: str) -> None:
    assert not list(unreadable_in(ast.parse(planted), {"Here", "Away"}))
