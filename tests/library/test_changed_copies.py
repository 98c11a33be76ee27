"""No changed copy of a library crashes Clearing, loses anything without a word, or is called sound wrongly."""

import os
from pathlib import Path

from tests.library.changed_copies import try_copies

COPIES = int(os.environ.get("CLEARING_CHANGED_COPIES", "150"))


def test_every_changed_copy_is_treated_rightly(tmp_path: Path) -> None:
    _, wrong = try_copies(COPIES, 7, tmp_path)
    assert wrong == []
