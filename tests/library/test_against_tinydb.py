"""Whatever TinyDB does with its own storage, it does with ours: the guard for a new TinyDB release."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.table import Document

from tests.library.builders import EXAMPLES, killed, opened, plain

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(0, 3), st.floats(0, 2), st.text(max_size=4), st.just([1, {"a": 1}])
)
DOCUMENTS = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)
NUMBERS = st.integers(1, 6)
STEPS = st.one_of(
    st.tuples(st.just("insert"), DOCUMENTS),
    st.tuples(st.just("insert_multiple"), st.lists(DOCUMENTS, max_size=3)),
    st.tuples(st.just("insert at"), NUMBERS, DOCUMENTS),
    st.tuples(st.just("update"), DOCUMENTS),
    st.tuples(st.just("update where"), DOCUMENTS, st.integers(0, 3)),
    st.tuples(st.just("update ids"), DOCUMENTS, st.lists(NUMBERS, max_size=3)),
    st.tuples(st.just("operate"), st.sampled_from(["increment", "delete", "add", "deep"])),
    st.tuples(st.just("update_multiple"), DOCUMENTS),
    st.tuples(st.just("upsert"), DOCUMENTS, st.integers(0, 3)),
    st.tuples(st.just("upsert at"), NUMBERS, DOCUMENTS),
    st.tuples(st.just("remove where"), st.integers(0, 3)),
    st.tuples(st.just("remove ids"), st.lists(NUMBERS, max_size=3, unique=True)),
    st.tuples(st.just("truncate")),
    st.tuples(st.just("drop_table")),
    st.tuples(st.just("drop_tables")),
    st.tuples(st.just("search"), st.integers(0, 3)),
)


def deep(document: Any) -> None:
    """Edits a document in its depth, in place."""
    for value in document.values():
        if isinstance(value, list):
            value[1]["a"] += 1


OPERATIONS = {"increment": increment("a"), "delete": delete("b"), "add": add("a", 1), "deep": deep}


def do(db: TinyDB, name: str, step: tuple[Any, ...]) -> Any:
    """One step; what it gave back, or the kind of error it raised."""
    table = db.table(name)
    what, *values = step
    actions = {
        "insert": lambda: table.insert(*values),
        "insert_multiple": lambda: table.insert_multiple(*values),
        "insert at": lambda: table.insert(Document(values[1], values[0])),
        "update": lambda: table.update(*values),
        "update where": lambda: table.update(values[0], where("a") == values[1]),
        "update ids": lambda: table.update(values[0], doc_ids=values[1]),
        "operate": lambda: table.update(OPERATIONS[values[0]], where("a").exists()),
        "update_multiple": lambda: table.update_multiple(
            [(values[0], where("a") == 1), ({"c": 1}, where("b") == 2)]
        ),
        "upsert": lambda: table.upsert(values[0], where("a") == values[1]),
        "upsert at": lambda: table.upsert(Document(values[1], values[0])),
        "remove where": lambda: table.remove(where("a") == values[0]),
        "remove ids": lambda: table.remove(doc_ids=values[0]),
        "truncate": table.truncate,
        "drop_table": lambda: db.drop_table(name),
        "drop_tables": db.drop_tables,
        "search": lambda: table.search(where("a") == values[0]),
    }
    try:
        return actions[what]()
    except (ValueError, TypeError, KeyError) as refused:
        return type(refused)


def contents(db: TinyDB) -> dict[str, Any]:
    """Everything that TinyDB says it holds."""
    return {
        name: (len(db.table(name)), [(each.doc_id, repr(dict(each))) for each in db.table(name)])
        for name in sorted(db.tables())
        if name != "_meta"
    }


@settings(max_examples=EXAMPLES, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from(["things", "words"]), STEPS), max_size=12))
def test_every_operation_gives_the_same_and_leaves_the_same(steps: list[tuple[str, tuple[Any, ...]]]) -> None:
    with TemporaryDirectory() as folder:
        stock = TinyDB(Path(folder) / "stock.json")
        path = Path(folder) / "ours" / "library.json"
        library = opened(path)
        for name, step in steps:
            assert do(library.db, name, step) == do(stock, name, step), step
            assert contents(library.db) == contents(stock), step
        everything = contents(stock)
        killed(library)
        library = opened(path)
        assert contents(library.db) == everything  # from the journal
        library.close()
        assert {name: len(table) for name, table in plain(path).items() if name != "_meta"} == {
            name: count for name, (count, _) in everything.items()
        }
        stock.close()
