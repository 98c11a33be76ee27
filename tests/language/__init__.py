"""Messages, their catalogues, and the two languages that are made from English."""
