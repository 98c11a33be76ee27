"""What becomes of words half typed in a field of a page when Clearing crashes? They stand in it again.

They are not entered for it: "1" may be the beginning of "15". Whatever else takes a field away enters what can be
read, see `open_input`.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop.open_input import DraftTimer
from desktop.unfinished_input import LONGEST, unfinished_input_of
from desktop.widgets.typed_field import TypedField


class PageDraft(QObject):
    """Keeps what is typed in a page and not entered yet; the page calls `follow` whenever it was drawn."""

    def __init__(self, page: QWidget, name: str, *, of_session: bool = True) -> None:
        """Without `of_session`, what is typed belongs to no session."""
        super().__init__(page)
        self._page, self._name, self._of_session = page, name, of_session
        self._fields: dict[str, QLineEdit] = {}
        self._session = ""
        self._kept: Mapping[str, str] = {}
        self._pause = DraftTimer(self)
        self._pause.save_due.connect(self.keep)

    def follow(self, fields: Mapping[str, QLineEdit]) -> None:
        """Follows these fields and no others from now on, and gives back what was typed in those new to it.

        Each has a name that is its own the next time too, wherever it stands then and in any language.
        """
        unfinished = unfinished_input_of(self._page)
        if unfinished is None:
            return
        self._pause.save_now()
        session = unfinished.session_id if self._of_session else ""
        before = set(filter(isValid, self._fields.values()))
        known = before if session == self._session else set[QLineEdit]()
        self._fields, self._session = dict(fields), session
        new = {name: field for name, field in self._fields.items() if field not in known}
        if not new:
            return
        kept, self._kept = unfinished.store.of(self._name, session), {}
        for name, field in new.items():
            if field in before and field.isModified():
                field.clear()  # it was typed over the session before, and is kept with that
            elif field not in before:
                field.textChanged.connect(self._notice)
                field.editingFinished.connect(self._notice)
            if name in kept:
                _give_back(field, kept[name])
        self._kept = kept

    def keep(self) -> None:
        """Keeps what is typed and not entered."""
        unfinished = unfinished_input_of(self._page)
        if unfinished is not None and (typed := self._typed()) != self._kept:
            self._kept = typed
            unfinished.store.keep(self._name, self._session, typed)

    def _typed(self) -> dict[str, str]:
        fields = ((name, field) for name, field in self._fields.items() if isValid(field) and field.isModified())
        return {name: field.text() for name, field in fields if 0 < len(field.text()) <= LONGEST}

    def _notice(self) -> None:
        unfinished = unfinished_input_of(self._page)
        if unfinished is None or (self._of_session and unfinished.session_id != self._session):
            return  # the fields are about to show another session
        if self._kept.keys() - self._typed().keys():
            self.keep()  # what was entered or given up is not to come back, not even after a crash this moment
        else:
            self._pause.notice_typing()


def _give_back(field: QLineEdit, text: str) -> None:
    if isinstance(field, TypedField):
        field.show_unfinished(text)
    else:
        field.setText(text)
        field.setModified(True)
