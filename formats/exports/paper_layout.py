"""How do the run sheet and the room cards look? Typst layouts; every text comes in as data."""

from formats.exports.pdf_layout import PAGE

PEOPLE = r"""
// A long word breaks where its line ends; scripts whose letters join, or that break anywhere, are left alone.
#show regex("[\p{Latin}\p{Greek}\p{Cyrillic}\p{M}\d\p{P}\p{S}]{20,}"): it => it.text.clusters().map(box).join()

#let person(one) = one.name + if one.role != "" { text(fill: moss, " " + one.role) }
#let people(room) = if room.pairs.len() == 0 { room.people.map(person) } else {
  room.pairs.map(pair => text(fill: ink2, pair.name + ": ") + pair.people.map(person).join(", "))
}
"""
RUN_SHEET = (
    PAGE
    + PEOPLE
    + """
#set page(paper: d.paper, margin: (x: 18mm, top: 18mm, bottom: 18mm), footer: context [
  #set text(size: 8.5pt, fill: ink2)
  #grid(columns: (1fr, auto), d.title, [#counter(page).display() of #counter(page).final().first()])
])
#set table(stroke: none, inset: (x: 5pt, y: 6pt))
#show heading.where(level: 1): it => block(below: 9pt, text(size: 21pt, it))
#show heading.where(level: 2): it => block(above: 18pt, below: 7pt, sticky: true, text(size: 13pt, fill: moss, it))
#show heading.where(level: 3): it => block(above: 10pt, below: 6pt, sticky: true, text(size: 11pt, it))
#let figures(one) = text(number-width: "tabular", one)
#let stage(one) = (
  strong(figures(one.at)),
  align(right, figures(one.minutes)),
  {
    strong(one.title)
    if one.instruction != "" {
      linebreak()
      text(size: 9.5pt, fill: ink2, one.instruction.split("\\n").join(linebreak()))
    }
    if one.own != "" {
      linebreak()
      text(size: 9.5pt, "For you: " + one.own)
    }
  },
  text(size: 9.5pt, one.speaks),
  box(width: 11pt, height: 11pt, stroke: 0.8pt + rgb("#777C6E"), radius: 2pt),
  rule,
)
#let room(one) = block(breakable: false, {
  heading(level: 3, one.name)
  list(..people(one))
})

#heading(level: 1, d.name)
#text(fill: ink2, d.what + ". " + d.dated + ", " + d.people + ".")
#if d.where != "" [\\ #text(fill: ink2, d.where)]

#for part in d.parts {
  heading(level: 2, part.title)
  table(
    columns: (56pt, 30pt, 1fr, 112pt, 30pt),
    align: left + top,
    table.header(..("At", "Min", "Stage", "Who speaks", "Done").map(one => text(size: 8.5pt, fill: ink2, one))),
    table.hline(stroke: 1pt + ink),
    ..part.stages.map(stage).flatten(),
  )
}
#block(above: 14pt, strong("End at " + d.end))
#for one in d.rounds {
  heading(level: 2, one.title)
  grid(columns: (1fr, 1fr, 1fr), column-gutter: 14pt, row-gutter: 10pt, ..one.rooms.map(room))
}
#if d.missing { text(size: 9pt, "Some signs could not be drawn: no font on this computer has them.") }
"""
)

ROOM_CARDS = (
    PAGE
    + PEOPLE
    + """
#set page(paper: d.paper, margin: 20mm, footer: text(size: 8.5pt, fill: ink2, d.title + ", " + d.dated))
#set table(stroke: none, inset: (x: 6pt, y: 8pt))
#show heading.where(level: 1): it => block(below: 14pt, text(size: 54pt, fill: moss, it))
#show heading.where(level: 2): it => block(above: 20pt, below: 10pt, sticky: true, text(size: 15pt, it))
#show heading.where(level: 3): it => block(above: 12pt, below: 7pt, sticky: true, text(size: 12pt, fill: ink2, it))
#set text(size: 12.5pt)
#set list(marker: text(fill: moss, "•"), body-indent: 8pt, spacing: 0.7em)

#let stage(one) = (
  align(right, strong(text(number-width: "tabular", one.minutes))),
  {
    strong(one.title)
    if one.repeats { text(fill: ink2, " (each round)") }
    for line in one.wall { linebreak(); text(size: 11pt, fill: ink2, line) }
  },
  rule,
)
#for (index, card) in d.cards.enumerate() {
  if index > 0 { pagebreak() }
  heading(level: 1, card.name)
  heading(level: 2, "Who is here")
  grid(columns: (1fr,) * calc.clamp(card.rounds.len(), 1, 2), column-gutter: 20pt, row-gutter: 14pt,
    ..card.rounds.map(one => block({
      heading(level: 3, one.title)
      list(..people(one.room))
    })))
  heading(level: 2, "How we work")
  table(columns: (42pt, 1fr), align: left + top,
    table.header(text(size: 10pt, fill: ink2, "Minutes"), text(size: 10pt, fill: ink2, "Stage")),
    table.hline(stroke: 1pt + ink),
    ..card.stages.map(stage).flatten())
}
#pagebreak()
#heading(level: 1, text(size: 30pt, d.find))
#if d.columns.len() == 1 {
  columns(2, table(columns: (1fr, auto), align: (left, right),
    ..d.rows.map(one => (one.name, strong(text(number-width: "tabular", one.rooms.first())), rule)).flatten()))
} else {
  table(columns: (1fr,) + (auto,) * d.columns.len(), align: (left,) + (right,) * d.columns.len(),
    table.header(text(size: 10pt, fill: ink2, "Name"),
      ..d.columns.map(one => text(size: 10pt, fill: ink2, one))),
    table.hline(stroke: 1pt + ink),
    ..d.rows.map(one => (one.name,) + one.rooms.map(room => strong(text(number-width: "tabular", room))) + (rule,))
      .flatten())
}
#if d.missing { text(size: 9pt, "Some signs could not be drawn: no font on this computer has them.") }
"""
)
