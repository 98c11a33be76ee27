"""What goes into the wheel from outside the packages? The list of changes, which About shows as “What is new”."""

from pathlib import Path
from shutil import copyfile

from setuptools.command.build_py import build_py

CHANGES = "CHANGELOG.md"


class BuildWithChanges(build_py):
    """Lays the list of changes, which stands beside the packages, into one of them."""

    def run(self) -> None:
        """Builds the packages, and adds the list unless they are only linked to."""
        super().run()
        if not self.editable_mode:
            copyfile(CHANGES, Path(self.build_lib, "resources", CHANGES))

    def get_source_files(self) -> list[str]:
        """All that a source archive needs for it."""
        return [*super().get_source_files(), CHANGES, "resources/install/wheel.py"]
