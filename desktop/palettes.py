"""Which colours does Clearing have? By role, light and dark, and with more contrast where the system asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as `#rrggbb`."""

    paper: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_2: str
    moss: str
    moss_2: str
    on_moss: str
    lake: str
    lake_2: str
    amber: str
    amber_2: str
    clay: str
    clay_2: str


LIGHT = Palette(
    paper="#F6F4EC",
    surface="#FFFFFF",
    sunken="#ECE9DD",
    line="#D9D5C5",
    line_strong="#777C6E",
    ink="#1E2A23",
    ink_2="#4E5D54",
    moss="#2C6649",
    moss_2="#DDEBE1",
    on_moss="#FFFFFF",
    lake="#1F6274",
    lake_2="#DCECEF",
    amber="#8F5200",
    amber_2="#FBE8C8",
    clay="#A3352A",
    clay_2="#F8DFD9",
)
DARK = Palette(
    paper="#131C17",
    surface="#1B2720",
    sunken="#0E1511",
    line="#2C3A32",
    line_strong="#71847A",
    ink="#EDF3EE",
    ink_2="#A9B8AE",
    moss="#7CC79F",
    moss_2="#22382C",
    on_moss="#0E1A13",
    lake="#7FC4D6",
    lake_2="#1B3239",
    amber="#F3B55F",
    amber_2="#3A2C15",
    clay="#F28B7A",
    clay_2="#3D211D",
)

LIGHT_CONTRAST = Palette(
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunken="#F2F2EE",
    line="#5A5F57",
    line_strong="#2A2F28",
    ink="#000000",
    ink_2="#1E2A23",
    moss="#0B4A2B",
    moss_2="#D2EBDB",
    on_moss="#FFFFFF",
    lake="#063F4E",
    lake_2="#D3EBF1",
    amber="#5A3000",
    amber_2="#FFEBC7",
    clay="#751008",
    clay_2="#FFE3DE",
)
DARK_CONTRAST = Palette(
    paper="#000000",
    surface="#000000",
    sunken="#0E1511",
    line="#9AA89F",
    line_strong="#D5DED8",
    ink="#FFFFFF",
    ink_2="#E3EBE6",
    moss="#9BF0C2",
    moss_2="#0F3A24",
    on_moss="#000000",
    lake="#A3E6F7",
    lake_2="#0B3440",
    amber="#FFD08A",
    amber_2="#3E2B08",
    clay="#FFB3A6",
    clay_2="#4A1710",
)
