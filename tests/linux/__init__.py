"""Clearing as people install it on Linux: the .deb and the tar.xz, made from nothing and tried in bare Debians.

    .venv/bin/python -m tests.linux              everything, as .ci/run has it
    .venv/bin/python -m tests.linux make         the packages alone, in dist/
    .venv/bin/python -m tests.linux try SUITE…   those that are in dist/, in Debians of your choice
    .venv/bin/python -m tests.linux --parts      also a sealed file, a bell, and languages as from the source
    .venv/bin/python -m tests.linux missing      the packages of Debian that are needed and not there

It takes root on a Debian, and the right to mount: the app is built in a Debian 12 of its own, by
resources/install/linux/make, and tried in others with nothing but what apt brings. Where that is not to be had
it says so in one line, and tries nothing.
"""
