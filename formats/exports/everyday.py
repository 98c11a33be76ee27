"""Which words of a name name nobody by themselves, and which names are also everyday words?"""

_NOBODY = """
all anyone both each everybody everyone facilitator group members nobody none one organisers others participants
someone team them they us volunteers we whoever you i me tbc tbd
"""
_EVERYDAY = """
an angel art august baker banks bay bell bill bird bishop black bond booth bridges brook brown bush butler
carpenter carter case cash chance chase chip christian church clay close cook cooper cross crystal daisy
dale dawn day dean do drew earl fair faith farmer fern field fish fisher flora ford forest fox frank free
french gene glen good grace grant gray green grey guy hall hand harmony heath hill holly home hope hunter in
iris is it ivy jack jasmine jewel joy king lake lane law lee lily little long love mark marsh mason max may
mercy merry miles miller mills moon moss my nick north nurse olive on or page park parks pat patience pearl
penny per piper pool poppy post power price pride ray read rich river rob robin rock rose ruby rush rusty
sage sandy sharp shepherd short singer sky small smith so spring star steel stone strong sue summer sun swan
swift tan taylor temple to van victor violet walker wall ward waters wells west white wild will win winter
wise wood woods woody wren young
"""

NOBODYS_NAMES = frozenset(_NOBODY.split())
# In small letters these are left as they stand, and offered for a change.
EVERYDAY = frozenset(_EVERYDAY.split())
