"""The place Library: structures and openers to read about, and to begin a session from."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import found_structures, offered_openers
from desktop.content.own_entries import OwnEntries, OwnEntry, OwnKind
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.library.details import EntryDetails
from desktop.places.library.entries import EntryList
from desktop.places.library.entry_acts import NEW, OF_YOUR_OWN, EntryActs
from desktop.places.library.opener_lengths import length_words, lengths_of
from desktop.places.library.own_entry_commands import OwnEntryCommands
from desktop.places.library.search_limits import LOOSER, SearchLimits
from desktop.places.open_session import SessionLoader
from desktop.places.page import ROOMY, Page
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice import Choice
from desktop.widgets.grown import keep_most_width
from desktop.widgets.notice import Notice
from desktop.widgets.passing_words import PassingWords
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.search_line import let_empty
from desktop.widgets.sides import margins_as_read
from desktop.widgets.wheel import let_wheel_pass
from desktop.widgets.words import Words
from formats.language import tr
from formats.library.repository import SessionRepository
from formats.library.unfinished_texts import TABLE as UNFINISHED
from formats.library.unfinished_texts import UnfinishedTexts
from formats.structures.finding import Limit, Search, find_structures
from formats.structures.opener import Opener
from formats.structures.structure import Structure

STRUCTURES, OPENERS = 0, 1
HIGH = 480
"""Pixels at usual text: in a lower window what narrows the list takes the place of the list while it is open."""
COLUMN = 580


class LibraryPage(Page):
    """A list at the left, the one chosen in full at the right."""

    def __init__(
        self, look: Look, catalogue: Catalogue, runner: SessionRunner, repository: SessionRepository
    ) -> None:
        super().__init__(look, tr("Your data"))
        self._catalogue, self._repository = catalogue, repository
        self._runner = runner
        self._loader = SessionLoader(repository, runner, catalogue)
        self._entries = OwnEntries(repository.file, catalogue)
        self.own = OwnEntryCommands(look, self._entries, UnfinishedTexts(repository.file), self._people_now, self)
        self.notice = Notice(look)
        self.passing = PassingWords(look, self)
        self._pages, self._browsing = QStackedWidget(), QWidget()
        self._length: timedelta | None = None
        self._is_low = False
        self._today: tuple[int, timedelta | None] = (0, None)
        self._tabs = QTabBar()
        let_wheel_pass(self._tabs)
        self._field = QLineEdit()
        self.limits = SearchLimits(look)
        self._limits_view = ScrollColumn()
        self._limits_view.column.addStretch(1)
        self.narrow = ActionButton(look, tr("Narrow down"), "sliders-horizontal")
        self.narrow.setObjectName("library-narrow")
        self.narrow.setCheckable(True)
        self._nothing = Words("", "second", wrap=True)
        self._loosen = ActionButton(look, "", "x")
        self._loosen.setObjectName("library-loosen")
        self._limit: Limit | None = None
        self._list = EntryList(look)
        self._details = EntryDetails(look)
        self._entry_acts = EntryActs(look, self)
        self._form: QWidget | None = None
        self._lay_out()
        self._tabs.currentChanged.connect(self._show_list)
        self._field.textChanged.connect(self._show_list)
        self.limits.limits_changed.connect(self._show_list)
        self._loosen.clicked.connect(self._take_limit_off)
        self.narrow.toggled.connect(self._show_list)
        self._list.currentRowChanged.connect(self._show_chosen)
        self._list.itemActivated.connect(self._details.setFocus)
        acts = self._entry_acts
        for button, act in (
            (acts.begin, self._begin_session),
            (acts.write, self._write_own),
            (acts.copy, self._copy_one),
            (acts.open_file, self._import_one),
            (acts.share, self._share_own),
            (acts.change, self._change_own),
            (acts.take_out, self._take_out_own),
        ):
            button.clicked.connect(act)
        self.own.entry_changed.connect(self._show_own)
        self.own.form_changed.connect(self._show_form)
        self.own.message.connect(self._say)
        self.own.done.connect(self._say_in_passing)
        self.notice.notice_dismissed.connect(self.notice.hide)
        self.setAcceptDrops(True)

    @property
    def structure(self) -> Structure | None:
        """The structure that is chosen."""
        return self._catalogue.structure(self._list.chosen_id) if self._tabs.currentIndex() == STRUCTURES else None

    @property
    def opener(self) -> Opener | None:
        """The opener that is chosen."""
        return self._catalogue.opener(self._list.chosen_id) if self._tabs.currentIndex() == OPENERS else None

    def sources(self) -> Hashable:
        """What the user wrote, and for how many and how long the session on the table is."""
        return self._repository.file.revision(*OwnKind, UNFINISHED), self._today_asked()

    def refresh(self) -> None:
        """Shows what is on offer; an earlier copy of the library may hold others of one's own."""
        self._entries.take_in()
        chosen = self._list.chosen_id
        if not self._propose_today():
            self._show_list()
        self._list.choose(chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """What was being written when Clearing stopped is gone on with once somebody sees it."""
        super().showEvent(event)
        self.own.take_up_draft()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The file of a structure or opener can be dropped anywhere."""
        if _dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if not self._runner.refuses():
            self.own.open_file(_dropped_file(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_form_title()
        self._entry_acts.fit()
        low = self.height() < self.look.px(HIGH)
        if low != self._is_low:
            self._is_low = low
            self._place_limits()
            self._show_list()
        self.passing.lie_along_foot(self.rect())
        self._field.setPlaceholderText(tr("Search") if low else tr("Search by name, or by what you need"))
        self._left.setFixedWidth(max(260, min(self.look.px(COLUMN), self.width() * 9 // 20)))

    def _place_limits(self) -> None:
        """In a low window they scroll; else they stand between the search and the list."""
        if self._is_low:
            self._limits_view.column.insertWidget(0, self.limits)
        else:
            self._column.insertWidget(self._column.indexOf(self._limits_view), self.limits)

    def find_for(self, people: int, time: timedelta) -> None:
        """Shows the structures that fit so many people and so much time."""
        self.refresh()
        self._tabs.setCurrentIndex(STRUCTURES)
        self._field.clear()
        self.limits.propose(people, time)
        self._list.choose("")

    def _propose_today(self) -> bool:
        """The people and the time of the session on the table, as often as it is another: shows the list anew."""
        today = self._today_asked()
        if today == self._today:
            return False
        self._today = today
        self.limits.propose(*today)
        return True

    def _today_asked(self) -> tuple[int, timedelta | None]:
        session = self._runner.session
        return (len(session.present), session.slot) if session is not None and not session.begun else (0, None)

    def _show_list(self, _change: object = None) -> None:
        structures = self._tabs.currentIndex() == STRUCTURES
        self.narrow.setVisible(structures and self._is_low)
        self._limits_view.setVisible(structures and self._is_low and self.narrow.isChecked())
        self.limits.setVisible(structures)
        if structures:
            self._show_found(replace(self.limits.search, words=self._field.text()))
            return
        self._say_nothing_found(None, found=True)
        openers = offered_openers(self._catalogue)
        self._list.show_entries(replace(one, facts=f"{one.facts}. {one.summary}") for one in openers)
        self._list.narrow(self._field.text())

    def _show_found(self, search: Search) -> None:
        result = find_structures(self._catalogue.structures, search)
        fitting, others = found_structures(result)
        heading = (
            tr("Fits: {count} of {all}", count=len(fitting), all=len(self._catalogue.structures))
            if search.limits
            else ""
        )
        self._list.show_groups(((heading, fitting), (tr("Fits with a change"), others)))
        self._say_nothing_found(result.loosen, found=bool(fitting or others))
        self._show_details()

    def _say_nothing_found(self, limit: Limit | None, *, found: bool) -> None:
        """Nothing fits: which limit would bring back the most when it is taken off."""
        self._limit = limit
        self._list.setVisible(found and not (self.narrow.isVisible() and self.narrow.isChecked()))
        self._nothing.setVisible(limit is not None or not found)
        self._loosen.setVisible(limit is not None)
        self._nothing.setText(tr("Nothing fits all of this.") if found else tr("No structure is like this."))
        if limit is not None:
            self._loosen.show_as(str(LOOSER[limit]), "x")
            self._loosen.setAccessibleName(str(LOOSER[limit]))

    def _take_limit_off(self) -> None:
        limit = self._limit
        if limit is Limit.WORDS:
            self._field.clear()
        elif limit is not None:
            self.limits.take_off(limit)
        self._field.setFocus()

    def _show_chosen(self, _row: int = 0) -> None:
        self._length = None
        self._show_details()

    def _show_details(self) -> None:
        structure, opener = self.structure, self.opener
        own = bool(self._entries.text(self._kind, self._list.chosen_id))
        self._entry_acts.show_for(
            self._kind, chosen=self._chosen is not None, own=own, writing=self.own.form is not None
        )
        if structure is not None:
            self._details.show_structure(structure)
        elif opener is not None:
            length = self._length or opener.lengths.usual
            self._details.show_opener(opener, length, self._length_choice(opener, length))

    def _length_choice(self, opener: Opener, chosen: timedelta) -> Choice:
        """How long the opener is to take, to see when each line is said."""
        choice = Choice(self.look, tr("Length of the opener"))
        choice.setObjectName("opener-length")
        for length in lengths_of(opener):
            choice.addItem(length_words(length), length)
            if length == chosen:
                choice.setCurrentIndex(choice.count() - 1)
        keep_most_width(choice, self.look, 160)
        choice.value_chosen.connect(self._take_length)
        return choice

    def _take_length(self, length: timedelta) -> None:
        self._length = length
        self._show_details()

    def _begin_session(self) -> None:
        structure, opener = self.structure, self.opener
        if structure is not None:
            self.page_requested.emit(self._loader.begin(structure))
        elif opener is not None:
            self.page_requested.emit(self._loader.begin(self._catalogue.structures[0], opener))

    @property
    def _kind(self) -> OwnKind:
        return OwnKind.STRUCTURE if self._tabs.currentIndex() == STRUCTURES else OwnKind.OPENER

    @property
    def _chosen(self) -> OwnEntry | None:
        return self.structure or self.opener

    def _people_now(self) -> int:
        session = self._runner.session
        return len(session.present) if session is not None else 0

    def _copy_one(self) -> None:
        if (entry := self._chosen) is not None and not self._runner.refuses():
            self.own.copy(self._kind, entry)

    def _share_own(self) -> None:
        if self.own.form is not None:
            self.own.share_form()
        elif (entry := self._chosen) is not None:
            self.own.share(self._kind, entry)

    def _import_one(self) -> None:
        if not self._runner.refuses():
            self.own.ask_file()

    def _say(self, sentence: str) -> None:
        self.notice.say(sentence) if sentence else self.notice.hide()

    def _say_in_passing(self, sentence: str) -> None:
        self.passing.say(sentence)
        self.passing.lie_along_foot(self.rect())

    def _show_form(self) -> None:
        """The form in place of the list, or the list again."""
        form, before = self.own.form, self._form
        self._form = form
        if form is not None:
            self._pages.addWidget(form)
            self._pages.setCurrentWidget(form)
            form.model.changed.connect(self._show_form_title)
        elif before is not None:
            self._pages.setCurrentWidget(self._browsing)
            self._pages.removeWidget(before)
            before.hide()
            before.deleteLater()
            self._list.setFocus()
        self._show_form_title()
        self._show_details()

    def _show_form_title(self) -> None:
        form = self.own.form
        if form is None:
            self.set_title(tr("Library"))
            return
        title = str(form.model.table.get("title") or "").strip() or str(NEW[form.model.kind])
        fact = str(OF_YOUR_OWN[form.model.kind]) if self.width() >= self.look.px(ROOMY) else ""
        self.set_title(tr("Library › {title}", title=title), fact)
        self._entry_acts.fit()

    def _write_own(self) -> None:
        if not self._runner.refuses():
            self.own.write(self._kind)

    def _change_own(self) -> None:
        if not self._runner.refuses():
            self.own.change(self._kind, self._list.chosen_id)

    def _take_out_own(self) -> None:
        entry = self._chosen
        if entry is not None and not self._runner.refuses():
            self.own.ask_removal(self._kind, entry.id, entry.title)

    def _show_own(self, entry_id: str) -> None:
        if entry_id:
            is_opener = self._catalogue.structure(entry_id) is None or self._kind is OwnKind.OPENER
            self._tabs.setCurrentIndex(OPENERS if is_opener and self._catalogue.opener(entry_id) else STRUCTURES)
        self._field.clear()
        self.limits.take_all_off()
        self._show_list()
        self._list.choose(entry_id)
        self._list.setFocus()

    def _lay_out(self) -> None:
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.addTab(tr("Structures"))
        self._tabs.addTab(tr("Openers"))
        self._field.setPlaceholderText(tr("Search by name, or by what you need"))
        self._field.setObjectName("library-search")
        self._field.setAccessibleName(tr("Search structures and openers"))
        let_empty(self._field)
        self._list.setObjectName("library-list")
        self._list.setAccessibleName(tr("Structures and openers"))
        self._left = QWidget()
        self._column = column = QVBoxLayout(self._left)
        column.setContentsMargins(margins_as_read(24, 16, 0, 24))
        column.setSpacing(12)
        column.addWidget(self._tabs)
        column.addWidget(self._field)
        column.addWidget(self.narrow, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.limits)
        column.addWidget(self._limits_view, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._loosen, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        row = QHBoxLayout(self._browsing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._details, 1)
        self._pages.addWidget(self._browsing)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._pages, 1)


def _dropped_file(event: QDropEvent) -> str:
    """The one file that is dragged here, where it can be that of a structure or opener."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].lower().endswith(".toml") else ""
