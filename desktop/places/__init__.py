"""The places of the window, one module or folder each."""
