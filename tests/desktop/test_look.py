"""The look is put on again when it is another one, and not for every wish."""

from pytestqt.qtbot import QtBot

from desktop.look import Look


def test_it_is_put_on_for_another_theme_size_or_motion_and_not_for_the_same(look: Look, qtbot: QtBot) -> None:
    look.choose(theme="light", scale=1.0, calm=False)
    told: list[bool] = []
    look.look_changed.connect(lambda: told.append(True))
    for theme, scale, calm in (
        ("light", 1.0, False),
        ("dark", 1.0, False),
        ("dark", 1.5, False),
        ("dark", 1.5, True),
    ):
        look.choose(theme=theme, scale=scale, calm=calm)
    assert len(told) == 3
