"""No test needs a screen: where none is named, Qt draws into memory."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
