"""A walk through every place, dialog, menu and message: is anything cut, nameless, out of reach or too faint?

`python -m tests.walk` walks every setting and prints what is wrong; `--pictures DIR` also takes a picture of each
stop, in a real window where there is a display.
"""
