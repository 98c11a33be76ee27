"""How do run sheet and room cards look? Typst layouts; every text comes in as data."""

from formats.exports.pdf_layout import PAGE
from formats.exports.run_sheet_back import BACK_PAGE

PEOPLE = r"""
// A long word breaks where its line ends; scripts whose letters join, or that break anywhere, are left alone.
#show regex("[\p{Latin}\p{Greek}\p{Cyrillic}\p{M}\d\p{P}\p{S}]{20,}"): it => it.text.clusters().map(box).join()

#let person(one) = one.name + if one.role != "" { text(fill: moss, " " + one.role) }
#let seated(room) = if room.pairs.len() == 0 { room.people.map(person) } else {
  room.pairs.map(pair => text(fill: ink2, pair.name + ": ") + pair.people.map(person).join(", "))
}
#let turns(room) = room.turns.map(one => text(fill: moss, one))
#let people(room) = seated(room) + turns(room)

// As large as it may be on one page; what is too much for the smallest runs on, as large as it was meant.
#let on-one-page(sizes, make) = layout(page => {
  let fits(size) = measure(block(width: page.width, make(size))).height <= page.height
  let found = sizes.find(fits)
  make(if found == none { sizes.first() } else { found })
})
"""

RUN_SHEET = (
    PAGE
    + PEOPLE
    + """
#set page(paper: d.paper, margin: (x: 18mm, top: 15mm, bottom: 16mm), footer: context [
  #set text(size: 8.5pt, fill: ink2)
  #grid(columns: (1fr, auto), d.title, pages(d.words.pages))
])
#set table(stroke: none)
#let figures(one) = text(number-width: "tabular", one)
#let stage(one, quiet) = (
  strong(figures(one.at)),
  align(far-side, figures(one.minutes)),
  {
    strong(one.title)
    if one.speaks != "" { text(size: quiet, fill: ink2, "  " + one.speaks) }
    if one.instruction != "" {
      linebreak()
      text(size: quiet, fill: ink2, one.instruction.split("\\n").join(linebreak()))
    }
    if one.own != "" {
      linebreak()
      text(size: quiet, fill: moss, weight: "bold", fill-in(d.words.for-you, line: one.own))
    }
  },
  box(width: 11pt, height: 11pt, stroke: 0.8pt + strong-line, radius: 2pt),
  rule,
)
#let front(size) = {
  let quiet = 9.5pt * size
  set text(size: 10.5pt * size)
  set par(leading: 0.58em, spacing: 0.7em * size)
  set table(inset: (x: 5pt, y: 5pt * size * size))
  show heading.where(level: 1): it => block(below: 8pt * size, text(size: 20pt * size, it))
  show heading.where(level: 2): it => block(above: 13pt * size, below: 5pt * size, sticky: true,
    text(size: 12pt * size, fill: moss, it))

  heading(level: 1, d.name)
  text(fill: ink2, fill-in(d.words.about, what: d.what, when: d.dated, people: d.people))
  if d.where != "" [ \\ #text(fill: ink2, d.where)]
  if d.question != "" { block(above: 7pt * size, fill-in(d.words.question, words: strong, question: d.question)) }
  if d.needs.len() > 0 {
    block(above: 7pt * size, text(size: quiet, fill-in(d.words.ready, words: strong, things: d.needs.join("; "))))
  }
  for part in d.parts {
    if part.title != "" { heading(level: 2, part.title) } else { v(6pt * size) }
    table(
      columns: (54pt * size, 30pt * size, 1fr, 30pt),
      align: near-side + top,
      table.header(..(d.words.at, d.words.minutes, d.words.stage, d.words.done)
        .map(one => text(size: 8pt * size, fill: ink2, one))),
      table.hline(stroke: 0.8pt + ink),
      ..part.stages.map(one => stage(one, quiet)).flatten(),
    )
  }
  block(above: 8pt * size, strong(d.end))
  for one in d.rounds {
    heading(level: 2, one.title)
    set text(size: quiet)
    grid(columns: (1fr, 1fr), column-gutter: 14pt, row-gutter: 6pt * size,
      ..one.rooms.map(room => block(breakable: false,
        list(marker: none, body-indent: 0pt,
          strong(room.name + ": ") + (seated(room).join(if room.pairs.len() == 0 { ", " } else { ". " }),
            ..turns(room)).join(". ")))))
  }
  if d.missing { text(size: 9pt, d.words.missing) }
}
#on-one-page((1, 0.94, 0.88, 0.82, 0.77), front)
"""
    + BACK_PAGE
)

