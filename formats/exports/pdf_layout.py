"""What stands where in the PDF? The layout in Typst's language; every text comes in as data, never as markup."""

PAGE = """
#let d = json(bytes(sys.inputs.at("values")))
#let (ink, ink2, moss, moss2, line-colour, strong-line, lake, amber) = (
  rgb("#1E2A23"), rgb("#4E5D54"), rgb("#2C6649"), rgb("#EDF3EF"), rgb("#D9D5C5"), rgb("#777C6E"), rgb("#1F6274"),
  rgb("#8F5200"))
#set document(title: d.title, author: ())
#set text(font: d.fonts, size: 10.5pt, fill: ink, lang: d.lang, region: d.region, hyphenate: false,
  dir: if d.rtl { rtl } else { ltr })
#set par(leading: 0.62em, spacing: 0.8em)

// The side that reading begins at, and the other one.
#let (near, far) = if d.rtl { ("right", "left") } else { ("left", "right") }
#let (near-side, far-side) = if d.rtl { (right, left) } else { (left, right) }
// A text that runs the other way begins at the side of the page all the same.
#set align(near-side)
// A message with its fields filled in; what the message says itself is set by `words`, a field as it is.
#let fill-in(message, words: it => it, ..fields) = {
  let end = 0
  for found in message.matches(regex("\\{(\\w+)\\}")) {
    if found.start > end { words(message.slice(end, found.start)) }
    fields.named().at(found.captures.first())
    end = found.end
  }
  if end < message.len() { words(message.slice(end)) }
}
#let pages(message) = fill-in(message, page: counter(page).display(), pages: str(counter(page).final().first()))

// A word that is wider than where it stands may break at every sign, and only such a word: a text that is copied
// is the text that was typed, so nothing is put into it.
#let word(one, width) = {
  if width == none or measure(one).width <= width { one } else { one.clusters().map(box).join() }
}
#let words(text, width) = text.split("\\n").map(line => {
  if width == none { line } else { line.split(" ").map(one => word(one, width)).join(" ") }
}).join(linebreak())
#let pieces(some, width) = for piece in some {
  if piece.address != "" { link(piece.address, words(piece.text, width)) } else { words(piece.text, width) }
}
#let passage-in(one, width) = {
  let said = pieces(one.pieces, width)
  if one.other_way { text(dir: if d.rtl { ltr } else { rtl }, said) } else { said }
}
#let fit(some, make) = if some.any(one => one.long) { layout(size => make(size.width)) } else { make(none) }
#let passage(one) = fit((one,), width => passage-in(one, width))
#let rule = table.hline(stroke: 0.5pt + line-colour)
"""

