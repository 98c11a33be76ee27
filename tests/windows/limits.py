"""Which tests cannot hold on Windows, or under Wine, and why? A plugin of pytest that skips them by name.

python -m pytest -p tests.windows.limits
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY, LINKS = "tests/library", "tests/library/test_links.py::test_a_"
COMMANDS = "tests/desktop/commands/test_command_line.py"
INSTANCE = "tests/desktop/app/test_single_instance.py"
SECOND_START = f"{INSTANCE}::test_a_second_start"
NO_LINKS = "Wine follows no symbolic links, and users of Windows may make none"
OF_LINUX = "what Qt needs of the system can be missing on Linux alone"
STAYS = "no file that is open can be deleted"
LIMITS: dict[str, str] = {
    f"{LIBRARY}/test_acknowledged.py::test_a_lock_file_that_is_a_new_one": STAYS,
    f"{LIBRARY}/test_unforgiving_lines.py::test_another_drive_mounted": STAYS,
    f"{LIBRARY}/test_unforgiving_lines.py::test_a_lock_file_that_was_replaced": STAYS,
    f"{LIBRARY}/test_unforgiving_lines.py::test_who_finds_its_lock_replaced": STAYS,
    f"{LIBRARY}/test_backups.py::test_a_library_with_a_very_long_name": "a whole path has 260 characters at most",
    f"{LIBRARY}/test_saving.py::test_files_and_folders_are_for_the_owner": "rights there are not bits of a mode",
    f"{LIBRARY}/test_power_cuts.py": "the model is one of a POSIX disk, whose folders are synced",
    f"{LINKS}symbolic_link": NO_LINKS,
    f"{LINKS}library_opened_through_a_symbolic_link": NO_LINKS,
    f"{LINKS}link_to_nothing": NO_LINKS,
    f"{LINKS}file_kept_aside_as_a_link": "no name of a file that is open can be given to another",
    f"{SECOND_START}_through_a_link": NO_LINKS,
    f"{INSTANCE}::test_what_a_crash_left_behind": "a crash leaves no name behind there, and two may share one",
    f"{COMMANDS}::test_what_cannot_be_done_is_said_in_one_sentence[-": "Windows always has a screen",
    f"{COMMANDS}::test_list_works_where_qt_cannot_be_loaded": OF_LINUX,
    "tests/desktop/commands/test_missing_libraries.py": OF_LINUX,
    "tests/exports/test_pdf.py::test_a_title_of_any_length_and_script": "Wine has no font for every script",
}
"""A file, or the beginning of a test's id, and why it cannot hold."""


def reason_for(node: str) -> str:
    """Why a test or a file of tests cannot hold; empty where it can."""
    return next((reason for start, reason in LIMITS.items() if node.startswith(start)), "")


class LimitedModule(pytest.Module):
    """A file that cannot even be imported there."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Skips it whole, with the reason."""
        pytest.skip(reason_for(self.nodeid), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Takes the place of a file that is skipped whole."""
    limited = LIMITS.get(module_path.relative_to(ROOT).as_posix())
    return LimitedModule.from_parent(parent, path=module_path) if limited else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what cannot hold in a file of which other tests do."""
    for item, reason in _limited(items):
        item.add_marker(pytest.mark.skip(reason=reason))


def _limited(items: list[pytest.Item]) -> Iterator[tuple[pytest.Item, str]]:
    for item in items:
        if reason := reason_for(item.nodeid):
            yield item, reason
