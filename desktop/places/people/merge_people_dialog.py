"""Are these two one person, and as whom? The person to be is seen before anyone says yes."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.captioned import lay_out_captioned
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.places.people.network import NetworkMember, merged_member
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice import Choice
from desktop.widgets.words import Words
from formats.language import Message, tr, tr_count
from formats.session.people import Person
from formats.session.wording import join_list

FIELDS = {
    "name": Message("Name"),
    "known_as": Message("Known as"),
    "organisation": Message("Organisation"),
    "role": Message("Role"),
    "email": Message("Email"),
    "remarks": Message("Private notes"),
}
NOTHING_LOST = Message(
    "Sessions, roles, notes, next steps, wishes and offers of both go to this person. Nothing is lost."
)


class MergePeopleDialog(Dialog):
    """A choice for each field in which the two differ; what only one of them has is taken."""

    keeps_draft = False

    two_people_told = Signal(str, str)
    """They are two: the ids of both."""
    merge_agreed = Signal(object, str)
    """The person to be (Person, with the id that stays), and the id that goes."""

    def __init__(
        self, look: Look, one: NetworkMember, other: NetworkMember, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, tr("One person?"), tr("Make them one"), parent)
        self.setObjectName("merge-people")
        self._one, self._other = one, other
        self.choices = {field: self._choice(field) for field in FIELDS if self._differs(field)}
        self._preview = tuple(Words("", role, wrap=True) for role in ("strong", "second", "moss"))
        self.two = ActionButton(look, tr("Two people"), "users")
        self.two.setObjectName("they-are-two")
        self.two.clicked.connect(self._tell_two)
        self.foot.insertWidget(0, self.two)
        self._lay_out()
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self._show_merged)
        self._show_merged()
        self.accepted.connect(self._agree)
        self.fit_window(620, 460)

    @property
    def merged(self) -> Person:
        """The person to be."""
        one, other = self._one.person, self._other.person
        chosen = {field: choice.currentData() for field, choice in self.choices.items()}
        only = {field: getattr(one, field) or getattr(other, field) for field in FIELDS if field not in chosen}
        return replace(one, extra=_both_columns(one, other), **only, **chosen)

    def _differs(self, field: str) -> bool:
        one, other = getattr(self._one.person, field), getattr(self._other.person, field)
        return bool(one and other and one != other)

    def _choice(self, field: str) -> Choice:
        choice = Choice(self.look, str(FIELDS[field]))
        choice.setObjectName(f"merge-{field}")
        one, other = getattr(self._one.person, field), getattr(self._other.person, field)
        both = (f"{one}; {other}",) if field == "remarks" else ()
        for value in (*both, one, other):
            choice.addItem(value, value)
        return choice

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for number, member in enumerate((self._one, self._other)):
            if number:
                pair.addWidget(Words("+", "large"))
            pair.addWidget(member_card(member), 1)
        self.body.addLayout(pair)
        fields = tuple((str(FIELDS[field]), choice) for field, choice in self.choices.items())
        self.body.addLayout(lay_out_captioned(fields))
        self.body.addWidget(Words(tr("The person to be"), "caption"))
        card = _card("next")
        inside = card.layout()
        assert inside is not None
        for words in self._preview:
            inside.addWidget(words)
        self.body.addWidget(card)
        self.body.addWidget(Words(str(NOTHING_LOST), "second", wrap=True))
        self.body.addStretch(1)

    def _show_merged(self, _index: int = 0) -> None:
        member = merged_member(self._one, self._other, self.merged)
        for words, said in zip(self._preview, _lines(member), strict=True):
            words.setText(said)
            words.setVisible(bool(said))

    def _tell_two(self) -> None:
        self.reject()
        self.two_people_told.emit(self._one.person.id, self._other.person.id)

    def _agree(self) -> None:
        self.merge_agreed.emit(self.merged, self._other.person.id)


def member_card(member: NetworkMember) -> QFrame:
    """Somebody in three lines: name, where from, what they came to."""
    card = _card("card")
    inside = card.layout()
    assert inside is not None
    for said, role in zip(_lines(member), ("strong", "second", ""), strict=True):
        if said:
            inside.addWidget(Words(said, role, wrap=True))
    return card


def _card(role: str) -> QFrame:
    card = QFrame()
    card.setProperty("role", role)
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(2)
    return card


def _lines(member: NetworkMember) -> tuple[str, str, str]:
    person = member.person
    where = join_list(filter(None, (person.role, person.organisation, person.email)))
    count, times = member.visit_count, member.times_presented
    came = tr_count("{count} session", "{count} sessions", count) if count else ""
    presented = tr_count("presented once", "presented {count} times", times) if times else ""
    return person.name, where, join_list(filter(None, (came, presented)))


def _both_columns(one: Person, other: Person) -> tuple[tuple[str, str], ...]:
    """The columns of both; where they differ, both answers stand in it."""
    answers = dict(one.extra)
    for title, answer in other.extra:
        mine = answers.get(title, "")
        answers[title] = answer if mine in ("", answer) else f"{mine}; {answer}" if answer else mine
    return tuple(answers.items())
