"""Which page of the guide is a window about?"""

HELP_TOPIC = "help-topic"
"""The property of a window or dialog that says so, in the words of the guide’s contents."""
