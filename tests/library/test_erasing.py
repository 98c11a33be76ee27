"""A session that is erased is in no file of the library any more."""

import gzip
from pathlib import Path

from formats.library.erasing import erase_everywhere
from tests.library.builders import filled, note, opened, texts


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


def test_it_says_which_files_it_could_not_reach(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    path.write_bytes(path.read_bytes() + b"}")
    (tmp_path / "library (conflicted copy).json").write_bytes(b"{}")
    next((tmp_path / "backups").iterdir()).write_bytes(b"damaged")
    with opened(path) as library:
        done = erase_everywhere(library, "s1")
    assert {each.name.split(" ")[0] for each in done.unreachable} == {"library"}
    assert len(done.unreachable) == 4  # damaged library, its journal, the conflict copy and the backup
    assert all(str(each) in done.sentence for each in done.unreachable)
