"""The year of a series: who came and came back, what was noted and done, and a page that names nobody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from formats.exports import (
    Audience,
    Choices,
    NameStyle,
    export_figures,
    export_series,
    figures,
    markdown,
    plain_text,
    reflection,
    suffixes,
    year_of,
)
from formats.exports.document import Picture, plain_blocks
from formats.exports.series import Year, themes_of
from formats.exports.year_pictures import draw_steps
from formats.session.closing_round import ClosingRound
from formats.session.notes import NoteKind
from formats.session.session import Session
from tests.exports.readers import pdf_text
from tests.exports.sessions import NOW, START, a_document, a_note, a_session, as_run, noted, reference_session

LATER = timedelta(days=42)


def april(*texts: str) -> Session:
    """A later session of the series that only the first six people came to."""
    session = a_session([a_note(text) for text in texts])
    away = frozenset(person.id for person in session.people[6:])
    moved = tuple(replace(event, at=event.at + LATER) for event in as_run(session.agenda))
    rooms = tuple(replace(held, rooms=held.rooms[:1]) for held in session.rooms)
    return replace(
        session, id="s2", title="April Troika", starts_at=START + LATER, events=moved, away=away, rooms=rooms
    )


def year(*sessions: Session, names: NameStyle = NameStyle.FULL) -> Year:
    return year_of(sessions, Choices(names=names), NOW)


def test_it_knows_who_came_back_and_who_presented() -> None:
    found = year(april(), reference_session())

    assert [held.people for held in found.held] == [18, 6]
    assert (len(found.people), found.returning_people, found.presenter_count) == (18, 6, 3)
    assert str(found.people[0].name) == "Amina Yusuf"


def test_a_session_that_was_only_planned_is_not_part_of_it() -> None:
    planned = replace(april(), events=(), notes=())

    assert len(year(reference_session(), planned).held) == 1


def test_a_next_step_that_came_back_counts_once_as_it_stands_last() -> None:
    step = a_note("Write to members", kind=NoteKind.NEXT_STEP, due=date(2023, 3, 2))
    first = a_session([step])
    second = replace(april(), notes=(replace(first.notes[0], done=True),))
    found = year(first, second)

    assert [str(one.what) for one in found.next_steps(done=True)] == ["Write to members"]
    assert found.next_steps(done=False) == ()


def test_a_next_step_that_was_let_go_is_neither_taken_nor_open() -> None:
    steps = [a_note(text, kind=NoteKind.NEXT_STEP) for text in ("Ring the ward", "Write to all", "Book the hall")]
    session = a_session([replace(steps[0], done=True), replace(steps[1], let_go=True), steps[2]])
    found = year(session)

    assert [str(step.what) for step in found.next_steps(True)] == ["Ring the ward"]
    assert [str(step.what) for step in found.next_steps(False)] == ["Book the hall"]
    assert "Write to all (by: dropped)" in plain_text.write(a_document(session, Choices(), NOW))


def test_it_begins_with_what_was_learned_told_and_done_and_ends_with_questions() -> None:
    lines = markdown.write(reflection(year(april("Ask early"), reference_session()))).splitlines()

    assert [line[3:] for line in lines if line.startswith("## ")] == [
        "What we learned",
        "Stories people agreed to share",
        "What became of our next steps",
        "Sessions",
        "People",
        "Ideas and questions",
        "Resources",
        "All links",
        "Planned and used time",
        "Questions to reflect on",
    ]


def test_what_the_groups_took_with_them_comes_first_and_once() -> None:
    session = noted("First", "Second", "Third")
    starred = replace(
        session, notes=(*session.notes[:1], replace(session.notes[1], is_key=True), *session.notes[2:])
    )
    text = markdown.write(reflection(year(starred)))

    assert text.count("Second") == 1
    assert text.index("## What we take with us") < text.index("Second") < text.index("First")


def test_it_says_what_became_of_the_next_steps_the_open_ones_first() -> None:
    steps = [a_note(text, kind=NoteKind.NEXT_STEP) for text in ("Ring the ward", "Write to all", "Book the hall")]
    session = a_session([replace(steps[0], done=True), replace(steps[1], let_go=True), steps[2]])
    text = markdown.write(reflection(year(session)))

    assert "1 done, 1 open and 1 dropped." in text
    assert text.index("Book the hall") < text.index("Ring the ward") < text.index("Write to all")


def test_its_own_questions_are_asked_and_names_in_them_change_too() -> None:
    choices = Choices(names=NameStyle.NONE)
    text = plain_text.write(reflection(year_of([noted("x")], choices, NOW, ["What would Hana say?", " "])))

    assert "- What would someone say?" in text
    assert "surprised" not in text


def test_usefulness_is_drawn_of_sessions_with_hands_enough_that_may_be_in_the_year() -> None:
    few, hidden = ClosingRound((0, 0, 0, 2, 2)), ClosingRound((0, 0, 0, 9, 9), in_year=False)
    counted = ClosingRound((0, 0, 2, 7, 8))
    sessions = [
        replace(april(), id=f"s{n}", starts_at=START + n * LATER, closing_round=closing)
        for n, closing in enumerate((counted, few, hidden))
    ]
    found = year(*sessions)

    assert [(one.average, one.hands) for one in found.usefulness] == [(4.4, 17)]
    assert "4.4 of 5, from 17 hands" in plain_text.write(reflection(found))
    assert "How useful" not in plain_text.write(reflection(year(*sessions[1:])))


def test_offers_stand_in_one_list_where_people_are_named() -> None:
    offering = replace(a_session().people[0], extra=(("What could you contribute?", "A room in Leith"),))
    session = noted("x")
    session = replace(session, people=(offering, *session.people[1:]))

    assert "| Amina Yusuf | A room in Leith |" in markdown.write(reflection(year(session)))
    assert "A room in Leith" not in markdown.write(reflection(year(session, names=NameStyle.ROLES)))


def test_all_links_stand_in_one_list_once() -> None:
    found = year(noted("see https://example.org/a and https://example.org/b"), april("https://example.org/a."))

    assert found.links() == ("https://example.org/a", "https://example.org/b")


def test_themes_are_the_words_the_note_taker_marked() -> None:
    held = year(noted("We need #Listening and #time-to-rest, see https://example.org/#top, issue #")).held[0]
    note = held.summary.parts[0].sections[0].stages[0].notes[0]

    assert themes_of(note) == ("listening", "time-to-rest")


def test_insights_are_read_by_theme_or_by_date() -> None:
    found = year(noted("first #trust"), april("second #trust", "third"))

    by_theme = markdown.write(reflection(found, by_theme=True))
    by_date = markdown.write(reflection(found))
    assert "### Trust (2)\n\n- first #trust\n- second #trust" in by_theme
    assert "A theme is a word marked with # in a note" in by_theme
    assert "A theme is" not in markdown.write(reflection(year(noted("no theme"))))
    assert by_theme.index("### Trust") < by_theme.index("### Without a theme")
    learned = by_date[by_date.index("## What we learned") :]
    assert (
        learned.index("23 Feb") < learned.index("first #trust") < learned.index("6 Apr") < learned.index("third")
    )


def test_themes_are_drawn_with_how_often_they_came_up_the_most_frequent_first() -> None:
    found = reflection(year(noted("one #trust", "two #time"), april("three #trust")))
    drawn = [block.in_words for block in plain_blocks(found.blocks) if isinstance(block, Picture)]

    assert drawn[0] == "Notes by theme. Trust: 2; Time: 1."


def test_each_next_step_is_a_square_that_says_what_became_of_it() -> None:
    drawn = draw_steps(14, 6, 2)

    assert drawn.in_words == "Next steps: 14 done, 6 open, 2 dropped."
    assert (drawn.svg.count("<rect"), drawn.svg.count("<path")) == (22, 16)


def test_stories_without_agreement_and_private_notes_stay_out() -> None:
    secret = (a_note("not agreed", kind=NoteKind.STORY), a_note("for me", private=True))
    text = plain_text.write(reflection(year(a_session(secret))))

    assert "not agreed" not in text
    assert "for me" not in text
    assert "1 story stays with its teller." in text


def test_people_are_the_same_people_in_every_session() -> None:
    text = markdown.write(reflection(year(noted("Hana said"), april("Hana Nováková again"), names=NameStyle.NONE)))

    assert "Someone said" in text
    assert "Someone again" in text
    assert "Hana" not in text
    assert "| Name |" not in text


def test_it_is_the_accepted_one(golden: Callable[[str, str], None]) -> None:
    found = year(reference_session(), april("More #trust", "See https://example.org/guide"), names=NameStyle.FIRST)

    golden("series.md", markdown.write(reflection(found, by_theme=True)))
    golden("figures.md", markdown.write(figures(found)))


@pytest.mark.parametrize("suffix", suffixes())
def test_it_is_written_in_every_format(suffix: str, tmp_path: Path, fonts: Path) -> None:
    target = tmp_path / f"out.{suffix}"
    choices = Choices(Audience.NETWORK, NameStyle.FIRST)
    export_series((reference_session(), april("x")), target, choices, now=NOW, fonts=fonts)

    assert target.stat().st_size > 100


def test_the_page_of_figures_names_nobody_and_quotes_nothing(tmp_path: Path, fonts: Path) -> None:
    sessions = (replace(reference_session(), series="Hana's circle"), april("a sentence of somebody"))
    text = pdf_text(export_figures(sessions, tmp_path / "out.pdf", now=NOW, fonts=fonts).read_bytes())

    assert "Different people 18" in text
    assert "Hours together, used" in text
    for word in ("a sentence", "trolley", "Troika", *(p.name.split()[0] for p in sessions[0].people)):
        assert f"{word} " not in f"{text} ".replace("’", " ")


def test_a_series_without_a_session_says_so() -> None:
    assert "No session was held in this time." in markdown.write(reflection(year()))
