"""What is to be in the summary, for whom, and under which names: the choices at its left."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.languages import choices_for_readers
from desktop.content.usual_paper import usual_paper
from desktop.dialogs.name_questions import NameAnswers
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.preferences import Preferences
from desktop.widgets.choice import Choice
from desktop.widgets.language_choice import LanguageChoice
from desktop.widgets.tick import Tick
from desktop.widgets.words import Words, caption_of
from formats.exports.choices import Audience, Choices, NameSpot, NameStyle, choices_for, with_more_answers
from formats.exports.paper import Paper
from formats.language import Message, spoken, tr, tr_count
from formats.session.notes import Note, NoteKind
from formats.session.people import Person

AUDIENCES = {
    Audience.PRESENT: Message("People who were there"),
    Audience.NETWORK: Message("The wider network"),
    Audience.ANYONE: Message("Anyone"),
}
NAMES = {
    NameStyle.FULL: Message("Full names"),
    NameStyle.FIRST: Message("First names"),
    NameStyle.INITIALS: Message("Initials"),
    NameStyle.ROLES: Message("Roles only"),
    NameStyle.NONE: Message("No names"),
}
PARTS = {
    "key_notes": Message("What we take with us"),
    "next_steps": Message("Next steps"),
    "insights": Message("Insights by round"),
    "ideas": Message("Ideas and resources"),
    "check_in": Message("Check-in answers"),
    "people": Message("Who took part"),
    "timings": Message("How the time went"),
}
YEAR_PARTS = {
    "insights": Message("Insights and stories"),
    "ideas": Message("Ideas and resources"),
    "next_steps": Message("Next steps"),
    "people": Message("Who came"),
}
PAPERS = {Paper.A4: Message("A4"), Paper.LETTER: Message("Letter, 8½ by 11 inches")}
NAMES_REMARK = Message("This also changes names inside notes. Your saved session does not change.")


class SummaryChoices(QWidget):
    """Each audience is a starting point; every choice can be changed after it."""

    choices_changed = Signal(object)
    """Choices."""

    def __init__(self, look: Look, preferences: LivePreferences, parts: Mapping[str, Message] = PARTS) -> None:
        super().__init__()
        self._preferences = preferences
        self._choices = self._for_readers(replace(choices_for(Audience.PRESENT), paper=usual_paper()))
        self._audience = Choice(look, tr("Who the summary is for"))
        self._audience.setObjectName("audience")
        interface = tr("As Clearing speaks ({language})", language=spoken().name)
        self._language = LanguageChoice(look, tr("The language it is written in"), interface)
        self._language.setObjectName("readers-language")
        self._language.show_chosen(preferences.current.readers_language)
        self._names = Choice(look, tr("How names appear"))
        self._names.setObjectName("names")
        self._papers = Choice(look, tr("The paper that it is printed on"))
        self._papers.setObjectName("paper-size")
        self._ticks = {part: Tick(look, str(words)) for part, words in parts.items()}
        self._staying = Words("", "label", wrap=True)
        for audience, words in AUDIENCES.items():
            self._audience.addItem(str(words), audience)
        for names, words in NAMES.items():
            self._names.addItem(str(words), names)
        for paper, words in PAPERS.items():
            self._papers.addItem(str(words), paper)
        for choice in (self._audience, self._language, self._names, self._papers):
            choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(10)
        self._lay_out()
        self._show()
        self._audience.activated.connect(self._take_audience)
        self._language.value_chosen.connect(self._choose_language)
        preferences.preferences_changed.connect(self._follow_language)
        self._names.activated.connect(self._take_names)
        self._papers.activated.connect(self._take_paper)
        for part, tick in self._ticks.items():
            tick.setObjectName(f"include-{part}")
            tick.clicked.connect(self._take_ticks)

    @property
    def choices(self) -> Choices:
        """What was chosen."""
        return self._choices

    def take_up(self, choices: Choices) -> None:
        """Goes on from what was chosen before, with the language of readers as it is now."""
        self._set(self._for_readers(choices))

    def begin_anew(self, known: tuple[Person, ...]) -> None:
        """For another session: names that were overruled are forgotten."""
        self._choices = replace(
            self._choices,
            overruled=frozenset(),
            names_confirmed=frozenset(),
            words_confirmed=frozenset(),
            known=known,
        )

    def overrule(self, place: NameSpot) -> None:
        """Shows the name at a place the other way."""
        self._set(replace(self._choices, overruled=self._choices.overruled ^ {place}))

    def take_answers(self, answers: NameAnswers) -> None:
        """Keeps what was said about words that may be names."""
        self._set(with_more_answers(self._choices, answers.names, answers.words))

    def show_staying(self, notes: tuple[Note, ...]) -> None:
        """Says how many notes stay here whatever is chosen."""
        private = sum(note.private for note in notes)
        stories = sum(n.kind is NoteKind.STORY and not n.agreed_to_share and not n.private for n in notes)
        self._staying.setText(_staying_sentence(private, stories))
        self._staying.setVisible(private + stories > 0)

    def _take_audience(self) -> None:
        start = choices_for(Audience(self._audience.currentData()))
        was = self._choices
        self._set(self._for_readers(replace(start, overruled=frozenset(), known=was.known, paper=was.paper)))

    def _choose_language(self, code: str) -> None:
        self._preferences.choose(replace(self._preferences.current, readers_language=code))

    def _follow_language(self, preferences: Preferences) -> None:
        self._language.show_chosen(preferences.readers_language)
        choices = self._for_readers(self._choices)
        if choices != self._choices:
            self._set(choices)

    def _for_readers(self, choices: Choices) -> Choices:
        return choices_for_readers(self._preferences.current.readers_language, choices)

    def _take_names(self) -> None:
        # Qt gives back a plain text for a member of an enumeration of texts.
        names = NameStyle(self._names.currentData())
        self._set(replace(self._choices, names=names, overruled=frozenset()))

    def _take_paper(self) -> None:
        self._set(replace(self._choices, paper=Paper(self._papers.currentData())))

    def _take_ticks(self) -> None:
        was = self._choices
        ticked = {part: tick.isChecked() for part, tick in self._ticks.items()}
        self._set(
            replace(
                was,
                key_notes=ticked.get("key_notes", was.key_notes),
                insights=ticked.get("insights", was.insights),
                ideas=ticked.get("ideas", was.ideas),
                check_in=ticked.get("check_in", was.check_in),
                next_steps=ticked.get("next_steps", was.next_steps),
                people=ticked.get("people", was.people),
                timings=ticked.get("timings", was.timings),
            )
        )

    def _set(self, choices: Choices) -> None:
        self._choices = choices
        self._show()
        self.choices_changed.emit(choices)

    def _show(self) -> None:
        self._audience.setCurrentIndex(self._audience.findData(self._choices.audience))
        self._names.setCurrentIndex(self._names.findData(self._choices.names))
        self._papers.setCurrentIndex(self._papers.findData(self._choices.paper))
        for part, tick in self._ticks.items():
            tick.setChecked(getattr(self._choices, part))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(caption_of(self._audience, tr("For")))
        column.addWidget(self._audience)
        column.addWidget(caption_of(self._language, tr("Language")))
        column.addWidget(self._language)
        column.addSpacing(14)
        column.addWidget(Words(tr("Include"), "caption"))
        for tick in self._ticks.values():
            column.addWidget(tick)
        column.addWidget(self._staying)
        column.addSpacing(14)
        column.addWidget(caption_of(self._names, tr("Names")))
        column.addWidget(self._names)
        column.addWidget(Words(str(NAMES_REMARK), "label", wrap=True))
        column.addSpacing(14)
        column.addWidget(caption_of(self._papers, tr("Paper")))
        column.addWidget(self._papers)


def _staying_sentence(private: int, stories: int) -> str:
    """How many private notes, and stories whose tellers did not agree, stay here."""
    if not stories:
        return tr_count("{count} private note stays here.", "{count} private notes stay here.", private)
    if not private:
        return tr_count(
            "{count} story without agreement stays here.", "{count} stories without agreement stay here.", stories
        )
    notes = tr_count("{count} private note", "{count} private notes", private)
    return tr_count(
        "{notes} and {count} story without agreement stay here.",
        "{notes} and {count} stories without agreement stay here.",
        stories,
        notes=notes,
    )
