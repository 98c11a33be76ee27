"""The second window, for the projector or a shared screen."""
