"""Which signs of a document can no font of this computer print? Asked before a PDF is made."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from formats.exports.document import Document, plain_blocks, texts_of
from formats.exports.typesetting import can_draw
from formats.language import Message, tr
from formats.session.wording import join_and

LAST_OF_OURS = "\u024f"
"""Up to here, the end of Latin, our own fonts have every sign."""
NO_NAME = Message("characters without a name")


def unusual_signs(document: Document) -> frozenset[str]:
    """The signs of a document that our fonts may lack: other scripts, pictures, private signs."""
    texts = (
        document.title,
        document.lead,
        *(t for block in plain_blocks(document.blocks) for t in texts_of(block)),
    )
    signs = frozenset("".join(map(str, texts)) + document.running + document.footer)
    return frozenset(
        sign for sign in signs if sign > LAST_OF_OURS and unicodedata.category(sign) not in ("Cf", "Zs")
    )


def undrawn_signs(signs: Iterable[str], fonts: Path) -> tuple[str, ...]:
    """Those of the signs that neither our fonts, in the folder `fonts`, nor the system's can print."""
    asked = sorted(signs)
    if not asked or can_draw(" ".join(asked), fonts):
        return ()
    if len(asked) == 1:
        return tuple(asked)
    half = len(asked) // 2
    return undrawn_signs(asked[:half], fonts) + undrawn_signs(asked[half:], fonts)


def undrawn_sentence(signs: Iterable[str]) -> str:
    """Which scripts a PDF made here would show as empty boxes; nothing where it shows all."""
    scripts = dict.fromkeys(map(_script, signs))
    if not scripts:
        return ""
    return tr(
        "No font on this computer has some characters of this page ({scripts}). A PDF made here shows empty boxes "
        "in their place; the web page and Word keep them.",
        scripts=join_and(scripts),
    )


def _script(sign: str) -> str:
    """The script of a sign, which its name begins with: Gujarati."""
    name = unicodedata.name(sign, "")
    return name.split()[0].split("-")[0].capitalize() if name else str(NO_NAME)
