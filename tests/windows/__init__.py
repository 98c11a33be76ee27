"""Clearing as a Windows program, under Wine: the suite, the packaged folder, the installer and what it installs.

    .venv/bin/python -m tests.windows              everything, as .ci/run has it
    .venv/bin/python -m tests.windows suite PATH…  tests of your choice, such as tests/desktop
    .venv/bin/python -m tests.windows package      folder, zip, installer; Clearing installed, used and removed
    .venv/bin/python -m tests.windows missing      the packages of Debian that are needed and not there

It takes a Debian with `wine wine64 gcc-mingw-w64-x86-64 nsis xvfb`, and makes everything else from nothing in
build/windows. `made_python.py` says what the Python is made of; `limits.py` which tests cannot hold, and why.

What Wine cannot show, and a real Windows must, is a short list in resources/install/README.md.
"""
