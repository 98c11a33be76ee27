"""A damaged library opens, gives what can be read, and keeps the damaged file as it was."""

import errno
import json
import os
import random
from datetime import timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from tinydb import TinyDB

from formats.library.backups import Backups
from formats.library.base_file import BaseContent, encode_tables, read_base
from formats.library.changes import Tables
from formats.library.checking import check
from formats.library.journal import base_line, change_line, read_journal
from formats.library.recovery import reconstruct
from formats.library.restoring import bring_back
from formats.library.status import OpenOutcome
from formats.session.wording import counted_noun
from tests.library.builders import (
    NOON,
    filled,
    killed,
    note,
    opened,
    plain,
    records,
    session,
    texts,
    without_backups,
)
from tests.library.disk_model import watched

FLIPS = int(os.environ.get("CLEARING_FAULT_FLIPS", "400"))


def no_backups(tmp_path: Path) -> Backups:
    return Backups.of(tmp_path / "nowhere" / "library.json")


def crashed(path: Path) -> tuple[bytes, bytes]:
    """A library with three saves in its journal: its file and its journal."""
    library = opened(filled(path, 3))
    for number in range(3):
        library.put("notes", note(f"j{number}", f"In the journal {number}"))
    killed(library)
    return path.read_bytes(), path.with_name(path.name + ".journal").read_bytes()


def texts_of(tables: Tables) -> set[str]:
    return {each["text"] for each in tables.get("notes", {}).values() if "text" in each}


def test_the_last_record_cut_at_every_byte_loses_only_itself(tmp_path: Path) -> None:
    base, journal = crashed(tmp_path / "library.json")
    start = journal.rindex(b"\n", 0, -1) + 1
    for end in range(start, len(journal)):
        understood = reconstruct(base, journal[:end], no_backups(tmp_path))
        assert understood.opened is OpenOutcome.SOUND, end
        assert len(texts_of(understood.tables)) == 5 + (end == len(journal) - 1), end


def test_a_journal_cut_at_every_byte_keeps_every_whole_line(tmp_path: Path) -> None:
    base, journal = crashed(tmp_path / "library.json")
    for end in range(len(journal)):
        whole = journal[:end].count(b"\n") + (journal[end : end + 1] == b"\n")
        understood = reconstruct(base, journal[:end], no_backups(tmp_path))
        assert len(texts_of(understood.tables)) == 3 + max(0, whole - 1), end


def test_no_flipped_bit_in_the_journal_loses_anything(tmp_path: Path) -> None:
    base, journal = crashed(tmp_path / "library.json")
    everything = texts_of(reconstruct(base, journal, no_backups(tmp_path)).tables)
    for bit in some_bits(journal, FLIPS):
        understood = reconstruct(base, flipped(journal, bit), no_backups(tmp_path))
        assert texts_of(understood.tables) == everything, bit


def test_a_flipped_bit_in_the_library_loses_one_record_at_most(tmp_path: Path) -> None:
    base, journal = crashed(tmp_path / "library.json")
    everything = texts_of(reconstruct(base, journal, no_backups(tmp_path)).tables)
    for bit in some_bits(base, FLIPS):
        understood = reconstruct(flipped(base, bit), journal, no_backups(tmp_path))
        assert understood.opened in (OpenOutcome.RECOVERED, OpenOutcome.CHANGED)
        here = {text for table in understood.tables.values() for text in texts_of({"notes": table})}
        assert len(everything - here) <= 1, bit


