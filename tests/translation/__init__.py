"""What a translator and whoever keeps the languages need: see `python -m tests.translation --help`.

    python -m tests.translation new CODE [--name NAME]  begins a language: all messages, none translated
    python -m tests.translation update [CODE ...]       brings languages up to what the app says now
    python -m tests.translation check [CODE ...]        what is missing or wrong, with exit code 1

Without a code, all languages that are there. A language is four files: `interface.po` is what the app and its
documents say, `content.po` structures, openers and cards, `guide.po` the guide, `install.po` what installs it.
"""
