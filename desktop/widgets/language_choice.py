"""Which languages are there to choose from? Each by its own name: whoever cannot read the others finds it."""

from collections.abc import Callable

from desktop.background import Background
from desktop.content.languages import LanguageOnOffer, language_for, languages_on_offer
from desktop.look import Look
from desktop.widgets.choice import Choice
from formats.language import tr

NONE_CHOSEN = ""


class LanguageChoice(Choice):
    """First what holds where none is chosen, then the languages; what they are is read off the UI thread.

    The value behind a line is the code of the language; "" behind the first.
    """

    def __init__(
        self, look: Look, name: str, none_chosen: str, words: Callable[[LanguageOnOffer], str] | None = None
    ) -> None:
        """`none_chosen` says what holds then; `words` what stands for a language, its name without them."""
        super().__init__(look, name)
        self._none_chosen, self._words = none_chosen, words or own_name
        self._on_offer: tuple[LanguageOnOffer, ...] = ()
        self._chosen = NONE_CHOSEN
        self._reading = Background(self)
        self._reading.finished.connect(self._take)
        self._show()
        self._reading.ask(languages_on_offer)

    def show_chosen(self, code: str) -> None:
        """Shows what is chosen."""
        if code != self._chosen:
            self._chosen = code
            self._show()

    def _take(self, on_offer: tuple[LanguageOnOffer, ...]) -> None:
        self._on_offer = on_offer
        self._show()

    def _show(self) -> None:
        lines = {NONE_CHOSEN: self._none_chosen, **{offer.code: self._words(offer) for offer in self._on_offer}}
        if self._chosen not in lines:
            lines[self._chosen] = language_for(self._chosen).name
        self.clear()
        for code, words in lines.items():
            self.addItem(words, code)
        self.setCurrentIndex(list(lines).index(self._chosen))


def own_name(offer: LanguageOnOffer) -> str:
    """What its speakers call it."""
    return offer.name


def name_and_share(offer: LanguageOnOffer) -> str:
    """The same, and how much of it there is; English is whole by itself."""
    if offer.is_original:
        return offer.name
    if offer.complete >= 1:
        return tr("{language} – complete", language=offer.name)
    share = tr("{number}%", number=int(offer.complete * 100))  # never 100 where one sentence lacks
    return tr("{language} – {share} translated, the rest in English", language=offer.name, share=share)
