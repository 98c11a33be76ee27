"""The commands; see the package."""

import argparse
import sys
from collections import Counter

from formats.language.po_files import codes_in
from tests.translation import __doc__ as told
from tests.translation.faults import complete, faults
from tests.translation.languages import LANGUAGES, begin, update
from tests.translation.unreadable import unreadable

MOST_SHOWN = 40


def main(arguments: list[str] | None = None) -> int:
    """Does what is asked; 1 where a language is not complete or wrong."""
    parser = argparse.ArgumentParser("python -m tests.translation", description=told)
    parser.add_argument("act", choices=("new", "update", "check"))
    parser.add_argument("codes", nargs="*", metavar="CODE")
    parser.add_argument("--name", default="", help="what its speakers call it")
    asked = parser.parse_args(arguments)
    codes = asked.codes or codes_in(LANGUAGES)
    if asked.act == "new":
        for code in codes:
            print(f"begun: {begin(code, asked.name)}")
        return 0
    if asked.act == "update":
        for code in codes:
            update(code)
            print(f"{code}: up to date, {complete(code):.1%} translated")
        return 0
    return max((_all_can_be_read(), *map(_checked, codes)))


def _all_can_be_read() -> int:
    """Whether every sentence of the code reaches translators at all."""
    lost = list(unreadable())
    for what in lost:
        print(f"{what}: no catalogue has it")
    return 1 if lost else 0


def _checked(code: str) -> int:
    found = list(faults(code))
    missing = Counter(fault.file for fault in found if fault.is_missing)
    shown = [fault for fault in found if missing.total() <= MOST_SHOWN or not fault.is_missing]
    print(*shown, sep="\n", end="\n" if shown else "")
    print(f"{code}: {complete(code):.1%} translated, {len(found) - missing.total()} wrong")
    for file, count in missing.items():
        print(f"  {count} to translate in {file}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
