"""Every note, title and name is found as typed, with accents and capitals ignored."""

import threading
from pathlib import Path

import pytest

from formats.library.searching import Search, spans
from formats.session.folding import fold
from tests.library.builders import in_memory, note, opened, session


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("cafe", "Meet at the CAFÉ"),
        ("CAFÉ", "the cafe\u0301 on the corner"),
        ("strasse", "Straße 7"),
        ("lodz", "Łódź"),
        ("smorrebrod", "smørrebrød"),
        ("istanbul", "İstanbul"),
        ("two words", "words apart: two"),
        ("дома", "Дома"),
        ("会議", "明日の会議"),
        ("don't", "They don’t know yet"),
        ("O’Brien", "Ask O'Brien"),
        ("anne-marie", "With Anne‑Marie"),
        ("کریمی", "علي كريمي"),
        ("thora", "ÞÓRA"),
    ],
)
def test_a_question_finds_the_text(question: str, text: str, tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        library.put("notes", note("n0", "Something else"))
        library.put("notes", note("n1", text))
        assert [hit.record["id"] for hit in Search(library).find(question)] == ["n1"]


def test_titles_and_names_come_before_notes_and_new_notes_before_old(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        for number in range(500):
            library.put_as_is("notes", note(f"n{number}", f"garden {number}"))
        library.put("people", {"id": "p", "name": "Ana Garden"})
        library.put("sessions", session("s", "In the Garden"))
        hits = Search(library).find("garden", limit=5)
        assert [hit.record["id"] for hit in hits] == ["s", "p", "n499", "n498", "n497"]


def test_the_index_keeps_up_with_every_change(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        search = Search(library)
        library.put("notes", note("n1", "blue"))
        assert search.find("blue")
        library.put("notes", note("n1", "green"))
        assert not search.find("blue")
        library.db.table("notes").update({"text": "yellow"})
        assert search.find("yellow")
        library.remove("notes", "n1")
        assert not search.find("yellow")


def test_no_words_find_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        library.put("notes", note("n1"))
        assert Search(library).find("  ") == []


def test_what_was_found_can_be_marked_in_the_text_as_typed() -> None:
    text = "Straße, CAFÉ und café"
    assert [text[start:end] for start, end in spans(text, "cafe strasse")] == ["Straße", "CAFÉ", "café"]
    asked = "Ask O’Brien"
    assert [asked[start:end] for start, end in spans(asked, "o'brien")] == ["O’Brien"]
    assert fold("ﬁn") == "fin"


def test_an_index_made_while_the_library_changes_is_right() -> None:
    library = in_memory()
    for number in range(3000):
        library.put_as_is("notes", note(f"n{number}", "before"))
    made: list[Search] = []
    making = threading.Thread(target=lambda: made.append(Search(library)))
    making.start()
    for number in range(0, 3000, 7):
        library.put_as_is("notes", note(f"n{number}", "after"))
        library.remove_without_trace("notes", f"n{number + 1}")
    making.join()
    ids = {hit.record["id"] for hit in made[0].find("after", limit=9999)}
    assert ids == {f"n{number}" for number in range(0, 3000, 7)}
    assert len(made[0].find("before", limit=9999)) == len(library.all("notes")) - len(ids)
