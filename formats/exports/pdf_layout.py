"""What stands where in the PDF? The layout in Typst's language; every text comes in as data, never as markup."""

LAYOUT = """
#let d = json(bytes(sys.inputs.at("summary")))
#let (ink, ink2, moss, line-colour, lake) = (
  rgb("#1E2A23"), rgb("#4E5D54"), rgb("#2C6649"), rgb("#D9D5C5"), rgb("#1F6274"))
#set document(title: d.title, author: ())
#set text(font: d.fonts, size: 10.5pt, fill: ink, lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.8em)
#set page(paper: "a4", margin: (x: 24mm, top: 24mm, bottom: 22mm), footer: context [
  #set text(size: 8.5pt, fill: ink2)
  #grid(columns: (1fr, auto), column-gutter: 12pt, d.footer,
    if counter(page).final().first() > 1 [#counter(page).display() of #counter(page).final().first()])
])
#show heading: set text(weight: "bold")
#show heading.where(level: 1): it => block(above: 0pt, below: 11pt, text(size: 23pt, it))
#show heading.where(level: 2): it => block(above: 22pt, below: 11pt, sticky: true,
  text(size: 14pt, fill: moss, it))
#show heading.where(level: 3): it => block(above: 16pt, below: 9pt, sticky: true, text(size: 11.5pt, it))
#show heading.where(level: 4): it => block(above: 12pt, below: 8pt, sticky: true,
  text(size: 10.5pt, fill: ink2, it))
#set list(marker: text(fill: moss, "•"), indent: 2pt, body-indent: 8pt, spacing: 0.72em)
#show link: set text(fill: lake)
#set table(stroke: none, inset: (x: 5pt, y: 6.5pt), align: left + top)

#let pieces(some) = for piece in some {
  if piece.address != "" { link(piece.address, piece.text) }
  else { piece.text.split("\\n").join(linebreak()) }
}
#let passage(one) = if one.rtl { text(dir: rtl, pieces(one.pieces)) } else { pieces(one.pieces) }
#let note(one) = {
  if one.label != "" { strong(one.label + ".") + [ ] }
  passage(one.text)
  if one.remark != "" { [ ] + text(fill: ink2, one.remark) }
}
#let bullets(some) = list(..some)
#let rule = table.hline(stroke: 0.5pt + line-colour)
#let rows(columns, headings, some, align: left) = table(
  columns: columns,
  align: align,
  table.header(..headings.map(one => strong(one)), table.hline(stroke: 1pt + ink)),
  ..some.map(row => (..row, rule)).flatten()
)
#let tabular(one) = text(number-width: "tabular", one)

#heading(level: 1, d.title)
#text(fill: ink2)[#d.dated #d.outline]

#if d.in_brief.len() > 0 {
  heading(level: 2, d.labels.in_brief)
  bullets(d.in_brief)
}
#d.picture.map(one => image(bytes(one.svg), format: "svg", width: 100%, alt: one.alt)).join()
#for part in d.parts {
  heading(level: 2, part.title)
  for section in part.sections {
    let level = 3
    if section.heading != "" { heading(level: 3, section.heading); level = 4 }
    for stage in section.stages {
      if stage.title != "" { heading(level: level, stage.title) }
      if stage.question != "" { block(below: 9pt, text(fill: ink2, stage.question)) }
      bullets(stage.notes.map(note))
    }
  }
}
#if d.next_steps.len() > 0 {
  heading(level: 2, d.labels.next_steps)
  rows(
    if d.with_who { (1fr, auto, auto) } else { (1fr, auto) },
    d.step_headings,
    d.next_steps.map(step => (passage(step.what), ..if d.with_who { (step.who,) }, step.by)),
  )
}
#if d.attendance != none {
  heading(level: 2, d.labels.attendance)
  block(below: 9pt, d.attendance.sentence)
  let people = d.attendance.people.map(one => one.name + text(fill: ink2, one.more))
  if people.len() > 0 { columns(d.attendance.columns, bullets(people)) }
}
#if d.timings.len() > 0 {
  heading(level: 2, d.labels.timings)
  rows(
    (auto, 1fr, auto, auto), d.timing_headings,
    d.timings.map(row => (text(fill: ink2, row.part), row.stage, tabular(row.planned), tabular(row.used))),
    align: (left, left, right, right),
  )
}
#if d.next_session != none {
  heading(level: 2, d.labels.next_session)
  par(strong(d.next_session.title) + ": " + d.next_session.when + ".")
}
#if d.missing { v(1em) + text(size: 9pt, fill: ink2, d.labels.missing) }
"""
