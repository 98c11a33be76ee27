"""Does the user's locale count the hours of a day to 12 or to 24?"""

import re

from PySide6.QtCore import QLocale

from formats.exports.wording import Hours


def hours() -> Hours:
    """As what is exported is to say it, so that a summary agrees with the window."""
    form = re.sub(r"'[^']*'", "", QLocale().timeFormat(QLocale.FormatType.ShortFormat))
    return Hours.TWELVE if "a" in form.casefold() else Hours.TWENTY_FOUR
