"""One person: what to know about them, what they offered, their open next steps, the sessions they came to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.open_input import KeptWhileTyped
from desktop.places.people.network import MemberVisit, NetworkMember, OpenStepOfMember
from desktop.places.people.rows import came_words, presented_words, steps_words
from desktop.widgets.built_as_read import BuiltAsRead
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.limited_length import limit_length
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.words import Words
from desktop.wording import short_date
from formats.language import tr, tr_count
from formats.session.contributions import offers_column, with_offers
from formats.session.people import Person
from formats.session.wording import join_list

MOST_VISITS = 60
LONGEST = 300
SCROLL_BAR = 12
DID = ("presenter", "note_taker", "timekeeper")


class PersonPane(QFrame):
    """Beside the table; what is typed here is saved when the field is left."""

    person_edited = Signal(object)
    """Someone as they are to be: Person."""
    record_requested = Signal(object)
    """The attendance record of someone is wanted: NetworkMember."""
    erase_requested = Signal(object)
    """Someone is to be erased from everything: NetworkMember."""
    merge_requested = Signal(object)
    """Someone stands in the list under another name too: NetworkMember."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setObjectName("person-pane")
        self._look = look
        self._person: Person | None = None
        self._name = Words("", "large", wrap=True)
        self._from = Words("", "second", wrap=True)
        self.known_as = _field("person-known-as", tr("Known as"))
        self.email = _field("person-email", tr("Email"))
        self.remarks = _field("person-remarks", tr("Private notes"))
        self.offers = _field("person-offers", tr("Offers to contribute"))
        self._fields = {"known_as": self.known_as, "email": self.email, "remarks": self.remarks}
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._facts = tuple(Chip(look, "") for _ in range(3))
        self._member: NetworkMember | None = None
        self.record = ActionButton(look, tr("Attendance record"), "file-text")
        self.record.setObjectName("attendance-record")
        self.record.clicked.connect(self._ask_for_record)
        self.merge = ActionButton(look, tr("Also here under another name…"), "merge")
        self.merge.setObjectName("merge-with")
        self.merge.clicked.connect(self._ask_to_merge)
        self.erase = ActionButton(look, tr("Delete everywhere…"), "trash-2", tint="clay")
        self.erase.setObjectName("erase-person-everywhere")
        self.erase.clicked.connect(self._ask_to_erase)
        self._offers = QVBoxLayout()
        self._wishes = QVBoxLayout()
        self._steps = QVBoxLayout()
        self._visits = QVBoxLayout()
        self._lay_out()
        for field in (*self._fields.values(), self.offers):
            field.editingFinished.connect(self._keep)
            KeptWhileTyped(field)

    @property
    def least_width(self) -> int:
        """The width in pixels at which nothing in it is cut, its widest button included."""
        inner = self._scroll.widget()
        return inner.minimumSizeHint().width() + SCROLL_BAR if inner is not None else 0

    def show_member(self, member: NetworkMember | None) -> None:
        """Shows a person, or nothing; what was typed for the one before is saved first."""
        if self._person is not None and (member is None or member.person.id != self._person.id):
            self._keep()
        self._scroll.setVisible(member is not None)
        if member is None:
            self._person = None
            return
        self._member = member
        same = self._person is not None and self._person.id == member.person.id
        self._person = member.person
        self._name.setText(member.person.name)
        place = join_list(filter(None, (member.person.role, member.person.organisation)))
        self._from.setText(place)
        self._from.setVisible(bool(place))
        for name, field in self._fields.items():
            if not (same and field.hasFocus()):
                field.setText(getattr(member.person, name))
        self._facts[0].show_as(came_words(member), "calendar-days")
        self._facts[1].show_as(presented_words(member), "presentation")
        self._facts[2].show_as(steps_words(member), "flag", "amber")
        if not (same and self.offers.hasFocus()):
            self.offers.setText(member.person.column(offers_column(member.person)))
        counted = (member.visit_count, member.times_presented, len(member.steps))
        for chip, count in zip(self._facts, counted, strict=True):
            chip.setVisible(count > 0)
        self._list_offers(member.offers)
        self._list_wishes(member.wishes)
        self._list_steps(member.steps)
        self._list_visits(member.visits)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def _ask_for_record(self) -> None:
        if self._member is not None:
            self._keep()
            self.record_requested.emit(self._member)

    def _ask_to_merge(self) -> None:
        if self._member is not None:
            self._keep()
            self.merge_requested.emit(self._member)

    def _ask_to_erase(self) -> None:
        if self._member is not None:
            self._keep()
            self.erase_requested.emit(self._member)

    def _keep(self) -> None:
        if self._person is None:
            return
        known_as, email, remarks = (" ".join(field.text().split()) for field in self._fields.values())
        changed = replace(self._person, known_as=known_as, email=email, remarks=remarks)
        if self.offers.text() != self._person.column(offers_column(self._person)):
            changed = with_offers(changed, self.offers.text())
        if changed != self._person:
            self._person = changed
            self.person_edited.emit(changed)

    def _list_offers(self, offers: Iterable[str]) -> None:
        column = clear_layout(self._offers)
        for number, offer in enumerate(offers):
            if not number:
                column.addWidget(Words(tr("Offered to contribute"), "caption"))
            column.addWidget(Words(offer, wrap=True))

    def _list_wishes(self, wishes: Iterable[str]) -> None:
        column = clear_layout(self._wishes)
        for number, wish in enumerate(wishes):
            if not number:
                column.addWidget(Words(tr("Wishes for the rooms"), "caption"))
            column.addWidget(Words(wish, wrap=True))

    def _list_steps(self, steps: Iterable[OpenStepOfMember]) -> None:
        column = clear_layout(self._steps)
        lines = [(step.text, _step_facts(step)) for step in steps]
        if lines:
            column.addWidget(Words(tr("Open next steps"), "caption"))
        for text, facts in lines:
            column.addWidget(_entry(text, facts))

    def _list_visits(self, visits: tuple[MemberVisit, ...]) -> None:
        column = clear_layout(self._visits)
        column.addWidget(Words(tr("Sessions"), "caption"))
        self._rows.show(column, _visit_rows(visits))

    def _lay_out(self) -> None:
        self._scroll = ScrollColumn(margins=(24, 20, 24, 24))
        self._rows = BuiltAsRead(self._scroll)
        column = self._scroll.column
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._from)
        for chip in self._facts:
            self._flow.addWidget(chip)
        column.addWidget(self._chips)
        for field in (*self._fields.values(), self.offers):
            column.addSpacing(4)
            column.addWidget(Words(field.accessibleName(), "caption"))
            column.addWidget(field)
        column.addSpacing(8)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        flow.addWidget(self.record)
        flow.addWidget(self.merge)
        column.addWidget(acts)
        for part in (self._offers, self._wishes, self._steps, self._visits):
            part.setSpacing(8)
            column.addSpacing(12)
            column.addLayout(part)
        column.addSpacing(12)
        column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)


