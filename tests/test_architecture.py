"""Who may import whom, and what may be called where: the house rules of the code, each with its reason."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
QT = {"PySide6", "PySide2", "PyQt5", "PyQt6", "shiboken6", "qtpy"}
DOCUMENTS = {
    "typst",
    "jinja2",
    "docx",
    "lxml",
    "odfdo",
    "xlsxwriter",
    "icalendar",
    "openpyxl",
    "reportlab",
    "markupsafe",
}
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
MOST_LINES = 400
HOLDS_A_VALUE = re.compile(
    r"^Q(\w*ComboBox|\w*SpinBox|(Date|Time)+Edit|Slider|Dial|TabBar|TabWidget|CalendarWidget)$"
)


@dataclass(frozen=True)
class Import:
    """One import statement's target, and the line it stands on."""

    module: str
    line: int

    def within(self, *packages: str) -> bool:
        """Whether it is one of these packages or something inside it."""
        return any(self.module == package or self.module.startswith(package + ".") for package in packages)


@dataclass(frozen=True)
class Rule:
    """What modules in `place` must not import, and why; `but` is allowed even so."""

    place: str
    forbids: frozenset[str]
    why: str
    but: tuple[str, ...] = ()


RULES = (
    Rule("formats", frozenset(QT | {"desktop"}), "formats is the half without Qt: it runs in tests and scripts"),
    Rule("formats", frozenset({"resources"}), "the desktop says where data lies; formats gets a folder or bytes"),
    Rule(
        "formats/session",
        frozenset({"formats"}),
        "everything stands on the session, so it stands on nothing of ours but the words for it",
        but=("formats.session", "formats.language"),
    ),
    Rule("formats/language", frozenset({"formats"}), "words stand below all", but=("formats.language",)),
    Rule(
        "formats/library",
        frozenset({"formats"}),
        "the library stores sessions and knows no other room of the house",
        but=("formats.session", "formats.language", "formats.library"),
    ),
    Rule(
        "formats/structures",
        frozenset({"formats"}),
        "structures unfold into stages and know no other room of the house",
        but=("formats.session", "formats.language", "formats.structures"),
    ),
    Rule(
        "formats/exports",
        frozenset({"formats"}),
        "an export is made of a session, wherever that was kept",
        but=("formats.session", "formats.language", "formats.exports"),
    ),
    Rule("desktop", frozenset({"tests"}), "the app runs without its tests"),
    Rule("formats", frozenset({"tests"}), "the app runs without its tests"),
    Rule("desktop", frozenset({"tinydb"}), "only formats.library knows how sessions are kept"),
    Rule("desktop", frozenset(DOCUMENTS), "only formats.exports knows document libraries, and imports them late"),
    Rule("desktop", frozenset(NETWORK), "nothing leaves the machine: there is no network code"),
    Rule("formats", frozenset(NETWORK), "nothing leaves the machine: there is no network code"),
)
ONLY_THERE = (
    ("tinydb", "formats/library", "only formats.library knows how sessions are kept"),
    ("zxcvbn", "formats/library", "only formats.library seals"),
    ("polib", "formats/language", "only formats.language reads catalogues"),
    *((name, "formats/exports", "only formats.exports knows document libraries") for name in sorted(DOCUMENTS)),
)
UNPREDICTABLE = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic",
    "time.perf_counter", "uuid.uuid4", "uuid.uuid1", "secrets.token_hex", "os.urandom", "os.environ",
}  # fmt: skip
WORLDLY = {"open", "input", "print"}
OWN = {"self", "cls", "sys"}
"""Python's own `sys` has documented names that begin with an underscore."""
SLEEPING = re.compile(
    r"^sleep$|\b(time|asyncio|QTest|QThread)\.(sleep|msleep|usleep|qSleep|qWait)$|\bqtbot\.wait$"
)
WATCHES = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "thread_time"}
WAITING = ROOT / "tests" / "waiting.py"
MAY_READ_A_WATCH = {
    WAITING: "a wait for what never happens has to end",
    ROOT / "tests" / "desktop" / "live" / "test_clocks.py": "a clock is compared with another one",
    ROOT / "tests" / "random_use" / "play.py": "the slowest answer is told; only one of ten seconds is a fault",
    ROOT / "tests" / "linux" / "__main__.py": "how long each part took is told; nothing fails by it",
    ROOT / "tests" / "windows" / "__main__.py": "how long each part took is told; nothing fails by it",
    ROOT / "tests" / "random_use" / "__main__.py": "it goes on for as many minutes as it is told",
}
FILE_WORK = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir", "glob"}


