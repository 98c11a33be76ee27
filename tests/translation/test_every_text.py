"""Every text that a person reads is a message: nothing stands outside `tr`, `tr_count`, `Message`, `in_its_place`.

A folder joins DONE when its texts are messages; from then on a text that is none fails here.
"""

import ast
from collections.abc import Iterator

import pytest

from desktop.places.page import PlaceName
from tests.test_architecture import ROOT
from tests.test_plain_words import Text, texts_in

DONE = (
    "desktop/__main__.py",
    "desktop/actions.py",
    "desktop/app/",
    "desktop/background.py",
    "desktop/commands/",
    "desktop/content/",
    "desktop/dialogs/",
    "desktop/dressing.py",
    "desktop/file_queue.py",
    "desktop/folders.py",
    "desktop/guide/",
    "desktop/keys.py",
    "desktop/live/",
    "desktop/live_preferences.py",
    "desktop/look.py",
    "desktop/open_input.py",
    "desktop/palettes.py",
    "desktop/panels/",
    "desktop/places/empty_place.py",
    "desktop/places/help/",
    "desktop/places/library/",
    "desktop/places/open_session.py",
    "desktop/places/page.py",
    "desktop/places/page_navigator.py",
    "desktop/places/people/",
    "desktop/places/prepare/",
    "desktop/places/run/",
    "desktop/places/session_exchange.py",
    "desktop/places/session_receiver.py",
    "desktop/places/sessions/",
    "desktop/places/settings/",
    "desktop/places/summary/",
    "desktop/places/year/",
    "desktop/preferences.py",
    "desktop/redraw.py",
    "desktop/rehearsal/",
    "desktop/room_display/",
    "desktop/sound/",
    "desktop/system_faults.py",
    "desktop/unfinished_input.py",
    "desktop/widgets/",
    "desktop/wording.py",
    "formats/language/po_files.py",
    "formats/library/",
)
NAMES = frozenset({"Clearing", "Qt", "Atkinson Hyperlegible Next", "Inter"})
"""Names of programs and typefaces, the same in every language."""
NOBODY_READS = {
    "desktop/sound/outputs.py": "names of devices as sound systems give them, and what only a log says",
    "desktop/sound/speech.py": "a script for Windows",
}
MESSAGES_FIRST = {"tr": 1, "tr_count": 2, "Message": 1, "in_its_place": 2, "cast": 1}
"""How many of the first arguments are the message itself, or a type; what else there is is looked at."""
FOR_CODE = frozenset(
    {
        "PageDraft",
        "setObjectName",
        "setProperty",
        "setStyle",
        "startswith",
        "endswith",
        "TypeVar",
        "NewType",
        "get_all",
    }
)
KEYS = frozenset(
    [
        "Alt",
        "Backspace",
        "Ctrl",
        "Del",
        "Down",
        "End",
        "Enter",
        "Esc",
        "Home",
        "Left",
        "Return",
        "Right",
        "Shift",
        "Space",
        "Tab",
        "Up",
    ],
)
"""How Qt spells keys in code; what people read of them says `key_words`."""
PATTERNS = "*.csv *.tsv *.txt *.md *.ics *.vcf *.eml *.xlsx *.{}"
DRAFTS = (
    ("desktop/places/prepare/agenda_pane.py", "minutes of {}"),
    ("desktop/places/prepare/page.py", "somebody by name"),
    ("desktop/places/run/page.py", "day of a next step"),
    ("desktop/places/run/work_column.py", "closing word"),
    ("desktop/places/year/page.py", "first day"),
    ("desktop/places/year/page.py", "last day"),
)
JOBS = ("year", "figures", "record", "links")
NOT_MESSAGES = {
    ("desktop/places/library/own_entry_commands.py", "own structure or opener"): "what a draft is kept under",
    ("desktop/places/library/form/recording_field.py", "*.wav *.flac *.mp3 *.ogg"): "patterns of files",
    ("desktop/places/help/diagnostics.py", "{} in {}, line {}"): "a place in the code, for whoever corrects it",
    ("desktop/places/prepare/agenda_focus.py", "fold {}"): "a name for code",
    ("desktop/places/prepare/row_acts.py", "break after"): "an act, told from the id of any stage by its space",
    ("desktop/places/prepare/two_columns.py", "background: {};"): "a style",
    ("desktop/rehearsal/rehearse.py", "This plugin does not support"): "what Qt says",
    ("desktop/rehearsal/rehearse.py", "{} summaries"): "the name of a folder",
    ("desktop/widgets/reorder.py", "background: {};"): "a style",
    (
        "desktop/guide/document.py",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    ): "a rule for browsers",
    ("desktop/guide/document.py", '<source media="(prefers-color-scheme: dark)" srcset="{}">'): "markup",
    ("desktop/guide/page_text.py", "{}px 0 {}px 0"): "a style",
    ("desktop/guide/page_text.py", "0 0 {}px 0"): "a style",
    ("desktop/dialogs/add_people.py", "*.csv *.tsv *.txt *.md *.ics *.vcf *.eml"): "patterns of files",
    ("desktop/dialogs/begin_session.py", "series {}"): "an id",
    (
        "desktop/content/guide/markup.py",
        "A page of the guide begins with its title, not with “{}”.",
    ): "for its writer",
    ("desktop/content/licences.py", "source code"): "how packages name an address",
    ("formats/library/backups.py", "cut short, or larger than a data file can be"): "what only a log says",
    ("formats/library/backups.py", "the copy does not read back: {}"): "what only a log says",
    ("formats/library/base_file.py", "it is damaged, and only a part of it is left"): "stored",
    ("formats/library/conflicts.py", "Desktop"): "the name of a folder",
    ("formats/library/conflicts.py", "Documents"): "the name of a folder",
    ("formats/library/file.py", "changed elsewhere"): "the name of a file",
    ("formats/library/opening.py", "as found"): "the name of a file",
    ("formats/library/opening.py", "before update"): "the name of a file",
    ("formats/library/pack_files.py", "note pack"): "stored",
    ("formats/library/records.py", "history {}: no move is called {}"): "what only a log says",
    ("formats/library/safe_file.py", ".journal found {}"): "the name of a file",
    ("formats/library/safe_file.py", "another drive is mounted here"): "what only a log says",
    ("formats/library/safe_file.py", "there is no data file to extend"): "what only a log says",
    (
        "desktop/places/sessions/page.py",
        "*.csv *.tsv *.txt *.md *.ics *.vcf *.eml *.xlsx *.{}",
    ): "patterns of files",
    **dict.fromkeys(DRAFTS, "what a draft is kept under"),
    **{("desktop/places/summary/export_plan.py", f"{kind} {{}}"): "what a job is known by" for kind in JOBS},
    **{("desktop/places/page.py", place.value): "the name that code knows a place by" for place in PlaceName},
}
"""What looks like a text and is none, by its file and what it says, and why."""


