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
from formats.language import ENGLISH, Message, spoken, tr

GUIDE_TITLE, KEYS_TITLE = Message("The guide to Clearing"), Message("Shortcuts of Clearing")
SHORTCUTS = Message("Shortcuts")
NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def guide_document(guide: Guide) -> str:
    """Contents, every page, and the sheet of keys."""
    pages = "\n".join(f'<section id="{page.id}">\n{_page(page)}\n</section>' for page in guide.pages)
    keys = f'<section id="shortcuts">\n<h1>{escape(str(SHORTCUTS))}</h1>\n{_tables(key_lines())}\n</section>'
    title = str(GUIDE_TITLE)
    return _document(title, f"<header><h1>{escape(title)}</h1></header>\n{_contents(guide)}\n{pages}\n{keys}")


def keys_document() -> str:
    """The sheet of keys alone."""
    title = str(KEYS_TITLE)
    return _document(title, f"<h1>{escape(title)}</h1>\n{_tables(key_lines())}")


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
    keys = f'<p><a href="#shortcuts">{escape(str(SHORTCUTS))}</a></p>'
    return f'<nav aria-label="{escape(tr("Contents"))}">\n{inside}\n</ul>\n{keys}\n</nav>'


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
    return f"<table>\n<caption>{escape(group.heading)}</caption>\n{rows}\n</table>"


def _row(line: KeyLine) -> str:
    keys = " ".join(f"<kbd>{escape(key)}</kbd>" for key in line.shown)
    more = f"<small>{escape(line.help)}</small>" if line.help else ""
    return f'<tr><th scope="row">{escape(line.word)}{more}</th><td>{keys}</td></tr>'


def _document(title: str, body: str) -> str:
    rules = files("resources").joinpath("guide", "guide.css").read_text("utf-8")
    style = Template(rules).substitute(light=_colours(LIGHT), dark=_colours(DARK))
    return f"""<!DOCTYPE html>
<html lang="{_tag()}" dir="{_side()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{NOTHING_FROM_ELSEWHERE}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _tag() -> str:
    """The language it is written in; ours is British English."""
    return "en-GB" if spoken() is ENGLISH else spoken().tag


def _side() -> str:
    """Which way its lines run."""
    return "rtl" if spoken().from_the_right else "ltr"


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