def floors() -> dict[str, int]:
    """The floor of each room and root module of desktop/, from the top down, as its docstring has them."""
    told = ast.get_docstring(tree(ROOT / "desktop" / "__init__.py"), clean=False) or ""
    lines = re.findall(r"^ +floor: (.+(?:\n {8,}.+)*)$", told, re.M)
    return {name.strip(): number for number, line in enumerate(reversed(lines)) for name in line.split(",")}


def modules(place: str) -> list[Path]:
    """Every module of ours in a folder."""
    return sorted(path for path in (ROOT / place).rglob("*.py") if "__pycache__" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> Iterator[Import]:
    """All imports of a module, those inside functions and for type checking too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = path.relative_to(ROOT).parts
            package = ".".join(inside[: len(inside) - node.level])
            module = f"{package}.{node.module or ''}".strip(".") if node.level else node.module or ""
            yield Import(module, node.lineno)
            yield from (Import(f"{module}.{alias.name}", node.lineno) for alias in node.names)


def called(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """What a module calls, as dotted names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def where(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_there_is_something_to_guard() -> None:
    assert len(modules("formats/session")) > 10
    assert any(found.within("formats.session") for path in modules("desktop") for found in imports(path))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.place}-{min(rule.forbids)}")
def test_imports_point_one_way(rule: Rule) -> None:
    wrong = [
        f"{where(path, found.line)} imports {found.module}"
        for path in modules(rule.place)
        for found in imports(path)
        if found.within(*rule.forbids) and not found.within(*rule.but) and found.module not in {"formats"}
    ]
    assert not wrong, f"{rule.why}: {wrong}"


@pytest.mark.parametrize("path", modules("desktop"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_desktop_imports_only_what_stands_below(path: Path) -> None:
    """Rooms on one floor are strangers too, but for the lowest, which holds what everything uses."""
    room = room_of(path)
    wrong = [
        f"{where(path, found.line)} imports {found.module}"
        for found in imports(path)
        if (other := found.module.partition("desktop.")[2].partition(".")[0]) in floors()
        and room != other
        and (floors()[other] > floors()[room] or floors()[other] == floors()[room] > 0)
    ]
    assert not wrong, (
        f"{room} stands on floor {floors()[room]} of desktop/__init__.py and imports what is below: {wrong}"
    )


def room_of(path: Path) -> str:
    """The room of desktop/ that a module is in, or its own name where it stands at the root."""
    return path.relative_to(ROOT / "desktop").with_suffix("").parts[0]


def test_no_stranger_stands_at_the_root_of_the_desktop() -> None:
    found = {path.stem if path.is_file() else path.name for path in (ROOT / "desktop").iterdir() if is_code(path)}
    assert found == set(floors()) | {"__init__"}, "each room and root module has its floor in desktop/__init__.py"


def is_code(path: Path) -> bool:
    """Whether it is a module or a folder that holds some."""
    return path.suffix == ".py" or any(path.rglob("*.py"))


def test_no_two_folders_import_each_other() -> None:
    paths = {module_name(path): path for place in ("desktop", "formats") for path in modules(place)}
    edges = {
        (folder(path), folder(paths[found.module]))
        for path in paths.values()
        if path != ROOT / "desktop" / "__main__.py"
        for found in imports(path)
        if found.module in paths and not paths[found.module].name.startswith("__init__")
    }
    both = sorted(pair for pair in edges if pair[0] < pair[1] and pair[::-1] in edges)
    assert not both, f"of two folders one stands on the other: {both}"


def module_name(path: Path) -> str:
    """A module as an import names it."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def folder(path: Path) -> str:
    """The folder a module lies in."""
    return str(path.parent.relative_to(ROOT))


@pytest.mark.parametrize(("library", "home", "why"), ONLY_THERE)
def test_each_library_is_known_in_one_place(library: str, home: str, why: str) -> None:
    wrong = [
        where(path, found.line)
        for place in ("formats", "desktop", "resources")
        for path in modules(place)
        for found in imports(path)
        if found.within(library) and ROOT / home not in path.parents
    ]
    assert not wrong, f"{why}: {library} in {wrong}"


def test_the_session_needs_nothing_but_the_standard_library() -> None:
    foreign = [
        f"{where(path, found.line)} imports {found.module}"
        for path in modules("formats/session")
        for found in imports(path)
        if found.module.split(".")[0] not in sys.stdlib_module_names | {"formats"}
    ]
    assert not foreign, f"what a session is must run anywhere Python runs: {foreign}"


def test_the_session_reads_no_clock_no_file_and_no_chance() -> None:
    wrong = [
        f"{where(path, call.lineno)} calls {name}"
        for path in modules("formats/session")
        for name, call in called(path)
        if any(name == odd or name.endswith(f".{odd}") for odd in UNPREDICTABLE)
        or name in WORLDLY
        or name.rpartition(".")[2] in FILE_WORK
        or (name.rpartition(".")[2] in {"Random", "default_rng"} and not call.args)
    ]
    wrong += [where(path, line) for path in modules("formats/session") for line in unseeded_chance(path)]
    assert not wrong, f"now, bytes and seed are arguments, so that every result can be had again: {wrong}"


def unseeded_chance(path: Path) -> Iterator[int]:
    """Lines that import more than `Random`, which takes a seed; the module's functions share one that has none."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import) and {alias.name for alias in node.names} & {"random", "secrets"}:
            yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module in {"random", "secrets"}:
            yield from (node.lineno for alias in node.names if alias.name != "Random")


def test_only_the_desktop_reads_resources() -> None:
    users = {
        path
        for place in ("formats", "resources")
        for path in modules(place)
        for found in imports(path)
        if found.within("resources")
    }
    assert not users, f"resources are the desktop's to find; formats reads the folder it is given: {users}"


def test_resources_hold_no_code() -> None:
    """What packs the app lies beside what it packs, and never goes into it."""
    for path in modules("resources"):
        if ROOT / "resources" / "install" in path.parents:
            continue
        assert path.name == "__init__.py", f"resources are data only: {path}"
        body = tree(path).body
        only_a_docstring = len(body) == 1 and ast.get_docstring(tree(path)) is not None
        assert only_a_docstring, f"resources are data only, so {path} holds a docstring and nothing else"


def test_qt_talks_to_no_network_but_a_socket_on_this_machine() -> None:
    """A second copy of the app finds the running one through a local socket, in one module."""
    using = {path for path in modules("desktop") for found in imports(path) if found.within("PySide6.QtNetwork")}
    assert len(using) <= 1, f"the local socket belongs to a single module: {using}"
    taken = {
        found.module.removeprefix("PySide6.QtNetwork.")
        for path in using
        for found in imports(path)
        if found.within("PySide6.QtNetwork")
    }
    assert taken <= {"PySide6.QtNetwork", "QLocalServer", "QLocalSocket"}, f"nothing leaves the machine: {taken}"


def test_modules_hold_one_idea_and_stay_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for place in ("formats", "desktop")
        for path in modules(place)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long, f"a module past {MOST_LINES} lines holds two ideas: {long}"


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(p) for place in ("formats", "desktop") for p in modules(place) if not ast.get_docstring(tree(p))]
    assert not silent, f"a module opens with the question it answers: {silent}"


ASKED_OF_QT = {
    "sender": "a press brings its value along, see desktop/widgets/press.py; a row says which row it is",
    "senderSignalIndex": "as for `sender`",
    "objectName": "a name is for the style sheet and for finding a widget; a value is kept as what it is",
}
FINDS_WIDGETS = ROOT / "desktop" / "widgets" / "lost_focus.py"
"""It finds a control again that was drawn anew, by its name."""
LOOK_UPS = {"instance", "qApp"}


def test_no_slot_asks_who_sent_the_signal_and_no_name_is_read_as_data() -> None:
    wrong = [
        f"{where(path, call.lineno)} asks {name}: {ASKED_OF_QT[asked]}"
        for path in modules("desktop")
        for name, call in called(path)
        if (asked := name.rpartition(".")[2]) in ASKED_OF_QT and path != FINDS_WIDGETS
    ]
    assert not wrong, wrong


def test_the_application_is_passed_in_and_never_looked_up() -> None:
    """`QThreadPool.globalInstance` and the like are Qt's own; the application is ours, and built in one place."""
    wrong = [
        where(path, node.lineno)
        for path in modules("desktop")
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in LOOK_UPS)
        or (isinstance(node, ast.Name) and node.id in LOOK_UPS)
        or (isinstance(node, ast.alias) and node.name in LOOK_UPS)
    ]
    assert not wrong, f"who needs the application is given it: {wrong}"


OPAQUE = {
    ROOT / "formats" / "exports" / "word.py": "python-docx opens no other door to what a file holds",
    ROOT / "desktop" / "sound" / "outputs.py": "miniaudio tells of devices only after opening each",
}


@pytest.mark.parametrize("place", ["desktop", "formats"])
def test_private_parts_are_read_by_their_owner_alone(place: str) -> None:
    wrong = [
        f"{where(path, node.lineno)} reads {ast.unparse(node)}"
        for path in modules(place)
        if path not in OPAQUE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and is_private(node.attr)
        if ast.unparse(node.value) not in {"self", "cls", "super()"}
    ]
    wrong += [
        f"{where(path, found.line)} imports {found.module}"
        for path in modules(place)
        for found in imports(path)
        if found.within("desktop", "formats") and is_private(found.module.rpartition(".")[2])
    ]
    assert not wrong, f"give it a name in public, or ask its owner to do the work: {wrong}"


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_what_an_object_remembers_has_a_type_that_says_what_it_is() -> None:
    wrong = [
        f"{where(path, node.lineno)} keeps {ast.unparse(node.target)}: {ast.unparse(node.annotation)}"
        for path in modules("desktop")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.AnnAssign)
        and any(isinstance(part, ast.Name) and part.id in {"object", "Any"} for part in ast.walk(node.annotation))
        and "sound" not in path.parts  # miniaudio ships no types
    ]
    assert not wrong, f"`object` says nothing to who reads it, and nothing to mypy: {wrong}"


