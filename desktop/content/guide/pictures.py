"""Where are the pictures of the guide? Beside its text, each in light and dark."""

from importlib.resources import files


def picture_bytes(name: str, *, dark: bool) -> bytes:
    """A picture of the guide as PNG; nothing where there is none of this name."""
    file = files("resources").joinpath("guide", "pictures", f"{name}-{'dark' if dark else 'light'}.png")
    return file.read_bytes() if file.is_file() else b""
