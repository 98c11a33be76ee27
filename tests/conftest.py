"""No test needs a screen: where none is named, Qt draws into memory. And no example fails by being slow."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("any machine", deadline=None)  # other work on it is no fault
settings.load_profile("any machine")
