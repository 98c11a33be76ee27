"""The closing round: how useful was today, by counted hands, and a word from whoever wishes."""
