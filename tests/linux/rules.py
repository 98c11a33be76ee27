"""Does the .deb keep Debian's rules, and what it says of itself those of desktops? The usual checkers say."""

import subprocess
import tempfile
from pathlib import Path

from tests.linux.bare_debian import LinuxError

WITHOUT_NET = "--no-net"


def check_rules(deb: Path) -> str:
    """One line of what was found. Raises LinuxError where a checker finds an error."""
    warned = _run("lintian", "--allow-root", "--no-cfg", "--fail-on", "error", deb).count("W:")
    with tempfile.TemporaryDirectory() as folder:
        _run("dpkg-deb", "--extract", deb, folder)
        share = Path(folder, "usr", "share")
        for file in (share / "metainfo").iterdir():
            _run("appstreamcli", "validate", WITHOUT_NET, file)
        for file in (share / "applications").iterdir():
            _run("desktop-file-validate", "--warn-kde", file)
    return f"lintian: no error and {warned or 'no'} warning; AppStream's metadata and the desktop entry are valid"


def _run(*words: object) -> str:
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise LinuxError(f"{words[0]}: {(done.stdout + done.stderr).strip()}")
    return done.stdout
