"""Data only: structures, openers, fonts, icons, sounds, samples."""
