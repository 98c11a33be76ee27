"""Plans kept to begin sessions with: without people or a day, in the file, in its backups, under another name."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from formats.library.records import template_document, template_from
from formats.library.templates import TemplateRepository
from formats.library.validation import InvalidValueError
from formats.session.session_template import renamed, session_from_template, template_of
from tests.builders import a_session, at, minutes
from tests.library.builders import opened

QUESTION = "What would help new people?"
TEMPLATE = template_of(replace(a_session(), question=QUESTION), "t1", "An hour of peer assist ")


def test_a_template_comes_back_from_the_file_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        TemplateRepository(library).keep(TEMPLATE)
    with opened(tmp_path / "library.json") as library:
        assert TemplateRepository(library).all() == (TEMPLATE,)
        newest = library.backups.newest_readable()
        assert newest is not None
        assert b"An hour of peer assist" in newest[1]


def test_it_holds_no_people_and_no_day(tmp_path: Path) -> None:
    session = a_session()
    with opened(tmp_path / "library.json") as library:
        TemplateRepository(library).keep(TEMPLATE)
        (record,) = library.all("templates")
    assert record.keys() == {"id", "name", "agenda", "slot", "question"}
    assert not any(person.name in str(record) for person in session.people)


def test_what_was_locked_to_a_time_of_day_is_free_again() -> None:
    locked = a_session().agenda.with_each_stage(lambda stage: replace(stage, locked_start=time(16, 40)))
    template = template_of(replace(a_session(), agenda=locked), "t1", "Locked")
    assert all(stage.locked_start is None for stage in template.agenda.stages)


def test_a_session_begins_with_its_plan_and_nobody() -> None:
    made = session_from_template(TEMPLATE, "s9", at("16:30"), "Europe/London")
    assert (made.title, made.agenda, made.slot) == ("An hour of peer assist", TEMPLATE.agenda, minutes(60))
    assert made.question == QUESTION
    assert made.people == ()


def test_a_template_kept_before_there_were_questions_opens_without_one() -> None:
    before = {key: value for key, value in template_document(TEMPLATE).items() if key != "question"}
    assert template_from(before) == replace(TEMPLATE, question="")


def test_it_is_renamed_and_taken_out(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        templates = TemplateRepository(library)
        templates.keep(TEMPLATE)
        templates.keep(renamed(TEMPLATE, "The usual hour"))
        assert [one.name for one in templates.all()] == ["The usual hour"]
        assert renamed(TEMPLATE, "  ") == TEMPLATE
        templates.remove("t1")
        assert templates.all() == ()


def test_a_template_with_a_mistake_in_it_is_not_let_in(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library, pytest.raises(InvalidValueError):
        library.put("templates", {"id": "t1", "name": "Without an agenda", "slot": "PT3600S"})
