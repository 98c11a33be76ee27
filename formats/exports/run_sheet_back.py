"""What is on the back of the run sheet? How each structure goes, and what to do when someone is upset."""

from collections.abc import Iterable

from formats.exports.passages import one_line
from formats.session.facilitator_card import FacilitatorCard

BACK_PAGE = """
#let card(one) = {
  heading(level: 2, one.title)
  for group in one.groups {
    if group.heading != "" { block(above: 13pt, below: 6pt, sticky: true, strong(group.heading)) }
    for line in group.lines { block(above: 6pt, below: 6pt, line) }
  }
}
#if d.back.len() > 0 {
  pagebreak()
  set text(size: 10.5pt)
  grid(columns: (1fr, 1fr), column-gutter: 22pt, row-gutter: 16pt, ..d.back.map(card))
}
"""
"""What follows the front; it takes `back_of_sheet` as `back`."""


def back_of_sheet(cards: Iterable[FacilitatorCard]) -> list[dict[str, object]]:
    """The cards as the back page takes them, each once."""
    return [
        {
            "title": one_line(card.title),
            "groups": [
                {"heading": heading, "lines": [one_line(line) for line in lines]} for heading, lines in card.groups
            ],
        }
        for card in dict.fromkeys(cards)
    ]
