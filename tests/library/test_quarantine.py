"""A mistake in one record, made by hand or by a disk, hides nothing else and loses nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from formats.language import speaking
from formats.language.pseudo import ACCENTED
from formats.library.backups import Backups
from formats.library.base_file import read_base
from formats.library.file import LibraryFile
from formats.library.intake import take_in
from formats.library.recovery import LibraryContent
from formats.library.repository import SessionRepository
from formats.library.side_timers import SideTimerRepository
from formats.library.status import OpenOutcome
from formats.library.templates import TemplateRepository
from formats.library.two_people import TwoPeople
from formats.library.unfinished_texts import UnfinishedTexts
from formats.library.waiting_lists import WaitingListRepository
from formats.session.events import Finished
from formats.session.roster.reading import read_pasted
from formats.session.session_template import template_of
from formats.session.side_timer import SideTimer
from tests.builders import at
from tests.library.builders import filled, killed, opened, without_backups
from tests.library.test_repository import NOTE, full_session
from tests.translation.brackets import outside_brackets

Spoil = Callable[[dict[str, Any]], object]

MISTAKES: dict[str, tuple[str, Spoil]] = {
    "a length in words": ("sessions", lambda record: record.update(slot="an hour")),
    "a zone that is a number": ("sessions", lambda record: record.update(timezone=2)),
    "people that are a text": ("sessions", lambda record: record.update(people="p1")),
    "a slot of less than nothing": ("sessions", lambda record: record.update(slot="-PT60S")),
    "a next session of less than nothing": (
        "sessions",
        lambda record: record["next_session"].update(slot="-PT60S"),
    ),
    "a called off session in no year": (
        "sessions",
        lambda record: record["called_off"].update(starts_at="9999-01-01T00:00:00Z"),
    ),
    "a day without a zone": ("sessions", lambda record: record.update(starts_at="2023-02-23T16:30:00")),
    "hands of four fingers": ("sessions", lambda record: record["closing_round"].update(hands=[0, 0, 2, 7])),
    "fewer hands than none": ("sessions", lambda record: record["closing_round"].update(hands=[0, 0, 0, 0, -1])),
    "an agreement that is no list": ("sessions", lambda record: record.update(agreement="You can pass.")),
    "an agreement with half a letter": ("sessions", lambda record: record.update(agreement=["\ud83c"])),
    "an own line that is a number": (
        "sessions",
        lambda record: record["agenda"]["parts"][0]["stages"][0].update(facilitator_line=3),
    ),
    "a start locked to a word": (
        "sessions",
        lambda record: record["agenda"]["parts"][0]["stages"][0].update(locked_start="teatime"),
    ),
    "a start locked to the time of elsewhere": (
        "sessions",
        lambda record: record["agenda"]["parts"][0]["stages"][0].update(locked_start="17:00:00+05:00"),
    ),
    "a stage fitted from less than nothing": (
        "sessions",
        lambda record: record["agenda"]["parts"][0]["stages"][0].update(fitted_from="-PT60S"),
    ),
    "words that a stage said before, with half a letter": (
        "sessions",
        lambda record: record["agenda"]["parts"][0]["stages"][0].update(words_before={"title": "\ud83c"}),
    ),
    "an end that is locked by a word": ("sessions", lambda record: record.update(end_locked="yes")),
    "a question that is a number": ("sessions", lambda record: record.update(question=7)),
    "a template whose question is a number": ("templates", lambda record: record.update(question=7)),
    "an act before the first": ("run_log", lambda record: record.update(what="undone", act=-1)),
    "a turn of nobody": ("run_log", lambda record: record.update(what="turnended", person=None)),
    "half of a word": ("sessions", lambda record: record["closing_round"].update(words=["\ud83c"])),
    "no people": ("sessions", lambda record: record.pop("people")),
    "a name that is a number": ("people", lambda record: record.update(name=7)),
    "a kind that is none": ("notes", lambda record: record.update(kind="virus")),
    "no word on done": ("notes", lambda record: record.pop("done")),
    "a session that is a list": ("notes", lambda record: record.update(session=["february"])),
    "an id that is a list": ("notes", lambda record: record.update(id=["n1"])),
    "a due day in the year 9999": ("notes", lambda record: record.update(due="9999-12-31")),
    "two people who are one": ("two_people", lambda record: record.update(people=["p1", "p1"])),
    "a template of no length": ("templates", lambda record: record.pop("slot")),
    "half of a letter": ("notes", lambda record: record.update(text="\ud83c")),
    "more levels than can be walked": ("notes", lambda record: record.update(more=nested(200))),
    "a move without its kind": ("run_log", lambda record: record.pop("what")),
    "a draft whose note is a text": ("drafts", lambda record: record.update(note="half a sentence")),
    "a waiting list without lines": ("waiting_lists", lambda record: record.update(lines=[])),
    "a waiting person who is a text": ("waiting_lists", lambda record: record["lines"][0].update(people=["Ada"])),
    "an opener that is a list": ("openers", lambda record: record.update(text=[])),
    "no id": ("notes", lambda record: record.pop("id")),
    "a move that is none": ("run_log", lambda record: record.update(what="leapt")),
    "a timer without an end": ("side_timers", lambda record: record.pop("ends_at")),
    "a timer that ends in no zone": ("side_timers", lambda record: record.update(ends_at="2023-02-23T16:30:00")),
    "a timer under another number": ("side_timers", lambda record: record.update(number=9)),
    "typed texts that are a number": ("unfinished_texts", lambda record: record.update(texts=7)),
    "typed text of half a letter": (
        "unfinished_texts",
        lambda record: record.update(texts={"Question": "\ud83c"}),
    ),
    "a number in words": ("run_log", lambda record: record.update(number="first")),
}


def test_where_a_record_alone_is_faulty_what_the_backup_has_of_it_is_offered(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 3)
    sound = path.read_bytes()
    tables = read_base(sound).tables
    for faulty, offered in (({}, None), ({"kind": "virus"}, {"notes": 1})):
        next(iter(tables["notes"].values())).update(faulty)
        taken = take_in(LibraryContent(tables, OpenOutcome.SOUND, None, None), sound, Backups.of(path))
        assert taken.opened is OpenOutcome.SOUND
        assert (taken.more_in_backup and taken.more_in_backup.counts) == offered


def nested(levels: int) -> list[Any]:
    """A list in a list, and so on."""
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def edited(path: Path, table: str, spoil: Spoil) -> dict[str, Any]:
    """The library after somebody made a mistake in its first record of a table with an editor."""
    tables = json.loads(path.read_bytes())
    record: dict[str, Any] = next(iter(tables[table].values()))
    spoil(record)
    path.write_text(json.dumps(tables), "utf-8")
    return record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of two sessions."""
    with opened(tmp_path / "library.json") as library:
        SessionRepository(library).keep_session(full_session())
        SessionRepository(library).keep_draft("february", NOTE)
        WaitingListRepository(library).keep("february", read_pasted("Ada Fenn\nHello all, see below"))
        SideTimerRepository(library).keep(SideTimer(1, "Break", at("16:35")))
        TemplateRepository(library).keep(template_of(full_session(), "t1", "The usual hour"))
        TwoPeople(library).keep_apart("p1", "p2")
        library.put("openers", {"id": "own", "text": 'title = "Own"'})
        UnfinishedTexts(library).keep("Side timer", "february", {"What is it for?": "Bre"})
    return tmp_path / "library.json"