LAYOUT = (
    PAGE
    + """
#let tight = d.tight
#let gap(length) = length * tight
#let quiet(size, content) = text(size: size, fill: ink2, content)
#let two-ends(said-first, said-last) = {
  set text(size: 8.5pt)
  grid(columns: (1fr, 1fr), align: (near-side, far-side), column-gutter: 16pt,
    text(fill: moss, weight: "bold", fit((said-first,), width => passage-in(said-first, width))),
    text(fill: ink2, fit((said-last,), width => passage-in(said-last, width))))
  v(-3pt)
  line(length: 100%, stroke: 0.5pt + line-colour)
}
// The first page has it in its text, for there it is said once and is to be heard; on the others it only repeats.
#let head = context if counter(page).get().first() > 1 { two-ends(d.running, d.title-passage) }
#let foot = context {
  set text(size: 8.5pt, fill: ink2)
  line(length: 100%, stroke: 0.5pt + line-colour)
  v(-3pt)
  grid(columns: (1fr, auto), column-gutter: 16pt, fit((d.footer,), width => passage-in(d.footer, width)),
    if counter(page).final().first() > 1 { pages(d.pages) })
}
#set page(paper: d.paper, margin: (x: 20mm, top: 27mm, bottom: 21mm), header: head, footer: foot,
  header-ascent: 18pt, footer-descent: 14pt)
#set par(leading: 0.6em * tight, spacing: 0.8em * tight)
#show heading: set text(weight: "bold")
// Bookmarks take the plain text of a heading: nothing is measured in it; a long word breaks where its line ends.
#show heading: it => {
  show regex("\\S{25,}"): long => long.text.clusters().map(box).join()
  it
}
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => block(above: gap(14pt), below: gap(17pt), text(size: 27pt, it))
#show heading.where(level: 2): it => block(above: gap(21pt), below: gap(11pt), sticky: true,
  text(size: 14pt, fill: moss, it))
#show heading.where(level: 3): it => block(above: gap(14pt), below: gap(8pt), sticky: true, text(size: 10.5pt, it))
#show heading.where(level: 4): it => block(above: gap(11pt), below: gap(7pt), sticky: true,
  text(size: 10.5pt, fill: ink2, it))
#set list(marker: text(fill: moss, "•"), indent: 2pt, body-indent: 8pt, spacing: 0.72em * tight)
#set enum(body-indent: 14pt, spacing: 0.9em * tight, numbering: n => text(fill: moss, weight: "bold", str(n)))
#show link: it => text(fill: lake, underline(offset: 2pt, it))
#set table(stroke: none, inset: (x: 0pt, y: gap(7.2pt)))

#let margin = 62pt
#let tint(kind) = if kind == "question" { amber } else if kind == "story" { lake } else { moss }

#let item(one) = fit((one.text, one.remark), width => {
  if one.label != "" { strong(one.label + ".") + [ ] }
  passage-in(one.text, width)
  if one.remark.pieces.len() > 0 { [ ] + text(fill: ink2, passage-in(one.remark, width)) }
})
#let key-item(one) = block(breakable: false, {
  text(size: 12pt, weight: "semibold", passage(one.text))
  if one.remark.pieces.len() > 0 {
    v(-2pt)
    quiet(9pt, passage(one.remark))
  }
})
#let linked(one) = fit((one.text, one.remark), width => {
  passage-in(one.text, width)
  if one.remark.pieces.len() > 0 { linebreak() + quiet(9pt, passage-in(one.remark, width)) }
})
#let facts(some) = grid(
  columns: some.map(one => 1fr), column-gutter: 18pt,
  ..some.map(one => block({
    quiet(9pt, text(weight: "semibold", one.label))
    v(-3pt)
    passage(one.text)
  })))
#let card(one) = block(width: 100%, breakable: false, stroke: (top: 1.4pt + moss), inset: (top: 8pt), {
  if one.label != "" { block(below: 6pt, quiet(9pt, text(weight: "semibold", one.label))) }
  if one.title.pieces.len() > 0 {
    block(above: 6pt, below: 6pt, text(size: 12pt, weight: "semibold", passage(one.title)))
  }
  if one.text.pieces.len() > 0 { passage(one.text) }
})
#let cards(some) = grid(columns: (1fr,) * calc.min(3, calc.max(some.len(), 2)), column-gutter: 18pt,
  row-gutter: gap(14pt), ..some.map(card))
// Paragraphs, not rows of a grid: each row is laid out three times.
#let one-below-another(items, gap) = {
  set par(spacing: gap)
  for one in items { one + parbreak() }
}
#let margin-group(group) = (
  if group.margin == "" { [] } else { quiet(9pt, text(top-edge: 7pt, group.margin)) },
  if group.items.len() == 1 { item(group.items.first()) }
  else { one-below-another(group.items.map(item), 0.85em * tight) },
)
#let margin-list(groups) = {
  let plain = groups.all(group => group.margin == "")
  if plain { for group in groups { list(..group.items.map(item)) } } else {
    block(below: gap(10pt),
      grid(columns: (margin, 1fr), row-gutter: 0.85em * tight, ..groups.map(margin-group).flatten()))
  }
}
#let side(one, column) = if column in one.figures { far-side } else { near-side }
#let cell(one, column, content) = {
  let words = passage(content)
  if column in one.figures { words = text(number-width: "tabular", words) }
  table.cell(breakable: content.tall, if column in one.strong { strong(words) } else { words })
}
#let tabular(one) = table(
  columns: one.shares.map(share => share * 1fr),
  column-gutter: 12pt,
  align: (column, _) => side(one, column) + top,
  table.header(..one.headings.map(heading => quiet(9pt, text(weight: "semibold", heading))),
    table.hline(stroke: 0.9pt + strong-line)),
  ..one.rows.map(row => (
    ..row.enumerate().map(((column, content)) => cell(one, column, content)), rule)).flatten(),
)
#let show-plain(one, boxed: false) = {
  if one.is == "heading" {
    let words = passage-in(one.text, none)
    if one.kind != "" {
      block(above: gap(15pt), below: gap(8pt), sticky: true, inset: ((near): one.inset * margin),
        heading(level: one.level, text(fill: tint(one.kind), words)))
    } else { heading(level: one.level, words) }
  }
  if one.is == "paragraph" {
    block(below: gap(8pt), text(fill: if one.quiet { ink2 } else { ink },
      weight: if one.strong { "semibold" } else { "regular" }, passage(one.text)))
  }
  if one.is == "bullets" and one.numbered { enum(..one.items.map(key-item)) }
  if one.is == "bullets" and not one.numbered {
    if boxed { one-below-another(one.items.map(linked), 0.9em) }
    else { columns(one.columns, list(..one.items.map(item))) }
  }
  if one.is == "facts" { facts(one.entries) }
  if one.is == "cards" { cards(one.cards) }
  if one.is == "margin-list" { margin-list(one.groups) }
  if one.is == "table" { tabular(one) }
  if one.is == "picture" { image(bytes(one.svg), format: "svg", width: 100%, alt: one.alt) }
}
#let panel(one, height: auto) = block(
  width: 100%, height: height, above: gap(17pt), below: gap(17pt),
  breakable: one.tall,
  fill: if one.filled { moss2 } else { none },
  stroke: if one.edged { ((near): 5pt + moss) } else if one.filled { none } else { 0.8pt + line-colour },
  radius: if one.edged { ((far): 8pt) } else { 8pt },
  inset: if one.edged { ((near): 22pt, (far): 16pt, top: 13pt, bottom: 13pt) } else { (x: 14pt, y: 13pt) },
  {
    show heading.where(level: 2): it => block(above: 0pt, below: gap(10pt), sticky: true,
      text(size: 14pt, fill: moss, it))
    for inner in one.blocks { show-plain(inner, boxed: true) }
  })
#let show-block(one) = {
  if one.is == "panel" { panel(one) }
  else if one.is == "side-by-side" {
    block(above: gap(19pt), below: gap(19pt), layout(size => {
      let column = (size.width - 16pt) / one.panels.len()
      let tallest = calc.max(..one.panels.map(each => measure(block(width: column, panel(each))).height))
      grid(columns: (1fr,) * one.panels.len(), column-gutter: 16pt,
        ..one.panels.map(each => panel(each, height: tallest)))
    }))
  } else { show-plain(one) }
}

#if d.running.pieces.len() + d.purpose.pieces.len() > 0 {
  context {
    let first = block(width: 100%, two-ends(d.running, d.purpose))
    layout(size => place(top, dy: -18pt - measure(first, width: size.width).height, first))
  }
}
#heading(level: 1, passage-in(d.title-passage, none))
#if d.lead.pieces.len() > 0 { text(fill: ink2, passage(d.lead)) }

#for one in d.blocks { show-block(one) }
#if d.missing { v(1em) + text(size: 9pt, fill: ink2, d.missing_sentence) }
#context [#metadata((page: here().page(), y: here().position().y.pt(), height: page.height.pt()))<end>]
"""
)
