"""What is done to the agenda when something is asked for a stage or a part of it?"""

from datetime import time, timedelta
from enum import StrEnum

from desktop.content.catalogue import Catalogue
from desktop.places.prepare import agenda_changes as change
from desktop.places.prepare.agenda_additions import AgendaAdditions
from desktop.places.prepare.agenda_editor import AgendaEditor
from desktop.places.prepare.part_card import PartCard
from desktop.places.prepare.stage_row import StageAct, StageRow
from formats.language import tr
from formats.session.agenda import Part, StageKey
from formats.structures.structure import StageTemplate

MINUTE = timedelta(minutes=1)


class PartAct(StrEnum):
    """What can be asked for a part, beside moving it and taking it out."""

    DUPLICATE = "duplicate"
    BREAK_AFTER = "break after"


class RowActs:
    """Edits at once, or asks in a dialog first."""

    def __init__(self, editor: AgendaEditor, additions: AgendaAdditions, catalogue: Catalogue) -> None:
        self._editor, self._additions, self._catalogue = editor, additions, catalogue

    def do(self, row: StageRow, act: StageAct) -> None:
        """Does what is asked for a stage, in every round that it stands for."""
        stage, keys = row.stage, frozenset(row.keys)
        match act:
            case StageAct.CHANGE:
                self._additions.rewrite(stage)
            case StageAct.OWN_WORDS:
                self._additions.ask_words(stage, keys)
            case StageAct.WORDS_BACK:
                said = tr("“{stage}” is as it was.", stage=stage.title)
                self._editor.edit(lambda agenda: change.with_words(agenda, keys, None), said)
            case StageAct.OWN_LINE:
                self._additions.ask_own_line(stage, keys)
            case StageAct.AUTO_ADVANCE:
                self._turn_auto_advance(row)
            case StageAct.DUPLICATE:
                said = tr("“{stage}” is there twice now.", stage=stage.title)
                self._editor.edit(lambda agenda: change.with_duplicate(agenda, row.keys), said)
            case StageAct.LOCK:
                self._editor.lock_start(stage, None if stage.locked_start else self._begins(stage.key))
            case StageAct.LOCK_AT:
                self._additions.ask_locked_start(stage, self._begins(stage.key))
            case StageAct.BREAK_AFTER:
                said = tr("A break was added after “{stage}”.", stage=stage.title)
                self._editor.edit(lambda agenda: change.with_stage_after(agenda, stage.key), said)
            case StageAct.STAGE_AFTER:
                self._additions.ask_stage_after(stage)

    def do_with_part(self, card: PartCard, act: PartAct | str) -> None:
        """Does what is asked for a part; an optional stage by its id is put in or taken out."""
        part = card.part
        if act == PartAct.DUPLICATE:
            said = tr("{part} is there twice now.", part=part.title)
            self._editor.edit(lambda agenda: change.with_part_duplicated(agenda, part), said)
        elif act == PartAct.BREAK_AFTER:
            said = tr("A break was added after {part}.", part=part.title)
            self._editor.edit(lambda agenda: change.with_break_after(agenda, part.id), said)
        else:
            self._turn_optional(part, str(act))

    def optional_stages(self, part: Part) -> tuple[tuple[StageTemplate, bool], ...]:
        """The stages that its structure leaves to choice, and whether each is in."""
        structure = self._catalogue.structure(part.structure)
        here = {stage.key.stage for stage in part.stages}
        return tuple((s, s.id in here) for s in (structure.stages if structure else ()) if s.optional)

    def _turn_optional(self, part: Part, stage_id: str) -> None:
        structure = self._catalogue.structure(part.structure)
        if structure is None:
            return
        keys = [stage.key for stage in part.stages if stage.key.stage == stage_id]
        template = next(stage for stage in structure.stages if stage.id == stage_id)
        if keys:
            said = tr("“{stage}” was removed.", stage=template.title)
            self._editor.edit(lambda agenda: change.without_stage(agenda, keys), said)
        else:
            said = tr("“{stage}” was added.", stage=template.title)
            self._editor.edit(lambda agenda: change.with_optional(agenda, part, structure, stage_id), said)

    def _turn_auto_advance(self, row: StageRow) -> None:
        keys, wanted = row.keys, not row.stage.moves_on
        if wanted:
            said = tr("“{stage}” moves on by itself at its end.", stage=row.stage.title)
        else:
            said = tr("“{stage}” waits for you at its end.", stage=row.stage.title)
        self._editor.edit(lambda agenda: change.with_auto_advance(agenda, keys, wanted), said)

    def _begins(self, key: StageKey) -> time:
        """When a stage begins by the plan, at the next whole minute on the clock of the place."""
        at = self._editor.begins_at(key)
        whole = at.replace(second=0, microsecond=0)
        return (whole if whole == at else whole + MINUTE).time()
