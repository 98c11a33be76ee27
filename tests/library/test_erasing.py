"""A session that is erased is in no file of the library any more."""

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from formats.library.erasing import LARGEST, erase_everywhere, erase_sessions, sessions_before
from formats.library.repository import SessionRepository
from formats.library.status import OpenOutcome
from formats.library.waiting_lists import WaitingListRepository
from formats.session.roster.reading import read_pasted
from tests.library.builders import filled, note, opened, session, texts
from tests.library.test_repository import full_session


def everything_under(folder: Path) -> bytes:
    """The bytes of every file, unpacked."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return b"".join(
        gzip.decompress(each.read_bytes()) if each.suffix == ".gz" else each.read_bytes() for each in files
    )


def test_library_journal_and_backups_hold_nothing_of_it_and_all_of_the_rest(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        library.put("notes", note("other", "Another session", session="s2"))
    library = opened(path)
    library.put("notes", note("n0", "A secret, edited"))
    library.put("notes", note("n5", "A secret in the journal"))
    library.remove("notes", "n1")
    done = erase_everywhere(library, "s1")
    assert done.backups == 2
    assert done.unreachable == ()
    found = everything_under(tmp_path)
    assert b"Peer Assist" not in found
    assert b"Note 1" not in found
    assert b"secret" not in found
    assert b'"s1"' not in found
    assert b"Another session" in found
    assert texts(library) == {"other": "Another session"}
    library.close()


def test_the_words_of_a_closing_round_are_gone_with_their_session(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with opened(path) as library:
        SessionRepository(library).keep_session(full_session())
    library = opened(path)
    words = full_session().closing_round.with_word("counted on")
    SessionRepository(library).keep_plan(replace(full_session(), closing_round=words))
    assert erase_everywhere(library, "february").unreachable == ()
    library.close()
    found = everything_under(tmp_path)
    assert b"lighter than before" not in found
    assert b"counted on" not in found


def test_the_people_of_a_list_that_waits_are_gone_with_their_session(tmp_path: Path) -> None:
    library = opened(tmp_path / "library.json")
    SessionRepository(library).keep_session(full_session())
    waiting = WaitingListRepository(library)
    waiting.keep("february", read_pasted("Quentin Applethwaite\nHello all, see the waiting line below"))
    assert erase_everywhere(library, "february").state.saved
    assert waiting.waiting("february") is None
    library.close()
    left = everything_under(tmp_path)
    assert b"Applethwaite" not in left
    assert b"the waiting line" not in left


def test_it_is_in_no_file_set_aside_damaged_or_unfinished_either(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        library.put("notes", note("other", "Another session", session="s2"))
    path.write_bytes(path.read_bytes().replace(b'"text": "Note 1, ', b'"text": Note 1, '))
    opened(path).close()  # sets the damaged file aside, with a piece of it in the library
    one_line = json.dumps(json.loads(path.read_bytes()))
    (tmp_path / "library.json.new").write_text(one_line[:900])
    path.write_text(one_line.replace('"kind": "idea", "text": "Note 0', '"kind": 7, "text": "Note 0'))
    library = opened(path)  # set aside as found, with a record that cannot be used
    assert library.all("_recovered")
    damaged = path.with_name("library (damaged 2020-01-01 00-00-00).json")
    damaged.write_text(one_line[:-700])
    done = erase_everywhere(library, "s1")
    library.close()
    assert done.unreachable == ()
    assert "The session is deleted from your data and backups." in done.sentence
    found = everything_under(tmp_path)
    for secret in (b"Peer Assist", b"Note 0", b"Note 1", b'"s1"', b"caf"):
        assert secret not in found
    assert b"Another session" in found


def test_it_is_not_at_the_place_the_library_was_moved_from_either(tmp_path: Path) -> None:
    path = filled(tmp_path / "old" / "library.json", 2)
    library = opened(path)
    library.put("notes", note("other", "Another session", session="s2"))
    library.move_to(tmp_path / "new" / "library.json")
    done = erase_everywhere(library, "s1")
    library.close()
    assert done.unreachable == ()
    assert b"Peer Assist" not in everything_under(tmp_path)
    with opened(path) as old:
        assert old.open_report.opened is not OpenOutcome.RECOVERED


def test_a_former_place_whose_drive_is_not_there_is_named(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "stick" / "Clearing" / "library.json", 2))
    library.move_to(tmp_path / "new" / "library.json")
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    done = erase_everywhere(library, "s1")
    library.close()
    assert str(tmp_path / "stick" / "Clearing" / "library.json") in done.sentence
    assert "deleted from your data and backups" not in done.sentence


def test_a_log_of_faults_keeps_nothing_of_it(tmp_path: Path) -> None:
    log = tmp_path / "elsewhere" / "faults.txt"
    log.parent.mkdir()
    log.write_text("ValueError\n  Note 1, café\n  line 7\n", "utf-8")
    with opened(filled(tmp_path / "library.json", 2)) as library:
        erase_everywhere(library, "s1", also=(log,))
    assert log.read_text("utf-8") == "ValueError\n  xxxxxxxxxxxxx\n  line 7\n"


def test_a_session_with_the_name_of_a_common_word_takes_nothing_else_along(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        library.put("sessions", session("idea", "A hostile file"))
        library.put("notes", note("text", "Ask the network", session="idea"))
        erase_everywhere(library, "idea")
        assert sorted(texts(library)) == ["n0", "n1"]
    with opened(path) as again:
        assert sorted(texts(again)) == ["n0", "n1"]


def test_a_note_that_was_made_from_one_of_the_session_does_not_lose_its_words(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        library.put("notes", note("other", "Note 1, café", session="s2"))
        done = erase_everywhere(library, "s1")
        assert texts(library) == {"other": "Note 1, café"}
    assert done.unreachable == ()


def test_sessions_older_than_a_day_are_erased_in_one_act(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        library.put("sessions", session("young", "A young one") | {"starts_at": "2026-03-05T12:00:00Z"})
        old = sessions_before(library, datetime(2026, 3, 5, tzinfo=UTC))
        assert old == ("s1",)
        done = erase_sessions(library, old)
        assert done.records == 3
    assert b"Peer Assist" not in everything_under(tmp_path)
    with opened(path) as again:
        assert [each["id"] for each in again.all("sessions")] == ["young"]


def test_it_says_which_files_it_could_not_reach(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    copy = tmp_path / "library (conflicted copy).json"
    copy.write_bytes(path.read_bytes())
    (tmp_path / "sent.txt").write_text("They said: Note 1, café", "utf-8")
    backup = next((tmp_path / "backups").iterdir())
    backup.write_bytes(b"damaged")
    with opened(path) as library:
        done = erase_everywhere(library, "s1")
    assert set(done.unreachable) == {copy, backup, tmp_path / "sent.txt"}
    assert all(str(each) in done.sentence for each in done.unreachable)
    assert "deleted from your data and backups" not in done.sentence


def test_a_packed_file_that_cannot_be_looked_through_is_named(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    packed = tmp_path / "my own copy.json.gz"
    packed.write_bytes(gzip.compress(path.read_bytes())[:-20])
    with opened(path) as library:
        assert erase_everywhere(library, "s1").unreachable == (packed,)


def test_a_file_too_large_to_be_looked_through_is_named_and_a_smaller_one_is_not(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    film, song = tmp_path / "film.mkv", tmp_path / "song.wav"
    for file, size in ((film, LARGEST + 1), (song, 1000)):
        with file.open("wb") as begun:
            begun.truncate(size)
    with opened(path) as library:
        assert erase_everywhere(library, "s1").unreachable == (film,)


def test_a_former_place_that_another_clearing_uses_is_named_and_left(tmp_path: Path) -> None:
    before = filled(tmp_path / "before" / "library.json", 2)
    library = opened(before)
    assert library.move_to(tmp_path / "after" / "library.json").saved
    other = opened(before)
    assert before in erase_everywhere(library, "s1").unreachable
    assert sorted(texts(other)) == ["n0", "n1"]
    library.close()
    other.close()


def test_a_link_to_a_file_that_lies_elsewhere_is_as_far_away_as_the_file(tmp_path: Path) -> None:
    path = filled(tmp_path / "library" / "library.json", 2)
    (tmp_path / "sent.txt").write_text("They said: Note 1, café", "utf-8")
    (path.parent / "shortcut").symlink_to(tmp_path / "sent.txt")
    with opened(path) as library:
        assert erase_everywhere(library, "s1").unreachable == ()
