"""The whole guide, or the sheet of keys, as one file that a web browser shows and prints without anything else."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template

from desktop.content.guide.html import page_html
from desktop.content.guide.markup import Picture
from desktop.content.guide.pages import Guide, GuidePage
from desktop.content.guide.pictures import picture_bytes
from desktop.keys import KeyGroup, KeyLine, key_lines
from desktop.palettes import DARK, LIGHT, Palette

GUIDE_TITLE, KEYS_TITLE = "The guide to Clearing", "Shortcuts of Clearing"
NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def guide_document(guide: Guide) -> str:
    """Contents, every page, and the sheet of keys."""
    pages = "\n".join(f'<section id="{page.id}">\n{_page(page)}\n</section>' for page in guide.pages)
    keys = f'<section id="shortcuts">\n<h1>Shortcuts</h1>\n{_tables(key_lines())}\n</section>'
    return _document(GUIDE_TITLE, f"<header><h1>{GUIDE_TITLE}</h1></header>\n{_contents(guide)}\n{pages}\n{keys}")


def keys_document() -> str:
    """The sheet of keys alone."""
    return _document(KEYS_TITLE, f"<h1>{KEYS_TITLE}</h1>\n{_tables(key_lines())}")


def _page(page: GuidePage) -> str:
    return page_html(page, _picture, lambda page_id: f"#{page_id}")


def _contents(guide: Guide) -> str:
    lines: list[str] = []
    chapter = ""
    for page in guide.pages:
        if page.chapter != chapter:
            chapter = page.chapter
            lines.append(f"</ul>\n<h2>{escape(chapter)}</h2>\n<ul>")
        lines.append(f'<li><a href="#{page.id}">{escape(page.title)}</a></li>')
    inside = "\n".join(lines).removeprefix("</ul>\n")
    return f'<nav aria-label="Contents">\n{inside}\n</ul>\n<p><a href="#shortcuts">Shortcuts</a></p>\n</nav>'


def _picture(picture: Picture) -> str:
    """In the colours that the reader's browser asks for, with what it shows in words for whoever cannot see it."""
    light, dark = (_embedded(picture_bytes(picture.name, dark=dark)) for dark in (False, True))
    source = f'<source media="(prefers-color-scheme: dark)" srcset="{dark}">'
    return f'<figure><picture>{source}<img src="{light}" alt="{escape(picture.words)}"></picture></figure>'


def _embedded(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"


def _tables(lines: Sequence[KeyLine]) -> str:
    groups = ((group, [line for line in lines if line.group is group]) for group in KeyGroup)
    return "\n".join(_table(group, those) for group, those in groups if those)


def _table(group: KeyGroup, lines: Sequence[KeyLine]) -> str:
    rows = "\n".join(_row(line) for line in lines)
    return f"<table>\n<caption>{escape(group.value)}</caption>\n{rows}\n</table>"


def _row(line: KeyLine) -> str:
    keys = " ".join(f"<kbd>{escape(key)}</kbd>" for key in line.shown)
    more = f"<small>{escape(line.help)}</small>" if line.help else ""
    return f'<tr><th scope="row">{escape(line.word)}{more}</th><td>{keys}</td></tr>'


def _document(title: str, body: str) -> str:
    rules = files("resources").joinpath("guide", "guide.css").read_text("utf-8")
    style = Template(rules).substitute(light=_colours(LIGHT), dark=_colours(DARK))
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{NOTHING_FROM_ELSEWHERE}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _colours(palette: Palette) -> str:
    named = {
        "paper": palette.paper,
        "surface": palette.surface,
        "line": palette.line,
        "line2": palette.line_strong,
        "ink": palette.ink,
        "ink2": palette.ink_2,
        "moss": palette.moss,
        "lake": palette.lake,
    }
    return " ".join(f"--{name}: {value};" for name, value in named.items())