@pytest.mark.parametrize("place", ["desktop", "formats", "resources", "tests"])
def test_each_ignored_type_error_has_its_reason_beside_it(place: str) -> None:
    wrong = [
        where(path, number)
        for path in modules(place)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if IGNORED in line and not re.search(IGNORED + r"\[[a-z-]+\]  # \w", line)
    ]
    assert not wrong, f"say why mypy is wrong there, or make it right: {wrong}"


IGNORED = "# type: " + "ignore"  # in two parts, for this line is read as well


def test_no_failure_is_swallowed_whole() -> None:
    """A crash handler may report anything, and lives in `desktop/app/crash_log.py`."""
    wide = [
        where(path, node.lineno)
        for place in ("formats", "desktop")
        for path in modules(place)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and _catches_all(node)
        and path != ROOT / "desktop" / "app" / "crash_log.py"
    ]
    assert not wide, f"an unforeseen failure is a bug to see, not to hide: {wide}"


def _catches_all(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes every failure and does not raise it again once it has tidied up."""
    everything = handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"}
    raised_again = any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
    return everything and not raised_again


def test_every_field_that_holds_a_value_lets_the_wheel_pass() -> None:
    deaf = [
        str(path.relative_to(ROOT))
        for path in modules("desktop")
        if any(HOLDS_A_VALUE.match(name) for name in made(path))
        and not any(name == "let_wheel_pass" for name, _ in called(path))
    ]
    assert not deaf, f"a wheel turned over a page changes nothing in it: see desktop/widgets/wheel.py: {deaf}"


def made(path: Path) -> Iterator[str]:
    """What a module makes, by class: calls, and classes that stand on others."""
    yield from (name for name, _ in called(path))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            yield from (ast.unparse(base) for base in node.bases)


def test_no_test_reaches_into_private_parts() -> None:
    """A test that does breaks when the inside changes, and passes when what a person sees is gone."""
    wrong = [
        f"{where(path, node.lineno)} reads {ast.unparse(node)}"
        for path in modules("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and _is_private(node.attr) and ast.unparse(node.value) not in OWN
    ]
    wrong += [
        f"{where(path, found.line)} imports {found.module}"
        for path in modules("tests")
        for found in imports(path)
        if found.within("desktop", "formats", "resources") and _is_private(found.module.rpartition(".")[2])
    ]
    assert not wrong, f"give the view a public name for it, or test what a person sees: {wrong}"


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_no_test_sleeps() -> None:
    """A sleep is too short on a busy machine and too long on any other; `tests.waiting` waits for the thing."""
    wrong = [
        f"{where(path, call.lineno)} calls {name}"
        for path in modules("tests")
        if path != WAITING
        for name, call in called(path)
        if SLEEPING.search(name) or (name.endswith("assertNotEmitted") and _keyword(call, "wait"))
    ]
    wrong += [
        f"{where(path, node.lineno)} sleeps in a script"
        for path in modules("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "time.sleep(" in node.value
        if path != Path(__file__)
    ]
    assert not wrong, f"wait for what is to happen: {wrong}"


def _keyword(call: ast.Call, name: str) -> bool:
    """Whether a call is given something by this name."""
    return any(keyword.arg == name for keyword in call.keywords)


def test_no_test_is_timed() -> None:
    """How long something takes is measured in `tests/bench`, beside something else that the machine does."""
    wrong = [
        f"{where(path, node.lineno)} reads {name}"
        for path in modules("tests")
        if "bench" not in path.parts and path not in MAY_READ_A_WATCH and path != Path(__file__)
        for node in ast.walk(tree(path))
        if (name := getattr(node, "attr", getattr(node, "id", ""))) in WATCHES
    ]
    assert not wrong, f"a busy machine fails it: {wrong}"


@pytest.mark.parametrize("path", modules("formats"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_public_function_of_formats_that_raises_says_what_and_when(path: Path) -> None:
    silent = [
        where(path, function.lineno)
        for function in _public_functions(tree(path))
        if any(isinstance(node, ast.Raise) for node in _own_statements(function))
        and "Raises " not in (ast.get_docstring(function) or "")
    ]
    assert not silent, f"whoever calls it has to know what to expect: {silent}"


def _public_functions(scope: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """The functions of a module and of its classes that others may call."""
    for node in scope.body:
        if isinstance(node, ast.ClassDef) and not _is_private(node.name):
            yield from _public_functions(node)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def _own_statements(node: ast.AST) -> Iterator[ast.AST]:
    """Everything inside a function but for the functions and classes inside it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            yield child
            yield from _own_statements(child)


TIPS = {"setToolTip": 0, "setTabToolTip": 1, "showText": 1, "setWhatsThis": 0, "setStatusTip": 0}
"""What shows a tip, and which of its arguments is the text."""


def test_no_tip_can_turn_a_typed_word_into_markup() -> None:
    """Qt reads a tip that looks like markup as markup, and opens the pictures it names."""
    wrong = [
        f"{where(path, call.lineno)} {name}"
        for path in modules("desktop")
        for name, call in called(path)
        if (place := TIPS.get(name.rpartition(".")[2])) is not None
        and len(call.args) > place
        and not _is_plain(call.args[place])
    ]
    assert not wrong, f"give it `plain_tip(...)` of desktop/widgets/tips.py: {wrong}"


def _is_plain(text: ast.expr) -> bool:
    """Whether it is written here in full, or made plain."""
    if isinstance(text, ast.IfExp):
        return _is_plain(text.body) and _is_plain(text.orelse)
    made_plain = isinstance(text, ast.Call) and isinstance(text.func, ast.Name) and text.func.id == "plain_tip"
    return made_plain or isinstance(text, ast.Constant)


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide keeps what it gave for an item, and takes for it what comes to lie in its place: then the app dies.

    `FlowLayout` is ours and holds its items itself.
    """
    ours = {ROOT / "desktop" / "widgets" / "flow.py", ROOT / "desktop" / "places" / "prepare" / "trouble_card.py"}
    asked = [
        where(path, call.lineno)
        for path in modules("desktop")
        if path not in ours
        for name, call in called(path)
        if name.rpartition(".")[2] in ("itemAt", "itemAtPosition")
    ]
    assert not asked
