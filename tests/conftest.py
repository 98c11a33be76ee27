"""No test needs a screen: where none is named, Qt draws into memory. None depends on the language of the computer.

And no example fails by being slow.
"""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "C"  # English, whatever the computer speaks
settings.register_profile("any machine", deadline=None)  # other work on it is no fault
settings.load_profile("any machine")