def outside_messages(file: str, source: str) -> Iterator[Text]:
    """The texts of a module that a translator never gets to see."""
    found = texts_in(file, _WithoutMessages().visit(ast.parse(source)))
    yield from (text for text in found if text.text not in KEYS and text.text not in NAMES)


class _WithoutMessages(ast.NodeTransformer):
    """Leaves away messages, what is compared with, annotations, and names for the code itself."""

    def visit_Call(self, call: ast.Call) -> ast.AST:
        name = _name(call.func)
        if name in FOR_CODE:
            return ast.Constant("")
        call.args = call.args[MESSAGES_FIRST.get(name, 0) :]
        return self.generic_visit(call)

    def visit_Compare(self, compared: ast.Compare) -> ast.AST:
        compared.left = _unless_said(compared.left)
        compared.comparators = [_unless_said(one) for one in compared.comparators]
        return self.generic_visit(compared)

    def visit_Subscript(self, looked_up: ast.Subscript) -> ast.AST:
        looked_up.slice = ast.Constant(0)
        return self.generic_visit(looked_up)

    def visit_Dict(self, table: ast.Dict) -> ast.AST:
        pairs = zip(table.keys, table.values, strict=True)
        table.keys = [_unless_key(key, value) for key, value in pairs]
        return self.generic_visit(table)

    def visit_FunctionDef(self, function: ast.FunctionDef) -> ast.AST:
        function.returns = None
        return self.generic_visit(function)

    def visit_arg(self, argument: ast.arg) -> ast.AST:
        argument.annotation = None
        return argument

    def visit_AnnAssign(self, assigned: ast.AnnAssign) -> ast.AST:
        assigned.annotation = ast.Constant("")
        return self.generic_visit(assigned)


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _unless_key(key: ast.expr | None, value: ast.expr) -> ast.expr | None:
    """What a message is found by is none itself."""
    found = isinstance(value, ast.Call) and _name(value.func) == "Message"
    return ast.Constant("") if key is not None and found else key


def _unless_said(compared: ast.expr) -> ast.expr:
    return ast.Constant("") if isinstance(compared, ast.Constant | ast.Tuple | ast.Set) else compared


def messages_made_up() -> list[str]:
    """Where a message is put together, so that no catalogue can have it."""
    return [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for folder in ("desktop", "formats")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        for message in call.args[: MESSAGES_FIRST.get(_name(call.func), 0)]
        if isinstance(message, ast.JoinedStr | ast.BinOp)
    ]


def test_no_message_is_put_together() -> None:
    assert not messages_made_up(), "name what changes as a field: tr('{name} is here', name=name)"


def _found() -> list[Text]:
    places = [ROOT / place for place in DONE]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*.py")))]
    return [
        text
        for file in files
        if file.relative_to(ROOT).as_posix() not in NOBODY_READS
        for text in outside_messages(file.relative_to(ROOT).as_posix(), file.read_text("utf-8"))
    ]


def test_no_text_stands_outside_a_message() -> None:
    assert not [str(text) for text in _found() if (text.file, text.text) not in NOT_MESSAGES]


def test_every_exception_is_still_needed() -> None:
    assert not set(NOT_MESSAGES) - {(text.file, text.text) for text in _found()}


@pytest.mark.parametrize("place", DONE)
def test_what_is_done_is_there(place: str) -> None:
    assert (ROOT / place).exists()


@pytest.mark.parametrize(
    "planted",
    [
        "label.setText('Nobody is here yet')",
        "SAID = 'Nobody is here yet'",
        "said = f'{name} is here'",
        "tr('{who} is here', who=name or 'Nobody at all')",
        "tr_count('{count} note', '{count} notes', 3, kind='Private notes')",
        "title = said + ' and all the rest'",
    ],
)
def test_a_planted_text_would_be_found(planted: str) -> None:
    assert list(outside_messages("desktop/planted.py", planted))


@pytest.mark.parametrize(
    "planted",
    [
        "label.setText(tr('Nobody is here yet'))",
        "SAID = Message('Nobody is here yet')",
        "tr_count('{count} note', '{count} notes', len(notes))",
        "field.setObjectName('Name of a field')",
        "there = name == 'Name of a field'",
        "table['Name of a field'] = 1",
    ],
)
def test_what_is_a_message_or_nothing_to_read_is_not_found(planted: str) -> None:
    assert not list(outside_messages("desktop/planted.py", planted))
