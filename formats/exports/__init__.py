"""One summary model, and one module for each kind of file that leaves the machine."""
