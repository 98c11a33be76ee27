"""On which paper does the user's country print?"""

from PySide6.QtCore import QLocale

from formats.exports.paper import Paper

LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
        QLocale.Country.CostaRica,
        QLocale.Country.Guatemala,
        QLocale.Country.Nicaragua,
        QLocale.Country.Panama,
        QLocale.Country.ElSalvador,
        QLocale.Country.PuertoRico,
        QLocale.Country.DominicanRepublic,
    }
)


def usual_paper() -> Paper:
    """The paper of the user's country: Letter in North America and where it is usual elsewhere, else A4."""
    return Paper.LETTER if QLocale().territory() in LETTER_COUNTRIES else Paper.A4
