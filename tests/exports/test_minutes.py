"""The minutes: what the group takes with it and who does what first and once, then the rounds, then the rest."""

from dataclasses import replace

import pytest

from formats.exports import Audience, Choices, choices_for, summarise
from formats.exports.document import Bullets, Cards, Document, Heading, MarginList, Panel, plain_blocks
from formats.exports.plain_text import write
from formats.exports.summary_document import document_of
from formats.session.notes import Note, NoteKind
from formats.session.session import Session
from tests.exports.sessions import NOW, a_document, a_note, a_session, reference_session

KEY = ("Power struggles", "Start with one story")


def with_key_notes(session: Session, *beginnings: str) -> Session:
    notes = (replace(note, is_key=note.text.startswith(beginnings)) for note in session.notes)
    return replace(session, notes=tuple(notes))


def minutes(*notes: Note, rounds: int = 1, choices: Choices = Choices()) -> Document:  # noqa: B008  # it is frozen
    return document_of(summarise(a_session(notes, rounds), choices, NOW))


def headings(document: Document) -> list[str]:
    return [str(block.text) for block in plain_blocks(document.blocks) if isinstance(block, Heading)]


def margin_lists(document: Document) -> list[MarginList]:
    return [block for block in document.blocks if isinstance(block, MarginList)]


def test_they_are_read_in_one_order() -> None:
    choices = replace(choices_for(Audience.PRESENT), check_in=True)
    document = a_document(with_key_notes(reference_session(), *KEY), choices, NOW)

    assert headings(document) == [
        "What we take with us",
        "Who does what by when",
        "What we worked on",
        "Round 1: what came up",
        "Insights",
        "Ideas",
        "A question still open",
        "A story, told with its teller’s agreement",
        "Links and resources",
        "Next session",
        "Something you are looking forward to",
        "Who took part",
        "How it went",
    ]


@pytest.mark.parametrize("audience", Audience)
def test_what_was_said_in_the_check_in_leaves_only_where_that_is_chosen(audience: Audience) -> None:
    document = a_document(reference_session(), choices_for(audience), NOW)
    assert "Something you are looking forward to" not in headings(document)


def test_key_notes_open_them_with_where_they_came_from_and_come_once() -> None:
    session = with_key_notes(reference_session(), *KEY)
    document = a_document(session, Choices(), NOW)

    (panel,) = [block for block in document.blocks if isinstance(block, Panel) and block.edged]
    (listed,) = [block for block in panel.blocks if isinstance(block, Bullets)]
    assert listed.numbered
    assert [str(item.remark) for item in listed.items] == [
        "Room 3, on Owen Price’s challenge",
        "Room 2, on Hana Nováková’s challenge",
    ]
    assert write(document).count("Start with one story") == 1


def test_with_none_marked_there_is_no_box() -> None:
    assert "What we take with us" not in headings(a_document(reference_session(), Choices(), NOW))


def test_key_notes_that_are_left_out_stand_in_their_round() -> None:
    session = with_key_notes(reference_session(), *KEY)
    document = a_document(session, Choices(key_notes=False), NOW)

    assert "What we take with us" not in headings(document)
    assert write(document).count("Start with one story") == 1


def test_a_key_note_leaves_though_others_of_its_kind_stay() -> None:
    session = with_key_notes(reference_session(), *KEY)
    said = write(a_document(session, Choices(insights=False), NOW))

    assert "Start with one story" in said
    assert "Hana Nováková told how" not in said


def test_a_private_note_never_opens_them() -> None:
    document = minutes(a_note("secret", is_key=True, private=True), a_note("said"))

    assert "secret" not in write(document)


@pytest.mark.parametrize("audience", Audience)
def test_next_steps_come_once(audience: Audience) -> None:
    said = write(a_document(reference_session(), choices_for(audience), NOW))

    assert said.count("Email members about the March reflection") == choices_for(audience).next_steps


def test_notes_are_grouped_by_kind_with_their_room_said_once() -> None:
    document = minutes(a_note("one", room=1), a_note("two", room=1), a_note("three", room=3))

    (listed,) = margin_lists(document)
    groups = [(group.margin, [str(item.text) for item in group.items]) for group in listed.groups]
    assert groups == [("Room 1", ["one", "two"]), ("Room 3", ["three"])]


def test_the_rounds_stand_in_order_under_headings_of_their_own() -> None:
    second = a_note("later")
    assert second.stage is not None
    document = minutes(replace(second, stage=replace(second.stage, round=2)), a_note("first"), rounds=2)

    came_up = [one for one in headings(document) if one.endswith("what came up")]
    assert came_up == ["Round 1: what came up", "Round 2: what came up"]


def test_the_first_question_of_a_room_says_what_it_worked_on() -> None:
    question = NoteKind.QUESTION
    document = minutes(
        a_note("How do we begin?", "challenge", 2, kind=question),
        a_note("And who pays?", "challenge", 2, kind=question),
    )

    (cards,) = [block for block in document.blocks if isinstance(block, Cards)]
    found = [(card.label, str(card.title), str(card.text)) for card in cards.cards]
    assert ("Room 2", "Hana Nováková", "How do we begin?") in found
    assert write(document).count("How do we begin?") == 1
    assert "And who pays?" in write(document)


def test_every_address_stands_once_among_the_links() -> None:
    document = minutes(
        a_note("The matrix https://example.org/matrix", kind=NoteKind.RESOURCE),
        a_note("see https://example.org/matrix and https://example.org/more"),
    )

    (panel,) = [block for block in document.blocks if isinstance(block, Panel) and not block.filled] or [
        panel for block in document.blocks if hasattr(block, "panels") for panel in block.panels[:1]
    ]
    (listed,) = [block for block in panel.blocks if isinstance(block, Bullets)]
    assert [str(item.text) for item in listed.items] == [
        "The matrix https://example.org/matrix",
        "https://example.org/more",
    ]


def test_people_stand_by_organisation() -> None:
    said = write(a_document(reference_session(), Choices(), NOW))

    assert "- Cope Centre: Beth O'Neill, Meera Raghunathan, Ruth Abara" in said


def test_the_answers_of_the_check_in_are_one_paragraph() -> None:
    said = write(a_document(reference_session(), Choices(), NOW))

    assert "Sunnier weather. Making snow angels. A day trip out." in said


def test_how_it_went_says_what_took_longer() -> None:
    said = write(a_document(reference_session(), Choices(timings=True), NOW))

    assert "50 minutes planned, 53 used. The session ended seven minutes before its time." in said
