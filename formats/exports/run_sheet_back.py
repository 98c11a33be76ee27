"""What is on the back of the run sheet? How each structure goes, and what to do when someone is upset."""

from collections.abc import Iterable

from formats.exports.passages import one_line
from formats.session.facilitator_card import FacilitatorCard

BACK_PAGE = """
#let card(one) = {
  heading(level: 2, one.title)
  for group in one.groups {
    if group.heading != "" { block(above: 16pt, below: 9pt, sticky: true, strong(group.heading)) }
    for line in group.lines { block(above: 9pt, below: 9pt, par(hanging-indent: 11pt, line)) }
  }
}
#if d.back.len() > 0 {
  pagebreak()
  set text(size: 10.5pt)
  set par(leading: 0.5em)
  // Each card goes below those in the shorter column.
  layout(page => {
    let high = (0pt, 0pt)
    let cards = ((), ())
    for one in d.back {
      let at = if high.at(0) <= high.at(1) { 0 } else { 1 }
      let made = block(below: 20pt, card(one))
      high.at(at) += measure(made, width: (page.width - 22pt) / 2).height
      cards.at(at).push(made)
    }
    grid(columns: (1fr, 1fr), column-gutter: 22pt, ..cards.map(column => column.join()))
  })
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