def test_a_flipped_bit_in_the_library_loses_nothing_when_there_is_a_backup(tmp_path: Path) -> None:
    base, journal = crashed(tmp_path / "library.json")
    backups = Backups.of(tmp_path / "library.json")
    backups.make(base, NOON)
    everything = reconstruct(base, journal, backups).tables
    for bit in some_bits(base, FLIPS // 4):
        understood = reconstruct(flipped(base, bit), journal, backups)
        assert understood.tables == everything, bit
        assert understood.lost_nothing


def some_bits(content: bytes, count: int) -> list[int]:
    """So many bits of the content, or all of them."""
    return random.Random(count).sample(range(len(content) * 8), min(count, len(content) * 8))


def flipped(content: bytes, bit: int) -> bytes:
    """The content with one bit turned."""
    at, place = divmod(bit, 8)
    return content[:at] + bytes([content[at] ^ (1 << place)]) + content[at + 1 :]


def test_a_library_cut_at_every_byte_keeps_every_whole_line(tmp_path: Path) -> None:
    base = filled(tmp_path / "library.json", 6).read_bytes()
    for end in range(len(base)):
        found = texts_of(read_base(base[:end]).tables)
        whole = base[:end].count(b'"place": null}')
        assert len(found) == whole, end


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 500,
        b"not a library at all",
        b"[1, 2, 3]",
        b'{"notes": 7}',
        b"[" * 200_000,
        b"\xff\xfe\x00garbage\x80" * 40,
        b'{"notes": {"1": ',
        b'{"notes": {"1": "a text"}}',
        "{\ufeff}".encode("utf-16"),
    ],
)
def test_any_content_opens_and_is_set_aside_unchanged(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.write_bytes(content)
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert library.open_report.set_aside[0].read_bytes() == content
        assert str(path) in library.open_report.sentence
        assert library.open_report.set_aside[0].name in library.open_report.sentence
        library.put("notes", note("n1"))
        assert library.state.saved
    assert plain(path)["notes"] == {"1": note("n1")}


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_a_mistake_made_by_hand_costs_one_record(indent: int | None, tmp_path: Path) -> None:
    path = without_backups(filled(tmp_path / "library.json", 4))
    text = json.dumps(json.loads(path.read_bytes()), indent=indent)
    at = text.index("Note 1, ")
    path.write_text(text[: at - 1] + text[at:])  # an opening quotation mark is missing
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert sorted(texts(library)) == ["n0", "n2", "n3"]
        assert [each["id"] for each in library.all("sessions")] == ["s1"]


def test_a_damaged_heading_does_not_mix_tables(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 3)
    path.write_bytes(path.read_bytes().replace(b'"notes": {', b'"no\x07es: {'))
    with opened(path) as library:
        assert sorted(texts(library)) == ["n0", "n1", "n2"]
        assert [each["id"] for each in library.all("sessions")] == ["s1"]


def test_a_missing_library_file_comes_back_from_backup_and_journal(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    base, _ = crashed(path)
    Backups.of(path).make(base, NOON)
    path.unlink()
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert "Nothing was lost" in library.open_report.sentence
        assert len(texts(library)) == 6


def test_what_only_an_older_backup_has_is_added_to_a_damaged_library(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 3)
    Backups.of(path).make(path.read_bytes(), NOON)
    with opened(path) as library:
        library.put("notes", note("later"))
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Note 1,", b"Note 1\x01,"))
    with opened(path) as library:
        assert sorted(texts(library)) == ["later", "n0", "n1", "n2"]


def test_a_library_rolled_back_by_a_sync_service_keeps_the_newer_notes(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    old = path.read_bytes()
    library = opened(path)
    library.put("sessions", session("s2", "New"))
    library.close()
    library = opened(path)
    library.put("notes", note("n9", "In the journal"))
    killed(library)
    path.write_bytes(old)
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.CHANGED
        assert texts(again)["n9"] == "In the journal"
        assert len(again.open_report.set_aside) == 2


def test_the_second_damaged_file_of_a_second_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    for content in (b"first", b"second"):
        path.write_bytes(content)
        opened(path).close()
    kept = {each.read_bytes() for each in tmp_path.glob("library (damaged *).json")}
    kept |= {each.read_bytes() for each in tmp_path.glob("library (damaged *) 2.json")}
    assert kept == {b"first", b"second"}


def test_numbers_missing_in_a_journal_are_damage_and_what_follows_still_counts() -> None:
    body = '"put": {"notes": {"1": {"id": "n1"}}}'
    journal = read_journal(base_line(0, "b") + change_line(1, body) + change_line(3, body))
    assert journal.damaged
    assert len(journal.lines) == 3


def test_a_written_library_reads_back_the_same() -> None:
    tables: Tables = {
        "empty": {},
        'a "name"\n': {"1": {"id": "x", "nested": {"3": {"deep": [1, None, True]}}}},
        "notes": {"7": note("n") | {"text": '}} "8": {\n\u2028 café 🌱 \ud800'}},
    }
    content = b"".join(encode_tables(tables))
    assert json.loads(content) == tables
    assert read_base(content).whole
    assert records(tables)["notes"]["n"]["text"].startswith("}}")


def test_a_disk_that_knows_no_links_keeps_the_damaged_file_as_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.json"
    path.write_bytes(b"damaged")
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = lambda _, call: errno.EPERM if call == "link" else 0
        with opened(path) as library:
            assert library.state.saved
            assert library.open_report.set_aside[0].read_bytes() == b"damaged"


def test_without_room_to_set_it_aside_a_damaged_file_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "library.json", 2)
    damaged = path.read_bytes()[:-20]
    path.write_bytes(damaged)
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = lambda _, call: errno.ENOSPC if call in ("write", "link") else 0
        library = opened(path)
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert library.open_report.set_aside == ()
        assert "disk is full" in library.open_report.sentence
    assert path.read_bytes() == damaged
    assert library.retry().saved
    assert any(each.read_bytes() == damaged for each in tmp_path.glob("library (damaged *).json"))
    killed(library)


def test_a_journal_that_is_gone_with_saves_in_it_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    crashed(path)
    path.with_name("library.json.journal").unlink()
    assert not check(path).sound
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert "What was saved last may be missing" in library.open_report.sentence
    path.with_name("library.json.journal").unlink()
    with opened(path) as again:  # it was folded in when the library was closed: nothing is missing
        assert again.open_report.opened is OpenOutcome.SOUND


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_a_journal_that_lost_its_last_lines_is_told_from_a_power_cut(lost: int, tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    _, journal = crashed(path)
    lines = journal.splitlines(keepends=True)
    for rest in (b"", lines[-lost][:20], bytes(40) + b"\n"):  # at its end as after a power cut
        place = tmp_path / f"{len(rest)}"
        copytree(tmp_path, place, ignore=ignore_patterns("[0-9]*"))
        (place / "library.json.journal").write_bytes(b"".join(lines[:-lost]) + rest)
        assert f"with {counted_noun(lost, 'save')} in it" in check(place / "library.json").faults[0]
        with opened(place / "library.json") as library:
            assert library.open_report.opened is OpenOutcome.RECOVERED
            assert "What was saved last may be missing" in library.open_report.sentence
            assert len(texts(library)) == 6 - lost
        assert check(place / "library.json").sound


def test_a_line_that_was_never_acknowledged_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    _, journal = crashed(path)
    path.with_name("library.json.journal").write_bytes(journal + journal.splitlines(keepends=True)[-1][:30])
    assert check(path).sound
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.SOUND


def test_a_lost_end_is_compared_with_the_newest_backup(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    _, journal = crashed(path)
    with_everything = b"".join(encode_tables(reconstruct(path.read_bytes(), journal, no_backups(tmp_path)).tables))
    Backups.of(path).make(with_everything, NOON + timedelta(hours=1))
    path.with_name("library.json.journal").write_bytes(journal.splitlines(keepends=True)[0])
    with opened(path) as library:
        offer = library.open_report.more_in_backup
        assert offer is not None
        assert offer.counts == {"notes": 3}
        assert bring_back(library) == 3


def test_a_backup_of_the_damaged_file_does_not_make_up_for_a_lost_journal(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    base, _ = crashed(path)
    path.with_name("library.json.journal").unlink()
    path.write_bytes(flipped(base, 3000))
    with opened(path) as library:
        assert "What was saved last may be missing" in library.open_report.sentence


def test_an_older_library_put_in_its_place_without_a_journal_is_noticed(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    older = path.read_bytes()
    with opened(path, now=lambda: NOON + timedelta(hours=1)) as library:
        library.put("notes", note("later"))
    path.write_bytes(older)
    path.with_name("library.json.journal").unlink()
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.CHANGED
        assert again.open_report.more_in_backup is not None
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.SOUND


@pytest.mark.parametrize("written", [b"", b"There are saves in the journal.\n", b"noise" * 30])
def test_a_lock_file_of_an_older_clearing_or_a_damaged_one_harms_nothing(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    crashed(path)
    path.with_name("library.json.lock").write_bytes(written)
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.SOUND
        assert len(texts(library)) == 6


def test_no_flipped_bit_passes_unsaid_once_the_journal_is_gone(tmp_path: Path) -> None:
    path = without_backups(filled(tmp_path / "library.json", 3))
    path.with_name("library.json.journal").unlink()
    base = path.read_bytes()
    for bit in some_bits(base, FLIPS):
        understood = reconstruct(flipped(base, bit), None, no_backups(tmp_path))
        assert understood.opened is not OpenOutcome.SOUND, bit


def test_with_a_backup_beside_it_a_flipped_bit_costs_nothing_even_without_a_journal(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 3)
    base = path.read_bytes()
    everything = reconstruct(base, None, Backups.of(path)).tables
    for bit in some_bits(base, FLIPS // 4):
        understood = reconstruct(flipped(base, bit), None, Backups.of(path))
        assert (understood.opened, understood.tables) == (OpenOutcome.RECOVERED, everything), bit


def test_a_journal_whose_beginning_is_zeroed_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    base, journal = crashed(path)
    understood = reconstruct(base, bytes(512) + journal[512:], Backups.of(path))
    assert understood.opened is OpenOutcome.RECOVERED
    assert not understood.lost_nothing
    assert "In the journal 2" in texts_of(understood.tables)


def test_what_only_the_backup_has_is_offered_and_comes_back_when_asked(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 3)
    with TinyDB(path) as db:
        db.table("notes").remove(doc_ids=[2])
    assert "1 of “notes”" in check(path).faults[0]
    with opened(path) as library:
        offer = library.open_report.more_in_backup
        assert offer is not None
        assert offer.counts == {"notes": 1}
        assert sorted(texts(library)) == ["n0", "n2"]
        assert bring_back(library) == 1
        assert sorted(texts(library)) == ["n0", "n1", "n2"]
    with opened(path) as again:
        assert again.open_report.more_in_backup is None


def test_a_damaged_line_amid_a_journal_that_fits_is_said(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    _, journal = crashed(path)
    lines = journal.splitlines(keepends=True)
    path.with_name("library.json.journal").write_bytes(lines[0] + b"x" * 60 + b"\n" + b"".join(lines[2:]))
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert "What was saved last may be missing" in library.open_report.sentence
        assert sorted(texts(library)) == ["j1", "j2", "n0", "n1", "n2"]


def test_a_letter_changed_by_hand_is_kept_though_a_backup_has_another(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 20)
    path.write_bytes(path.read_bytes().replace(b"Note 1,", b"Note 6,"))  # three bits: no fault of a disk
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.CHANGED
        assert texts(library)["n1"] == "Note 6, café"


def test_tables_that_say_nothing_of_themselves_are_written_as_json_too() -> None:
    tables: Tables = {"_meta": {}, "notes": {"1": note("n1")}}
    assert read_base(b"".join(encode_tables(tables))) == BaseContent(tables, whole=True)


def test_a_record_of_the_backup_takes_no_number_from_one_that_is_here(tmp_path: Path) -> None:
    copies = no_backups(tmp_path)
    copies.make(b"".join(encode_tables({"notes": {"1": note("old")}})), NOON)
    here = b"".join(encode_tables({"notes": {"1": note("new")}}))
    understood = reconstruct(here.rstrip()[:-1], None, copies)  # its last bracket is gone
    assert {each["id"] for each in understood.tables["notes"].values()} == {"new", "old"}


def test_letters_made_small_by_hand_are_no_fault_of_the_disk(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 5)
    path.write_bytes(path.read_bytes().replace(b"Note ", b"note "))  # one bit each, far apart
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.CHANGED
        assert texts(library)["n3"] == "note 3, café"


def test_a_part_of_a_damaged_record_is_not_taken_for_a_record() -> None:
    damaged = b'{"notes": {"1": {"id": "n1", "text": oops, "more": {"3": {"deep": 1}}}, "2": {"id": "n2"}}}'
    tables = read_base(damaged).tables
    assert tables["notes"] == {"2": {"id": "n2"}}
    assert "oops" in next(iter(tables["_recovered"].values()))["text"]
