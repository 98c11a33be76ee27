"""Where were the keys, and where do they go when the rows of the agenda are built anew?"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from desktop.places.prepare.part_card import PartCard
from desktop.places.prepare.stage_row import StageRow
from formats.session.agenda import StageKey

Cards = Mapping[str, PartCard]


@dataclass(frozen=True, slots=True)
class FocusSpot:
    """One control of one row: of a part, or of a stage in it, with the places they have among all rows."""

    part: str
    stage: StageKey | None
    control: str
    part_place: int
    stage_place: int


class AgendaFocus:
    """Reads the spot before a change is shown, and gives the keys back after it."""

    def __init__(self) -> None:
        self._moving: StageKey | None = None

    def follow(self, key: StageKey) -> None:
        """The stage that is about to be moved takes the keys along; it may get another name on its way."""
        self._moving = key

    def read(self, cards: Cards) -> FocusSpot | None:
        """Where the keys are; None where they are in none of these rows."""
        here = QApplication.focusWidget()
        for part_place, (part_id, card) in enumerate(cards.items()):
            for stage_place, row in enumerate(card.rows):
                for name, control in _controls(row).items():
                    if control is here:
                        return FocusSpot(part_id, row.stage.key, name, part_place, stage_place)
            for name, control in _controls_of_card(card).items():
                if control is here:
                    return FocusSpot(part_id, None, name, part_place, 0)
        return None

    def give_back(self, spot: FocusSpot | None, cards: Cards) -> None:
        """The keys go to the same control of the same stage, or of what is in its place now."""
        moving, self._moving = self._moving, None
        if moving is not None and (row := _row_of(cards, moving)) is not None:
            row.grip.setFocus()
        elif spot is not None:
            self._find(spot, cards).setFocus()

    def _find(self, spot: FocusSpot, cards: Cards) -> QWidget:
        card = cards.get(spot.part) or [*cards.values()][min(spot.part_place, len(cards) - 1)]
        if spot.stage is None:
            return _controls_of_card(card)[spot.control]
        row = _row_of(cards, spot.stage) or card.rows[min(spot.stage_place, len(card.rows) - 1)]
        return _controls(row)[spot.control]


def _row_of(cards: Cards, key: StageKey) -> StageRow | None:
    rows = [row for card in cards.values() for row in card.rows]
    same = next((row for row in rows if row.stage.key == key), None)
    return same or next((row for row in rows if row.stage.key.stage == key.stage), None)


def _controls(row: StageRow) -> dict[str, QWidget]:
    return {"grip": row.grip, "minutes": row.minutes, "more": row.more}


def _controls_of_card(card: PartCard) -> dict[str, QWidget]:
    lines = {f"fold {number}": line.fold for number, line in card.lines.items()}
    return {"grip": card.grip, "less": card.rounds.less, "more": card.rounds.more, **lines}
