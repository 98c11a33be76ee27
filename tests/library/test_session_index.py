"""A session's own records are found at once, in their order, and its revision tells when any of them changed."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from formats.library.file import LibraryFile
from tests.library.builders import EXAMPLES, in_memory, note, session

SESSIONS = ("s1", "s2")
NOTES = ("n1", "n2", "n3")


def put_note(library: LibraryFile, record_id: str, where: str) -> None:
    library.put("notes", note(record_id, f"{record_id} of {where}", where))


def replace_all(library: LibraryFile, where: str) -> None:
    library.replace_all({"notes": {"7": note("n1", "another library", where)}})


def drop_notes(library: LibraryFile) -> None:
    library.db.drop_table("notes")


def fail_halfway(library: LibraryFile, record_id: str, where: str) -> None:
    try:
        with library.saving():
            put_note(library, record_id, where)
            library.remove("notes", "n1")
            raise KeyError
    except KeyError:
        pass


ACTS = st.one_of(
    st.tuples(st.just(put_note), st.sampled_from(NOTES), st.sampled_from(SESSIONS)),
    st.tuples(st.just(fail_halfway), st.sampled_from(NOTES), st.sampled_from(SESSIONS)),
    st.tuples(st.just(LibraryFile.remove), st.just("notes"), st.sampled_from(NOTES)),
    st.tuples(
        st.just(LibraryFile.put), st.just("sessions"), st.sampled_from([session("s1", "A"), session("s1", "B")])
    ),
    st.tuples(st.just(replace_all), st.sampled_from(SESSIONS)),
    st.tuples(st.just(drop_notes)),
)


def state_of(library: LibraryFile, session_id: str) -> list[Any]:
    """Everything of a session, found by walking over all records."""
    notes = [each for each in library.all("notes") if each["session"] == session_id]
    return [library.get("sessions", session_id), notes]


@settings(max_examples=EXAMPLES)
@given(st.lists(ACTS, max_size=8))
def test_a_session_s_records_are_those_a_walk_over_everything_finds(acts: list[Any]) -> None:
    library = in_memory()
    seen: dict[tuple[str, Any], list[Any]] = {}
    for act, *words in acts:
        act(library, *words)
        for session_id in SESSIONS:
            now = state_of(library, session_id)
            assert library.of_session("notes", session_id) == now[1]
            revision = session_id, library.session_revision(session_id)
            assert seen.setdefault(revision, now) == now


@settings(max_examples=EXAMPLES)
@given(st.lists(ACTS, max_size=8))
def test_while_the_revision_of_a_table_stands_its_records_are_the_same(acts: list[Any]) -> None:
    library = in_memory()
    seen: dict[tuple[str, int], list[Any]] = {}
    for act, *words in acts:
        act(library, *words)
        for table in ("notes", "sessions"):
            now = library.all(table)
            assert seen.setdefault((table, library.revision(table)), now) == now


def test_a_change_of_one_session_leaves_the_revision_of_others() -> None:
    library = in_memory()
    put_note(library, "n1", "s1")
    before = library.session_revision("s2")
    put_note(library, "n2", "s1")
    assert library.session_revision("s2") == before
