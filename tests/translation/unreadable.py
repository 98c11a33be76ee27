"""Which sentences of the code would never reach a translator, because Babel cannot read them where they stand?"""

import ast
from collections.abc import Iterator, Set

from tests.test_architecture import ROOT, modules, tree
from tests.translation.messages import FOLDERS, KEYWORDS, interface

SENTENCES = {"tr": (0,), "tr_count": (0, 1), "Message": (0,), "in_its_place": (1,)}
"""Which arguments of a call are sentences, where they are written out."""
MADE = (ast.JoinedStr, ast.BinOp, ast.IfExp)
"""Sentences that are made when the code runs: a catalogue cannot have them."""


def unreadable() -> Iterator[str]:
    """Each with its place and what is wrong with it."""
    known = {sentence for message in interface() for sentence in _each(message.id)}
    for path in (path for folder in FOLDERS for path in modules(folder)):
        file = path.relative_to(ROOT).as_posix()
        yield from (f"{file}:{line}: {what}" for line, what in unreadable_in(tree(path), known))


def unreadable_in(code: ast.Module, known: Set[str]) -> Iterator[tuple[int, str]]:
    """The same of one module: the lines, and what is wrong there. `known` is what Babel could read."""
    for call in ast.walk(code):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS:
            for at in SENTENCES[call.func.id]:
                if what := _fault_of(call.args[at], known) if at < len(call.args) else "":
                    yield call.lineno, what


def _fault_of(sentence: ast.expr, known: Set[str]) -> str:
    match sentence:
        case ast.Constant(value=str() as said):
            return "an empty sentence" if not said else f"“{said}”" if said not in known else ""
        case _ if isinstance(sentence, MADE):
            return f"{ast.unparse(sentence)} is put together"
        case _:
            return ""  # a sentence that is written out elsewhere, as a Message


def _each(message: str | tuple[str, ...]) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (message,)
