"""What does a new session begin with: a series that goes on, a template, a structure, or nothing yet?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.offers import Offer, offered_structures
from desktop.dialogs.choose_offer import OFFER, ChooseOfferDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.wording import minutes
from formats.language import tr
from formats.library.templates import TemplateRepository
from formats.session.folding import fold
from formats.session.session_template import SessionTemplate, renamed
from formats.session.wording import join_list

BLANK = "blank"


class BeginSessionDialog(ChooseOfferDialog):
    """Series first, then templates, then the blank one, then every structure; a search over all of them."""

    structure_chosen = Signal(object)
    """Structure."""
    series_chosen = Signal(str)
    """The next session of this series is wanted."""
    template_chosen = Signal(object)
    """SessionTemplate."""
    blank_chosen = Signal()

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        series: Sequence[str],
        templates: TemplateRepository,
        parent: QWidget | None = None,
    ) -> None:
        self._series = {_series_offer(name).id: name for name in series}
        self._catalogue, self._templates = catalogue, templates
        offers = (
            *map(_series_offer, series),
            *map(_template_offer, templates.all()),
            _blank_offer(),
            *offered_structures(catalogue),
        )
        self._template_acts: tuple[ActionButton, ...] = ()
        super().__init__(look, tr("New session"), offers, "moss", "", parent)
        self.setObjectName("begin-session")
        self.search.setPlaceholderText(tr("Search series, templates and structures"))
        self.search.setAccessibleName(tr("Search series, templates and structures"))
        self.list.setAccessibleName(tr("What to begin with"))
        self.rename = ActionButton(look, tr("Rename"), "pencil", Weight.QUIET)
        self.rename.setObjectName("rename-template")
        self.rename.clicked.connect(self._ask_name)
        self.remove = ActionButton(look, tr("Delete"), "trash-2", Weight.QUIET)
        self.remove.setObjectName("remove-template")
        self.remove.clicked.connect(self._remove)
        self._template_acts = (self.rename, self.remove)
        for number, button in enumerate(self._template_acts):
            self.foot.insertWidget(number, button)
        self.list.currentItemChanged.connect(self._show_template_acts)
        self._show_template_acts()
        self.accepted.connect(self._choose)

    @property
    def template(self) -> SessionTemplate | None:
        """The template that is marked."""
        return self._templates.template(self.offer.id.removeprefix(TEMPLATE)) if self.offer else None

    def _choose(self) -> None:
        offer = self.offer
        if offer is None:
            return
        if offer.id in self._series:
            self.series_chosen.emit(self._series[offer.id])
        elif offer.id == BLANK:
            self.blank_chosen.emit()
        elif self.template is not None:
            self.template_chosen.emit(self.template)
        else:
            self.structure_chosen.emit(self._catalogue.structure(offer.id))

    def _show_template_acts(self, _new: object = None, _old: object = None) -> None:
        for button in self._template_acts:
            button.setVisible(self.template is not None)

    def _ask_name(self) -> None:
        template = self.template
        if template is not None:
            dialog = OneLineDialog(self.look, tr("Rename the template"), tr("Name"), template.name, self)
            dialog.line_entered.connect(self._rename)
            dialog.open()

    def _rename(self, name: str) -> None:
        template, item = self.template, self.list.currentItem()
        if template is not None and item is not None:
            self._templates.keep(renamed(template, name))
            offer = _template_offer(renamed(template, name))
            item.setText(f"{offer.title}\n{offer.facts}")
            item.setData(OFFER, offer)

    def _remove(self) -> None:
        template = self.template
        if template is not None:
            self._templates.remove(template.id)
            self.list.takeItem(self.list.currentRow())
            self._show_template_acts()


TEMPLATE = "template "


def _series_offer(name: str) -> Offer:
    said = tr("People, place and open next steps of the last session come along. Choose what to do, and when.")
    return Offer(
        f"series {name}",
        title := tr("Next in {name}", name=name),
        tr("From the last session"),
        said,
        "repeat",
        fold(title),
    )


def _blank_offer() -> Offer:
    return Offer(
        BLANK,
        tr("A blank session"),
        tr("Nothing planned yet"),
        tr("An empty agenda, to be filled as you like."),
        "file-plus",
        # For translators: the words it is found by
        fold(tr("A blank session, empty, nothing planned yet")),
    )


def _template_offer(template: SessionTemplate) -> Offer:
    structures = join_list(part.title for part in template.agenda.structures)
    facts = join_list(filter(None, (tr("Template, {length}", length=minutes(template.slot)), structures)))
    return Offer(
        f"{TEMPLATE}{template.id}",
        template.name,
        facts,
        tr("A plan of yours: its agenda and length, without people or a day."),
        "layout-template",
        fold(" ".join((template.name, structures, tr("template")))),
    )
