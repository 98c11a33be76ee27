"""What stands where in the PDF? The layout in Typst's language; every text comes in as data, never as markup."""

PAGE = """
#let d = json(bytes(sys.inputs.at("values")))
#let (ink, ink2, moss, line-colour, lake) = (
  rgb("#1E2A23"), rgb("#4E5D54"), rgb("#2C6649"), rgb("#D9D5C5"), rgb("#1F6274"))
#set document(title: d.title, author: ())
#set text(font: d.fonts, size: 10.5pt, fill: ink, lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.8em)
#let pieces(some) = for piece in some {
  if piece.address != "" { link(piece.address, piece.text) }
  else { piece.text.split("\\n").join(linebreak()) }
}
#let passage(one) = if one.rtl { text(dir: rtl, pieces(one.pieces)) } else { pieces(one.pieces) }
#let rule = table.hline(stroke: 0.5pt + line-colour)
"""

LAYOUT = (
    PAGE
    + """
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
#set table(stroke: none, inset: (x: 5pt, y: 6.5pt))

#let item(one) = {
  if one.label != "" { strong(one.label + ".") + [ ] }
  passage(one.text)
  if one.remark != "" { [ ] + text(fill: ink2, one.remark) }
}
#let side(one, column) = if column in one.figures { right } else { left }
#let cell(one, column, content) = {
  if column in one.figures { text(number-width: "tabular", content) } else { content }
}
#let tabular(one) = table(
  columns: one.headings.enumerate().map(((column, _)) => if column == 0 { 1fr } else { auto }),
  align: (column, _) => side(one, column) + top,
  table.header(..one.headings.map(strong), table.hline(stroke: 1pt + ink)),
  ..one.rows.map(row => (
    ..row.enumerate().map(((column, content)) => cell(one, column, passage(content))), rule)).flatten(),
)
#let show-block(one) = {
  if one.is == "heading" { heading(level: one.level, one.text) }
  if one.is == "paragraph" { block(below: 9pt, text(fill: if one.quiet { ink2 } else { ink }, passage(one.text))) }
  if one.is == "bullets" { columns(one.columns, list(..one.items.map(item))) }
  if one.is == "table" { tabular(one) }
  if one.is == "picture" { image(bytes(one.svg), format: "svg", width: 100%, alt: one.alt) }
}

#heading(level: 1, d.title)
#text(fill: ink2, d.lead)

#for one in d.blocks { show-block(one) }
#if d.missing { v(1em) + text(size: 9pt, fill: ink2, d.missing_sentence) }
"""
)
