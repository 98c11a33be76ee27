"""How is a page of the guide written in HTML? The same for the window and for a web browser."""

from collections.abc import Callable
from html import escape

from desktop.content.guide.markup import Block, Heading, Listing, Paragraph, Picture, Span, SpanKind
from desktop.content.guide.pages import GuidePage

PictureHtml = Callable[[Picture], str]
LinkTarget = Callable[[str], str]


def page_html(page: GuidePage, picture: PictureHtml, target: LinkTarget) -> str:
    """The chapter, the title and the text of a page; `target` says where a link to a page leads, by its id."""
    chapter = f'<p class="chapter">{escape(page.chapter)}</p>\n' if page.chapter else ""
    blocks = "\n".join(block_html(block, picture, target) for block in page.blocks)
    return f"{chapter}<h1>{escape(page.title)}</h1>\n{blocks}"


def block_html(block: Block, picture: PictureHtml, target: LinkTarget) -> str:
    """One block, with every sign in it plain."""
    match block:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Paragraph(spans):
            return f"<p>{_spans(spans, target)}</p>"
        case Listing(items, numbered):
            kind = "ol" if numbered else "ul"
            inside = "".join(f"<li>{_spans(item, target)}</li>" for item in items)
            return f"<{kind}>{inside}</{kind}>"
        case Picture():
            return picture(block)


def _spans(spans: tuple[Span, ...], target: LinkTarget) -> str:
    return "".join(_span(span, target) for span in spans)


def _span(span: Span, target: LinkTarget) -> str:
    words = escape(span.text)
    match span.kind:
        case SpanKind.ON_SCREEN:
            return f"<b>{words}</b>"
        case SpanKind.KEY:
            return f"<kbd>{words}</kbd>"
        case SpanKind.LINK:
            return f'<a href="{escape(target(span.target))}">{words}</a>'
        case SpanKind.TEXT:
            return words
