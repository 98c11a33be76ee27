"""Notes: the sign that chooses a kind, and which notes may leave the machine."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.notes import SIGNS, Note, NoteKind, kind_by_sign, moment_between
from tests.builders import at

NOTE = Note("n1", NoteKind.INSIGHT, "Start with one story.", at("17:00"))


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("! start small", NoteKind.INSIGHT, "start small"),
        ("*short film", NoteKind.IDEA, "short film"),
        ("? who is missing", NoteKind.QUESTION, "who is missing"),
        ("@ the matrix", NoteKind.RESOURCE, "the matrix"),
        ("> write to Beth", NoteKind.NEXT_STEP, "write to Beth"),
        ('" the tea trolley', NoteKind.STORY, "the tea trolley"),
    ],
)
def test_the_first_sign_chooses_the_kind(typed: str, kind: NoteKind, text: str) -> None:
    assert kind_by_sign(typed) == (kind, text)


@pytest.mark.parametrize("typed", ["", "!", "> ", "no sign", '"Ask who trusts you," she said', "what now?", "<b>"])
def test_a_sign_alone_a_sign_later_and_a_closed_quotation_choose_nothing(typed: str) -> None:
    assert kind_by_sign(typed) == (None, typed)


@given(st.text(max_size=30))
def test_a_sign_is_taken_off_once_and_nothing_else_is_lost(typed: str) -> None:
    kind, text = kind_by_sign(typed)
    assert text == typed if kind is None else (SIGNS[typed[0]], typed[1:].lstrip()) == (kind, text)


def test_a_private_note_a_marker_and_a_story_not_agreed_to_never_leave() -> None:
    story = replace(NOTE, kind=NoteKind.STORY)
    assert NOTE.may_leave
    assert not replace(NOTE, private=True).may_leave
    assert not replace(NOTE, kind=NoteKind.MARKER).may_leave
    assert not story.may_leave
    assert replace(story, agreed_to_share=True).may_leave
    assert not replace(story, agreed_to_share=True, private=True).may_leave


@given(
    st.timedeltas(min_value=timedelta(days=-900), max_value=timedelta(days=900)),
    st.timedeltas(min_value=timedelta(microseconds=2), max_value=timedelta(days=900)),
)
def test_a_note_put_between_two_others_stands_between_them(since: timedelta, apart: timedelta) -> None:
    below = replace(NOTE, began=NOTE.began + since)
    above = replace(below, began=below.began + apart)
    moment = moment_between(above, below)

    assert moment is not None
    assert below.stands_at < replace(NOTE, sort_at=moment).stands_at < above.stands_at


def test_a_note_put_at_an_end_stands_beyond_the_last() -> None:
    first, last = moment_between(None, NOTE), moment_between(NOTE, None)

    assert first is not None
    assert last is not None
    assert last < NOTE.stands_at < first
    assert moment_between(None, None) is None


@pytest.mark.parametrize(
    ("kind", "done", "let_go", "waits"),
    [
        (NoteKind.NEXT_STEP, False, False, True),
        (NoteKind.NEXT_STEP, True, False, False),
        (NoteKind.NEXT_STEP, False, True, False),
        (NoteKind.IDEA, False, False, False),
    ],
)
def test_only_a_next_step_that_is_neither_done_nor_let_go_is_open(
    kind: NoteKind, done: bool, let_go: bool, waits: bool
) -> None:
    assert replace(NOTE, kind=kind, done=done, let_go=let_go).is_open is waits
