"""How do note sheets and slips look? Typst layouts; every text comes in as data."""

from formats.exports.pdf_layout import PAGE

LINES = """
#let ruled(count, gap) = stack(spacing: gap, ..range(count).map(_ =>
  pdf.artifact(line(length: 100%, stroke: 0.5pt + strong-line))))
"""

NOTE_SHEETS = (
    PAGE
    + LINES
    + """
#set page(paper: d.paper, margin: (x: 18mm, top: 16mm, bottom: 16mm),
  footer: text(size: 8.5pt, fill: ink2, d.title + ", " + d.dated))
#show heading.where(level: 1): it => block(below: 10pt, text(size: 30pt, fill: moss, it))
#show heading.where(level: 2): it => block(above: 16pt, below: 4pt, sticky: true, text(size: 13pt, it))
#for (index, name) in d.sheets.enumerate() {
  if index > 0 { pagebreak() }
  heading(level: 1, name)
  text(fill: ink2, d.words.one-line)
  for area in d.areas {
    heading(level: 2, area.title)
    v(2pt)
    text(size: 9.5pt, fill: ink2, area.hint)
    v(20pt)
    ruled(area.lines, 24pt)
  }
}
#if d.missing { text(size: 9pt, d.words.missing) }
"""
)

SLIPS = (
    PAGE
    + LINES
    + """
#set page(paper: d.paper, margin: 10mm)
#let cut = (dash: "dashed", thickness: 0.5pt, paint: strong-line)
#let slip = block(width: 100%, height: 100%, inset: 12pt, stroke: cut, {
  strong(d.asked)
  if d.fingers {
    v(2pt)
    for number in range(1, 6) { box(width: 22pt, str(number)) }
    text(size: 9pt, fill: ink2, d.words.circle)
  }
  v(16pt)
  ruled(if d.fingers { 4 } else { 5 }, 21pt)
  v(1fr)
  text(size: 8.5pt, fill: ink2, d.words.no-name)
})
#for page in range(d.pages) {
  if page > 0 { pagebreak() }
  grid(columns: (1fr, 1fr), rows: (1fr,) * 4, ..range(8).map(_ => slip))
}
#if d.missing { text(size: 9pt, d.words.missing) }
"""
)