def read_all(library: LibraryFile) -> None:
    repository = SessionRepository(library)
    repository.cards()
    repository.sessions()
    repository.people()
    repository.draft("february")
    WaitingListRepository(library).waiting("february")
    SideTimerRepository(library).take_up(at("16:30"))
    UnfinishedTexts(library).of("Side timer", "february")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_made_by_hand_is_set_apart_and_the_rest_is_read(path: Path, mistake: str) -> None:
    table, spoil = MISTAKES[mistake]
    record = edited(path, table, spoil)
    found = path.read_bytes()
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.CHANGED
        assert "One entry in it has a mistake" in library.open_report.sentence
        read_all(library)
        (kept,) = library.all("_recovered")
        assert (kept["table"], kept.get("record") or json.loads(kept["text"])) == (table, record)
        assert kept["fault"] in library.open_report.faults[0]
        assert library.open_report.set_aside[0].read_bytes() == found
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert again.open_report.message == ""
        read_all(again)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_said_in_the_language_that_is_spoken_and_kept_in_one(path: Path, mistake: str) -> None:
    edited(path, *MISTAKES[mistake])
    with speaking(ACCENTED), opened(path) as library:
        (kept,) = library.all("_recovered")
        assert "·" not in kept["fault"]
        (said,) = library.open_report.faults
        assert outside_brackets(said) == ""
        assert kept["fault"] not in said


def test_a_run_log_with_a_gap_takes_its_next_move_at_the_end(path: Path) -> None:
    edited(path, "run_log", lambda record: record.update(what="leapt"))
    with opened(path) as library:
        repository = SessionRepository(library)
        session = repository.session("february")
        assert session is not None
        repository.log("february", len(session.events), Finished(at("17:20")))
        after = repository.session("february")
        assert after is not None
        assert after.events == (*session.events, Finished(at("17:20")))


def test_a_bad_record_of_an_older_clearing_is_set_apart_for_good_and_its_file_kept(path: Path) -> None:
    """Nothing else tells that anything is wrong: no checksum, no journal, no backup."""
    tables = json.loads(path.read_bytes())
    del tables["_meta"]["2"]
    next(iter(tables["notes"].values()))["kind"] = "virus"
    path.write_text(json.dumps(tables))
    found = path.read_bytes()
    path.with_name("library.json.journal").unlink()
    with opened(without_backups(path)) as library:
        assert library.open_report.opened is OpenOutcome.SOUND
        assert library.open_report.set_aside[0].read_bytes() == found
        killed(library)
    with opened(path) as again:
        assert again.open_report.faults == ()
        assert len(again.all("_recovered")) == 1
