"""What becomes of words that are typed when Clearing stops? They stand there again the next time.

A dialog is accepted or cancelled, and then its words are where they belong or are given up. If it goes any other
way, by a crash or with the window, they are kept with the session they were typed over. Those in a field of a page
are kept by `widgets/page_draft`.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.open_input import DraftTimer

Field = QLineEdit | QPlainTextEdit
LONGEST = 100_000
"""Letters of a text that is kept while it is typed; nobody types more, and a long list is still elsewhere."""


class TextStore(Protocol):
    """Where texts are kept, by dialog and session."""

    def of(self, dialog: str, session: str) -> Mapping[str, str]: ...

    def keep(self, dialog: str, session: str, texts: Mapping[str, str]) -> None: ...


class UnfinishedText(QObject):
    """What was changed in a dialog beside its fields, such as in a table, written as a text."""

    changed = Signal()
    given_back = Signal(str)
    """What was written before Clearing stopped, when the fields have theirs."""

    def __init__(self, dialog: QWidget, name: str) -> None:
        super().__init__(dialog)
        self.name, self.text = name, ""

    def write(self, text: str) -> None:
        """Takes another text; empty where nothing is changed."""
        if text != self.text:
            self.text = text
            self.changed.emit()


class UnfinishedInput(QObject):
    """Belongs to a window; the dialogs over it ask here for what was typed in them before."""

    def __init__(self, store: TextStore, session_id: Callable[[], str], window: QWidget) -> None:
        super().__init__(window)
        self._store, self._session_id = store, session_id

    @property
    def store(self) -> TextStore:
        """Where the texts are kept."""
        return self._store

    @property
    def session_id(self) -> str:
        """The session that is typed over; empty for none."""
        return self._session_id()

    def follow(self, dialog: QWidget, name: str) -> "DialogDraft":
        """Keeps what is typed in a dialog from now on."""
        return DialogDraft(dialog, name, self._session_id(), self._store)


class DialogDraft(QObject):
    """The words of one dialog, kept at each pause of the typing."""

    def __init__(self, dialog: QWidget, name: str, session: str, store: TextStore) -> None:
        super().__init__(dialog)
        self._name, self._session, self._store = name, session, store
        self._fields = dict(_named_fields(dialog))
        self._before = {name: _text(field) for name, field in self._fields.items()}
        self._more = {each.name: each for each in dialog.findChildren(UnfinishedText)}
        self._pause = DraftTimer(self)
        self._pause.save_due.connect(self.keep)
        self.was_given_back = self._give_back()
        for field in self._fields.values():
            field.textChanged.connect(self._pause.notice_typing)
        for text in self._more.values():
            text.changed.connect(self.keep)  # what is typed in a table has had its pause

    def keep(self) -> None:
        """Keeps what differs from what stood there when the dialog was opened."""
        typed = {name: _text(field) for name, field in self._fields.items()}
        changed = {
            name: text for name, text in typed.items() if text != self._before[name] and len(text) <= LONGEST
        }
        changed |= {name: each.text for name, each in self._more.items() if 0 < len(each.text) <= LONGEST}
        self._store.keep(self._name, self._session, changed)

    def end(self) -> None:
        """The words are where they belong, or were given up."""
        self._pause.forget()
        self._store.keep(self._name, self._session, {})

    def _give_back(self) -> bool:
        kept = self._store.of(self._name, self._session)
        fields = [(field, kept[name]) for name, field in self._fields.items() if name in kept]
        for field, text in fields:
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.setModified(True)
            else:
                field.setPlainText(text)
        texts = [(each, kept[name]) for name, each in self._more.items() if name in kept]
        for each, text in texts:
            each.given_back.emit(text)
        return bool(fields or texts)


def follow_dialog(dialog: QWidget, name: str) -> DialogDraft | None:
    """Keeps what is typed in a dialog over a window that knows where to; None where there is none."""
    unfinished = unfinished_input_of(dialog)
    return unfinished.follow(dialog, name) if unfinished is not None else None


def unfinished_input_of(widget: QWidget) -> UnfinishedInput | None:
    """What the window of a widget knows of where texts are kept; None where it knows nothing."""
    window = widget
    while (parent := window.parentWidget()) is not None:
        window = parent
    unfinished = window.findChild(UnfinishedInput)
    return unfinished if isinstance(unfinished, UnfinishedInput) else None


def _named_fields(dialog: QWidget) -> list[tuple[str, Field]]:
    """The fields for words, each with a name that it has the next time too; none for what is secret."""
    fields: list[Field] = [
        field
        for field in dialog.findChildren(QLineEdit)
        if field.echoMode() is QLineEdit.EchoMode.Normal and not field.isReadOnly()
    ]
    fields += [field for field in dialog.findChildren(QPlainTextEdit) if not field.isReadOnly()]
    return [(f"{number} {field.accessibleName()}", field) for number, field in enumerate(fields)]


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