ROOM_CARDS = (
    PAGE
    + PEOPLE
    + """
#set page(paper: d.paper, margin: 20mm, footer: text(size: 8.5pt, fill: ink2, d.title + ", " + d.dated))
#set table(stroke: none, inset: (x: 6pt, y: 8pt))
#set list(marker: text(fill: moss, "•"), body-indent: 8pt, spacing: 0.7em)

#let stage(one, size) = (
  align(far-side, strong(text(number-width: "tabular", one.minutes))),
  {
    strong(one.title)
    if one.repeats { text(fill: ink2, " " + d.words.each-round) }
    if one.question != "" { linebreak(); text(size: 11pt * size, weight: "bold", one.question) }
    for line in one.wall { linebreak(); text(size: 11pt * size, fill: ink2, line) }
  },
  rule,
)
#let page-of(card, size) = {
  set text(size: 12.5pt * size)
  set table(inset: (x: 6pt, y: 8pt * size * size))
  show heading.where(level: 1): it => block(below: 14pt * size, text(size: 54pt * size, fill: moss, it))
  show heading.where(level: 2): it => block(above: 20pt * size, below: 10pt * size, sticky: true,
    text(size: 15pt * size, it))
  show heading.where(level: 3): it => block(above: 12pt * size, below: 7pt * size, sticky: true,
    text(size: 12pt * size, fill: ink2, it))
  heading(level: 1, card.name)
  for line in card.seats { block(below: 8pt * size, text(size: 14pt * size, line)) }
  heading(level: 2, d.words.who)
  grid(columns: (1fr,) * calc.clamp(card.rounds.len(), 1, 3), column-gutter: 20pt, row-gutter: 14pt * size,
    ..card.rounds.map(one => block({
      heading(level: 3, one.title)
      list(..people(one.room))
    })))
  for part in card.parts {
    heading(level: 2, fill-in(d.words.how, structure: part.title))
    table(columns: (42pt, 1fr), align: near-side + top,
      table.header(..(d.words.minutes, d.words.stage).map(one => text(size: 10pt * size, fill: ink2, one))),
      table.hline(stroke: 1pt + ink),
      ..part.stages.map(one => stage(one, size)).flatten())
  }
}
#for card in d.cards {
  on-one-page((1, 0.92, 0.85, 0.78, 0.7, 0.62), size => page-of(card, size))
  pagebreak()
}
#show heading.where(level: 1): it => block(below: 14pt, text(size: 30pt, fill: moss, it))
#set text(size: 12pt)
#heading(level: 1, d.find)
#if d.columns.len() == 1 and d.rows.all(one => one.rooms.first().len() < 20) {
  columns(2, table(columns: (1fr, auto), align: (near-side, far-side),
    ..d.rows.map(one => (one.name, strong(text(number-width: "tabular", one.rooms.first())), rule)).flatten()))
} else {
  let wide = d.rows.any(one => one.rooms.any(room => room.len() > 14))
  let side = if wide { near-side } else { far-side }
  table(columns: (1fr,) + (if wide { 1fr } else { auto },) * d.columns.len(),
    align: (near-side,) + (side,) * d.columns.len(),
    table.header(text(size: 10pt, fill: ink2, d.words.name),
      ..d.columns.map(one => text(size: 10pt, fill: ink2, one))),
    table.hline(stroke: 1pt + ink),
    ..d.rows.map(one => (one.name,) + one.rooms.map(room => strong(text(number-width: "tabular", room))) + (rule,))
      .flatten())
}
#if d.missing { text(size: 9pt, d.words.missing) }
"""
)
