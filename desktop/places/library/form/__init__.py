"""The form in which a structure or an opener of one's own is written."""
