"""What has the group agreed? A line each, in its own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.agreement import agreement_lines, agreement_trouble, our_agreement

SAY = Message("Say: “Is this all right for everyone? Anything to add or change?”")
WHERE = Message("Kept for this series, and on the room display before you start. Left empty, nothing is shown.")


class AgreementDialog(Dialog):
    """Ours to begin with, theirs to change."""

    agreed = Signal(object)
    """The lines to keep: a tuple of str, empty for none."""

    def __init__(self, look: Look, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, tr("What we agreed"), tr("Keep"), parent)
        self.text = QPlainTextEdit("\n".join(lines))
        self.text.setObjectName("agreement-text")
        self.text.setAccessibleName(tr("What we agreed, a line each"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(look.px(190))
        self.trouble = Words("", "error", wrap=True)
        self.trouble.hide()
        self.ours = ActionButton(look, tr("Begin with ours"), "rotate-ccw", Weight.QUIET)
        self.ours.setObjectName("our-agreement")
        self.body.addWidget(Words(str(SAY), wrap=True))
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.trouble)
        self.body.addWidget(Words(str(WHERE), "second", wrap=True))
        self.foot.insertWidget(0, self.ours)
        self.ours.clicked.connect(self._take_ours)
        self.text.textChanged.connect(self._judge)
        self.accepted.connect(self._tell)
        self.fit_window(620, 460)
        self.text.setFocus()

    def _take_ours(self) -> None:
        self.text.setPlainText("\n".join(our_agreement()))

    def _judge(self) -> None:
        trouble = agreement_trouble(agreement_lines(self.text.toPlainText()))
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.act.setEnabled(not trouble)

    def _tell(self) -> None:
        self.agreed.emit(agreement_lines(self.text.toPlainText()))
