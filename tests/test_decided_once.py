"""What has one home is decided there and nowhere else: what a copy of it would look like is not in the code."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.test_architecture import ROOT, modules


@dataclass(frozen=True)
class Home:
    """Where something is decided, how copies of it would read, and one such copy; `also` may hold the words."""

    what: str
    module: str
    copies: str
    example: str
    also: tuple[str, ...] = ()


HOMES = (
    Home(
        "words are joined",
        "formats/session/wording.py",
        r"""["'] (and|or) ["']\.join|\[:-1\]\)\} (and|or) """,
        """f"{', '.join(names[:-1])} and {names[-1]}\"""",
    ),
    Home(
        "nouns are counted",
        "formats/session/wording.py",
        r"""\+ ["']s["']|["']["'] if .* == 1 else ["']s["']|"1 person\"""",
        """f"{count} meeting{'' if count == 1 else 's'}\"""",
    ),
    Home(
        "groups are named",
        "formats/session/group_words.py",
        r"""["'](Room|Table|Station|Pair|Trio) ?\{|\{word\} \{""",
        '''f"Room {note.room}"''',
    ),
    Home(
        "it is said how far a session has come",
        "formats/session/progress.py",
        r"""["'](Finished|Running|Planned (for|from)|The session is finished)\b""",
        '''f"Planned for {when}"''',
        also=("desktop/places/run/waiting.py",),  # from when to when, in one sentence
    ),
    Home(
        "a session is live",
        "formats/session/clock.py",
        r"""\bin \(Phase\.WAITING, Phase\.FINISHED\)""",
        "if reading.phase not in (Phase.WAITING, Phase.FINISHED):",
    ),
    Home(
        "Go is worded",
        "desktop/actions.py",
        r"""["'](Resume|Pause|Paused|Start session|Resumed|Press again to)[ ."']""",
        '''f"Paused for {digits}"''',
    ),
    Home(
        "a session has the agenda as run",
        "formats/session/session.py",
        r"replace\([\w.]*session, agenda=[\w.]*(position|state)\.agenda\)",
        "replace(session, agenda=reading.position.agenda)",
    ),
    Home(
        "it is said what became of a next step",
        "formats/session/notes.py",
        r"""["']dropped["'] if""",
        """"done" if note.done else "dropped" if note.let_go else \"\"""",
    ),
    Home(
        "what is painted and placed by hand is turned round",
        "desktop/widgets/sides.py",
        r"\.isRightToLeft\(|QStyle\.visual(Rect|Pos)",
        "left = self.width() - wide if self.isRightToLeft() else 0",
    ),
    Home(
        "sessions belong to one series",
        "formats/session/session.py",
        r"series\)? == (folded\()?[\w.]*series",
        "card.series == session.series",
    ),
    Home(
        "somebody is meant by a name",
        "formats/session/candidates.py",
        r"folded\((p|person)\.name\) == folded\(name\)",
        "[person for person in known if folded(person.name) == folded(name)]",
    ),
)


def names(home: Home) -> str:
    return home.what.replace(" ", "-")


def code_in(path: Path) -> str:
    """A module without its docstrings and comments."""
    text = re.sub(r'"""(?:.|\n)*?"""', "", path.read_text(encoding="utf-8"))
    return re.sub(r"(?m)#.*$", "", text)


@pytest.mark.parametrize("home", HOMES, ids=names)
def test_it_is_decided_in_one_place(home: Home) -> None:
    copies = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for place in ("desktop", "formats")
        for path in modules(place)
        if path.relative_to(ROOT).as_posix() not in (home.module, *home.also)
        for found in re.finditer(home.copies, code_in(path))
    ]
    assert not copies, f"{home.what} in {home.module}: {copies}"


@pytest.mark.parametrize("home", HOMES, ids=names)
def test_a_copy_would_be_found(home: Home) -> None:
    assert re.search(home.copies, home.example)
    assert (ROOT / home.module).is_file()
