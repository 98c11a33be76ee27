"""Nothing is cut, nameless, out of reach or too faint in any place, dialog or menu, in any setting of the walk."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from itertools import combinations, product

import pytest

from tests.walk.processes import Report, walk_apart, workers
from tests.walk.settings import IN_FULL, IN_SUITE, LARGE, PAIRWISE, SHORT, SMALL, USUAL, Colours, Filling, Setting

FEWEST_STOPS = {Filling.EMPTY: 20, Filling.TYPICAL: 100, Filling.OVERFULL: 100}


@pytest.fixture(scope="module")
def walks() -> Iterator[Mapping[str, "Future[Report]"]]:
    """Every walk, begun at once and done as there are processors."""
    names = [setting.name for setting in IN_SUITE]
    with workers(names) as pool:
        yield {name: pool.submit(walk_apart, name) for name in names}


@pytest.mark.parametrize("setting", IN_SUITE, ids=lambda setting: setting.name)
def test_nothing_is_wrong_anywhere(setting: Setting, walks: Mapping[str, "Future[Report]"]) -> None:
    report = walks[setting.name].result()
    assert list(report.faults) == []
    assert len(report.stops) >= FEWEST_STOPS[setting.filling]


def test_every_pair_of_circumstances_is_walked() -> None:
    """Sizes, text, colours and filling: any two of them meet in some walk."""
    contrast = (Colours.LIGHT_CONTRAST, Colours.DARK_CONTRAST)
    wanted = {
        "size": (SMALL, USUAL, SHORT, LARGE),
        "scale": (1.0, 2.0),
        "colours": (Colours.LIGHT, Colours.DARK, contrast),
        "filling": tuple(Filling),
    }
    met = [_circumstances(setting) for setting in (*IN_FULL, *PAIRWISE)]
    missing = [
        (one, other)
        for (first, some), (second, others) in combinations(wanted.items(), 2)
        for one, other in product(some, others)
        if not any(_is(each[first], one) and _is(each[second], other) for each in met)
    ]
    assert missing == []


def _circumstances(setting: Setting) -> dict[str, object]:
    size = (setting.width, setting.height)
    return {"size": size, "scale": setting.scale, "colours": setting.colours, "filling": setting.filling}


def _is(met: object, wanted: object) -> bool:
    either = isinstance(wanted, tuple) and met in wanted
    return met == wanted or either
