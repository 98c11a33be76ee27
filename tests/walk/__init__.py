"""A walk through every place, dialog, menu and message: is anything cut, nameless, out of reach or too faint?

In the languages made from English it also asks what was never a message, and what does not mirror. A setting that
ends in a language's code walks in that language.

`python -m tests.walk` walks every setting and prints what is wrong; `--pictures DIR` also takes a picture of each
stop, in a real window where there is a display.
"""
