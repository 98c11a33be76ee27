"""The guide and the sheet of keys as they are seen: in the place Help, and in a dialog over anything else."""