def _field(object_name: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(object_name)
    field.setAccessibleName(name)
    limit_length(field, LONGEST)
    return field


def _entry(text: str, facts: str) -> QWidget:
    """Two lines: what, and beneath it when and how."""
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    what = Words(text, wrap=True)
    what.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    column.addWidget(what)
    column.addWidget(Words(facts, "label", wrap=True))
    return entry


def _visit_rows(visits: tuple[MemberVisit, ...]) -> Iterator[QWidget]:
    for visit in visits[:MOST_VISITS]:
        yield _entry(visit.title, _visit_facts(visit))
    if not visits:
        yield Words(tr("On no list yet."), "second", wrap=True)
    elif len(visits) > MOST_VISITS:
        earlier = len(visits) - MOST_VISITS
        said = tr_count("and {count} earlier one", "and {count} earlier ones", earlier)
        yield Words(said, "second", wrap=True)


def _step_facts(step: OpenStepOfMember) -> str:
    came_from = tr("from {session}", session=step.title)
    if step.due:
        day = short_date(date.fromisoformat(step.due))
        came_from = tr("by {day}, from {session}", day=day, session=step.title)
    return join_list(filter(None, (came_from, short_date(step.date), step.beside)))


def _visit_facts(visit: MemberVisit) -> str:
    """When it was, and what they did there."""
    when = join_list(filter(None, (short_date(visit.date), visit.beside)))
    if not visit.progress.begun:
        planned = tr("planned without them") if visit.away else tr("planned")
        return join_list((when, planned))
    if visit.away:
        return join_list((when, tr("away")))
    roles = Counter(visit.roles)
    return join_list([when, *(_did_words(role, roles[role]) for role in DID if roles[role])])


def _did_words(role: str, times: int) -> str:
    """A role that somebody had in a session, and how often."""
    match role:
        case "presenter":
            return tr_count("presented", "presented {count} times", times)
        case "note_taker":
            return tr_count("took notes", "took notes {count} times", times)
        case _:
            return tr_count("kept time", "kept time {count} times", times)
