"""What Clearing does when it is called by name: opens the window, rehearses, lists, exports, plans rooms."""

import argparse
import gc
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop.app.crash_log import FAULT
from desktop.commands.argument_words import speak_of_arguments
from desktop.commands.console import prepare_output, print_line, print_trouble
from desktop.commands.file_words import with_open_named
from desktop.commands.typed_numbers import head_count, seconds, seed, speed
from desktop.content.languages import language, take_up, take_up_choice
from desktop.folders import preferences_file
from desktop.preferences import read_preferences
from desktop.system_faults import system_words
from formats.language import Message, tr

if TYPE_CHECKING:
    from formats.library.status import OpenReport

EXPORT = "export"
_AUDIENCES = {word: word for word in ("present", "network", "anyone")}
_NAMES = {word: word for word in ("full", "first", "initials", "roles", "none")}
"""As they are typed; to read them where they are decided would take a while at each start."""
DAMAGED = 1  # what could be read was given, and it is not all

WITHOUT_A_WINDOW = Message(
    "Without a window Clearing can still: rehearse a session (clearing rehearse); list sessions (clearing list), "
    "export one (clearing export) or plan one (clearing plan); plan rooms (clearing rooms); read a list of people "
    "(clearing people); check a library (clearing check); write the guide (clearing guide)."
)


class FaultError(Exception):
    """What was asked cannot be done; its text is the one sentence to say."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        fault = f"{message[:1].upper()}{message[1:].rstrip('.')}"
        # For translators: what is wrong with what was typed; then a command that lists what can be typed
        raise FaultError(tr("{fault}; clearing --help lists what there is.", fault=fault))


def run(arguments: Sequence[str]) -> int:
    """Does what the arguments ask and gives the exit code: 0, or 2 after one sentence on standard error."""
    prepare_output()
    try:
        _take_up_language(arguments)
        speak_of_arguments()
        parser, commands = _parser()
        asked = parser.parse_args(with_open_named(arguments, commands))
        act: Callable[[argparse.Namespace], int] = asked.act
        if act is _open_window:  # it clears away by itself, see garbage_collection.py
            return act(asked)
        with _collecting():
            return act(asked)
    except ImportError as missing:
        print_trouble(_what_is_missing(missing))
        return FAULT
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our lines has gone; Python would complain about that at exit
        return 0
    except (FaultError, ValueError, OSError) as fault:
        print_trouble(_sentence(fault))
        return FAULT


@contextmanager
def _collecting() -> Iterator[None]:
    """With Python clearing away what nobody holds; afterwards as it was before."""
    was_on = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not was_on:
            gc.disable()


def _take_up_language(arguments: Sequence[str]) -> None:
    """Before the first word is said: the language asked for, the one chosen in Settings, or this computer's.

    What is asked for with an export is the language of its readers.
    """
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    _add_language_argument(early)
    try:
        asked: str = getattr(early.parse_known_args(arguments)[0], "language", "")
    except argparse.ArgumentError:
        return  # said by what reads all arguments
    if asked and arguments[0] != EXPORT:
        take_up(language(asked))
    else:
        take_up_choice(read_preferences(preferences_file()).language)


def _sentence(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        where = f"{fault.filename}: " if fault.filename else ""
        return f"{where}{system_words(fault)}."
    return " ".join(str(fault).split())


def _what_is_missing(fault: ImportError) -> str:
    """Turns a library that the system lacks into a sentence, whichever command asked for it first.

    Raises the fault itself where it is one of ours.
    """
    from desktop.commands.display_check import lacks_a_library, what_qt_lacks

    if not lacks_a_library(fault):
        raise fault
    return what_qt_lacks() or tr("Clearing cannot load a part of the system ({fault}).", fault=fault)


def _parser() -> tuple[_Parser, frozenset[str]]:
    """What reads the arguments, and the names of the commands that it knows."""
    parser = _Parser(
        prog="clearing", description=tr("Run a peer-support session from one laptop, with no internet.")
    )
    parser.set_defaults(act=_open_window)
    _add_library_argument(parser)
    commands = parser.add_subparsers(title=tr("commands"), metavar="COMMAND", parser_class=_Parser)

    opening = commands.add_parser("open", help=tr("open session files in the window, as a double click does"))
    opening.add_argument("files", nargs="+", type=Path, metavar="FILE.clearing", help=tr("a session file"))
    _add_library_argument(opening)
    opening.set_defaults(act=_open_window)

    rehearse = commands.add_parser("rehearse", help=tr("play a whole session through the real window, fast"))
    rehearse.add_argument(
        "session", nargs="?", type=Path, metavar="SESSION.json", help=tr("the sample unless given")
    )
    rehearse.add_argument("--speed", type=speed, default=60.0, metavar="N", help=tr("how many times as fast (60)"))
    rehearse.add_argument(
        "--export", type=Path, metavar="DIR", help=tr("where the summaries go (a folder beside the library)")
    )
    rehearse.add_argument(
        "--screenshots", type=Path, metavar="DIR", help=tr("write a picture of each place and stage")
    )
    _add_library_argument(rehearse)
    rehearse.set_defaults(act=_rehearse)

    listing = commands.add_parser("list", help=tr("the sessions in a library"))
    listing.add_argument("--json", action="store_true", help=tr("for programs"))
    _add_library_argument(listing)
    listing.set_defaults(act=_list)

    export = commands.add_parser(EXPORT, help=tr("write the summary of a session, or the year of a series"))
    _add_export_arguments(export)
    _add_library_argument(export)
    export.set_defaults(act=_export)

    rooms = commands.add_parser("rooms", help=tr("plan rooms for the people and wishes in a file"))
    rooms.add_argument("request", type=Path, metavar="REQUEST.json", help=tr("people, rounds, sizes and wishes"))
    rooms.add_argument(
        "--seconds", type=seconds, default=1.0, metavar="S", help=tr("how long to search at most (1)")
    )
    rooms.add_argument(
        "--seed", type=seed, default=1, metavar="N", help=tr("another number gives another plan (1)")
    )
    rooms.add_argument(
        "--out", type=Path, metavar="PLAN.json", help=tr("write the plan there instead of showing it")
    )
    rooms.set_defaults(act=_rooms)

    plan = commands.add_parser("plan", help=tr("how the session in a file would run"))
    plan.add_argument("session", type=Path, metavar="SESSION.json", help=tr("a session file, as for rehearse"))
    plan.add_argument("--people", type=head_count, metavar="N", help=tr("so many people in place of its roster"))
    plan.add_argument("--fit", action="store_true", help=tr("with the stages made to fit the time there is"))
    plan.add_argument("--json", action="store_true", help=tr("for programs"))
    plan.set_defaults(act=_plan)

    people = commands.add_parser("people", help=tr("what would be read from a list of people"))
    people.add_argument(
        "list", type=Path, metavar="LIST", help=tr("a table, recipients, names by hand, an invitation or cards")
    )
    people.add_argument("--json", action="store_true", help=tr("for programs"))
    people.set_defaults(act=_people)

    guide = commands.add_parser("guide", help=tr("write the guide as a web page, to read or print"))
    guide.add_argument(
        "--out", type=Path, required=True, metavar="OUT.html", help=tr("the file, or a folder for it")
    )
    guide.set_defaults(act=_guide)

    check = commands.add_parser("check", help=tr("what is in a library, and whether it is sound"))
    check.add_argument("library", type=Path, metavar="LIBRARY", help=tr("the library file"))
    check.add_argument(
        "--repair", action="store_true", help=tr("keep what can be read, set the damaged file aside")
    )
    check.set_defaults(act=_check)
    for each in (parser, *commands.choices.values()):
        _add_language_argument(each)
    return parser, frozenset(commands.choices)


def _add_export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="ID|last", help=tr("a session's id, or the last one held"))
    parser.add_argument("--series", metavar="NAME", help=tr("the whole year of a series instead of one session"))
    parser.add_argument(
        "--person", metavar="NAME", help=tr("the attendance record of one person instead of a session")
    )
    parser.add_argument("--links", action="store_true", help=tr("only the web addresses of the session's notes"))
    # For translators: what stands for the fields here is typed as it is, in every language; so is WHO
    audience = tr("who is going to read it: {present} (unless given), {network} or {anyone}", **_AUDIENCES)
    names = tr("how people appear: {full}, {first}, {initials}, {roles} or {none}; as suits WHO", **_NAMES)
    parser.add_argument("--audience", metavar="WHO", help=audience)
    parser.add_argument("--names", metavar="HOW", help=names)
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="OUT.EXT",
        help=tr("the file to write; its ending says what kind, .clearing the session itself"),
    )


def _add_library_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--library", type=Path, default=argparse.SUPPRESS, metavar="FILE", help=tr("another library file")
    )


def _add_language_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        default=argparse.SUPPRESS,
        metavar="CODE",
        help=tr("the language to speak, such as de"),
    )


def _chosen_library(asked: argparse.Namespace) -> Path | None:
    chosen: Path | None = getattr(asked, "library", None)
    return chosen


def _open_window(asked: argparse.Namespace) -> int:
    from desktop.commands.display_check import what_qt_lacks

    files: list[Path] = getattr(asked, "files", [])
    if missing := [file for file in files if not file.exists()]:
        raise FaultError(tr("There is no file {file}.", file=missing[0]))
    if reason := _why_no_window():
        from desktop.commands.screen_notice import show_on_screen

        show_on_screen(reason)
        # Where Qt itself cannot be loaded, hardly a command works.
        raise FaultError(reason if what_qt_lacks() else f"{reason} {WITHOUT_A_WINDOW}")
    from desktop.app.start import open_window

    return open_window(_chosen_library(asked), files)


def _why_no_window() -> str:
    """Why none can be shown here: what is known to be needed is not there, or something that nobody thought of."""
    from desktop.commands.display_check import why_no_window

    if reason := why_no_window():
        return reason
    try:
        _guard_overrides()
        importlib.import_module("desktop.app.start")
    except ImportError as fault:
        return _what_is_missing(fault)
    return ""


def _rehearse(asked: argparse.Namespace) -> int:
    from desktop.commands.display_check import run_without_screen, why_no_window

    if why_no_window():
        run_without_screen()
    _guard_overrides()
    from desktop.rehearsal.rehearse import rehearse

    return rehearse(
        asked.session,
        library=_chosen_library(asked),
        speed=asked.speed,
        export_to=asked.export,
        pictures_to=asked.screenshots,
        tell=_tell,
    )


def _list(asked: argparse.Namespace) -> int:
    from desktop.commands.library import as_json, as_lines, read_repository

    repository = read_repository(_library_to_read(asked))
    cards = repository.cards()
    _tell(as_json(cards) if asked.json else as_lines(cards))
    return _tell_of_damage(repository.file.open_report)


def _export(asked: argparse.Namespace) -> int:
    from desktop.commands.export import read_export_request, write_export
    from desktop.commands.library import read_repository

    wanted = read_export_request(asked)
    repository = read_repository(_library_to_read(asked))
    warnings = write_export(repository, wanted, datetime.now(UTC))
    _tell(str(wanted.target))
    for sentence in warnings:
        print_trouble(sentence)
    return _tell_of_damage(repository.file.open_report)


def _tell_of_damage(report: "OpenReport") -> int:
    """Says in one sentence on standard error what is wrong with a library that was read; the exit code."""
    if said := report.reading_sentence:
        print_trouble(said)
    return DAMAGED if report.is_damaged else 0


def _rooms(asked: argparse.Namespace) -> int:
    from formats.session.rooms import plan_from_json

    text = asked.request.read_text("utf-8-sig")
    plan = json.dumps(
        plan_from_json(text, seconds=asked.seconds, seed=asked.seed, clock=time.monotonic),
        ensure_ascii=False,
        indent=1,
    )
    if asked.out is None:
        _tell(plan)
    else:
        asked.out.write_text(plan + "\n", "utf-8")
        _tell(str(asked.out))
    return 0


def _people(asked: argparse.Namespace) -> int:
    from desktop.commands.people import as_json, as_lines, roster_in

    roster = roster_in(asked.list)
    _tell(as_json(roster) if asked.json else as_lines(roster))
    return 0


def _plan(asked: argparse.Namespace) -> int:
    from desktop.commands.plan import as_json, as_lines, plan_at
    from desktop.content.catalogue import read_catalogue
    from desktop.wording import date_style

    dates = date_style()
    plan = plan_at(asked.session, read_catalogue(), people=asked.people, fit=asked.fit, dates=dates)
    _tell(as_json(plan) if asked.json else as_lines(plan, dates))
    return 0


def _guide(asked: argparse.Namespace) -> int:
    from desktop.commands.guide import write_guide

    _tell(str(write_guide(asked.out)))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from desktop.commands.library import check_library

    report, code = check_library(asked.library, repair=asked.repair)
    _tell(report)
    return code


def _library_to_read(asked: argparse.Namespace) -> Path:
    chosen = _chosen_library(asked)
    if chosen is None:
        from desktop.folders import usual_library

        chosen = usual_library()
    if not chosen.exists():
        raise FaultError(tr("There is no library at {file}; name another with --library FILE.", file=chosen))
    return chosen


def _tell(line: str) -> None:
    print_line(line)


def _guard_overrides() -> None:
    """Before any class of ours is made."""
    from desktop.app.override_guard import guard_overrides

    guard_overrides()
