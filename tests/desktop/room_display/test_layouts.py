"""Can it be read across the room? Type of titles a tenth of the height or more, of words a twentieth, none cut."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations, pairwise, product

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.room_display.blocks import Block, paint_blocks, title_sizes, word_sizes
from desktop.room_display.names_view import name_pages, people_by_name
from desktop.room_display.plain_views import lay_out_card, lay_out_line, lay_out_own_line
from desktop.room_display.rooms_view import heading, heading_of, lay_out_rooms, page_number_at
from desktop.room_display.timer_view import lay_out_timer
from desktop.widgets.sides import Mirror
from formats.session.agenda import Stage
from formats.session.people import Person, short_names
from formats.session.session import Room
from formats.structures.unfold import check_in_stage, part_from

NAMES = (
    "Amina", "Callum", "Jo", "Meera", "Tom W", "Zofia", "Kristin", "Dele", "Hana", "Beth", "Owen", "Ruth",
    "Idris", "Ewan", "Carys", "Lena", "Priya", "Sam",
)  # fmt: skip
SIZES = (QSizeF(1920, 1080), QSizeF(1280, 720), QSizeF(1024, 768), QSizeF(3840, 2160))


def every_stage(catalogue: Catalogue) -> list[Stage]:
    return [stage for structure in catalogue.structures for stage in part_from(structure, rounds=1).stages]


def inside(blocks: tuple[Block, ...], size: QSizeF) -> bool:
    wall = QRectF(0, 0, size.width(), size.height())
    return all(wall.contains(block.box) for block in blocks)


def wide(block: Block) -> float:
    return QFontMetricsF(block.font).horizontalAdvance(block.text)


def not_cut(block: Block) -> bool:
    return wide(block) <= block.box.width() + 1


def people_in_rooms(count: int, size: int) -> tuple[tuple[Room, ...], dict[str, str]]:
    firsts = ("Amina", "Bernadette", "Callum", "Dele", "Ewan", "Hana", "Idris", "Jo", "Kristin", "Lena")
    lasts = ("Abara", "Bowen", "Carter", "Dunne", "Ellis", "Frost", "Grant", "Hughes", "Imrie", "Jones")
    people = tuple(Person(f"p{n}", f"{firsts[n % 10]} {lasts[n // 10 % 10]}{n // 100}") for n in range(count))
    ids = [person.id for person in people]
    rooms = tuple(
        Room(number, tuple(ids[start : start + size]), ids[start])
        for number, start in enumerate(range(0, count, size), 1)
    )
    return rooms, short_names(people)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_every_stage_of_every_structure_can_be_read(qapp: object, catalogue: Catalogue, size: QSizeF) -> None:
    for stage in every_stage(catalogue):
        layout = lay_out_timer(size, stage, "Next: Clarifying questions, 5 minutes")
        title = [block for block in layout.blocks if block.weight is QFont.Weight.Bold]
        assert " ".join(block.text for block in title) == stage.title
        assert all(block.pixels >= 0.1 * size.height() for block in title), stage.title
        assert all(block.pixels >= 0.05 * size.height() for block in layout.blocks), stage.title
        assert inside(layout.blocks, size), stage.title
        assert all(not_cut(block) for block in layout.blocks), stage.title
        said = " ".join(block.text for block in layout.blocks)
        assert all(word in said for line in stage.wall for word in line.split()), stage.title


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_the_dial_of_every_stage_is_the_largest_thing_on_a_wide_wall(
    qapp: object, catalogue: Catalogue, size: QSizeF
) -> None:
    for stage in every_stage(catalogue):
        layout = lay_out_timer(size, stage, "Next: What I heard, 5 minutes")
        assert layout.dial.height() >= 0.8 * size.height(), stage.title
        assert all(block.box.left() > layout.dial.right() for block in layout.blocks), stage.title


LONG_TITLES = (
    "Everyone in the network says what changed since we last met in the spring",
    "What would you tell yourself one year ago about this work, and who else would you have asked along?",
    "Zusammenarbeitsvereinbarungen",
)
LONG_QUESTIONS = (
    "What is one thing you learned this month from someone in this network that you would never have found out"
    " on your own, and whom do you thank for it?",
    "What did you bring? " * 14,
)
NEXT = ("Next: Challenge, 5 minutes", f"Next: {LONG_TITLES[0]}, 5 minutes")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
@pytest.mark.parametrize("following", NEXT, ids=("next", "long-next"))
def test_every_question_and_every_long_title_can_be_read_beside_a_clock_that_can(
    qapp: object, catalogue: Catalogue, size: QSizeF, following: str
) -> None:
    high = size.height()
    questions = [q.text for q in catalogue.questions]
    asked = [check_in_stage(text, 20, timedelta(minutes=5)) for text in (*questions, *LONG_QUESTIONS)]
    own = [replace(every_stage(catalogue)[3], title=title) for title in LONG_TITLES]
    for stage in (*every_stage(catalogue), *asked, *own):
        layout = lay_out_timer(size, stage, following)
        said = " ".join(block.text for block in layout.blocks)
        whole = (stage.question or stage.title).strip()
        assert whole in said or stage.title == LONG_TITLES[2], whole
        assert inside(layout.blocks, size), whole
        assert all(not_cut(block) for block in layout.blocks), whole
        assert not any(block.box.intersects(layout.dial) for block in layout.blocks), whole
        assert not any(a.box.intersects(b.box) for a, b in combinations(layout.blocks, 2)), whole
        assert all(block.pixels >= 0.05 * high for block in layout.blocks), whole
        assert all(block.pixels >= 0.1 * high for block in layout.blocks if block.weight is QFont.Weight.Bold)
        least = 0.3 if stage.title in LONG_TITLES else 0.4 if stage.question in LONG_QUESTIONS else 0.5
        assert layout.dial.height() >= least * high, whole


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_a_title_of_any_length_leaves_the_room_its_clock_and_says_that_it_goes_on(
    qapp: object, catalogue: Catalogue, size: QSizeF
) -> None:
    for title in ("A session in which carers and friends look back " * 4, "W" * 400):
        stage = replace(every_stage(catalogue)[3], title=title.strip())
        layout = lay_out_timer(size, stage, NEXT[0])
        bold = [block for block in layout.blocks if block.weight is QFont.Weight.Bold]
        assert layout.dial.height() >= 0.36 * size.height(), title
        assert 1 <= len(bold) <= 2, title
        assert bold[-1].text.endswith("…"), title
        assert inside(layout.blocks, size), title
        assert all(not_cut(block) for block in layout.blocks), title
        assert not any(block.box.intersects(layout.dial) for block in layout.blocks), title


def test_what_comes_next_takes_two_lines_and_always_says_its_minutes(qapp: object, catalogue: Catalogue) -> None:
    for size, stage in product(SIZES, every_stage(catalogue)):
        following = [b for b in lay_out_timer(size, stage, NEXT[1]).blocks if b.role == "ink_2"]
        assert 1 <= len(following) <= 2, stage.title
        assert following[-1].text.endswith("5 minutes"), stage.title


@pytest.mark.parametrize("ratio", [1, 2])
def test_drawn_capitals_are_as_high_as_they_are_said_to_be_at_any_scale(look: Look, ratio: int) -> None:
    for pixels in (title_sizes(540)[-1], word_sizes(540)[-1]):
        block = Block("H", QRectF(0, 0, 200, 100), pixels, QFont.Weight.Bold, "ink")
        picture = QImage(200 * ratio, 100 * ratio, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(look.colour("paper"))
        painter = QPainter(picture)
        paint_blocks(painter, [block], look, Mirror(0, block.box.right(), from_the_right=False))
        painter.end()
        ink = look.colour("ink").rgb()
        drawn = [y for y in range(picture.height()) if any(picture.pixel(x, y) == ink for x in range(60 * ratio))]
        assert len(drawn) == pytest.approx(block.capital_height * ratio, abs=1.5)


def test_capitals_are_generous_only_beside_a_whole_dial(qapp: object, catalogue: Catalogue) -> None:
    generous = 0
    for size, stage in product(SIZES, every_stage(catalogue)):
        layout = lay_out_timer(size, stage, "Next: What I heard, 5 minutes")
        title = next(block for block in layout.blocks if block.weight is QFont.Weight.Bold)
        if title.capital_height >= 0.1 * size.height():
            generous += 1
            assert layout.dial.height() >= 0.8 * size.height(), stage.title
    assert generous


def test_a_thin_line_stands_between_the_words_and_what_comes_next(qapp: object, catalogue: Catalogue) -> None:
    for size, stage in product(SIZES, every_stage(catalogue)):
        layout = lay_out_timer(size, stage, "Next: What I heard, 5 minutes")
        assert layout.rule is not None, stage.title
        following = [block for block in layout.blocks if block.role == "ink_2"]
        others = [block for block in layout.blocks if block.role != "ink_2"]
        assert all(block.box.top() > layout.rule.y1() for block in following), stage.title
        assert all(block.box.bottom() < layout.rule.y1() for block in others), stage.title


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_words_never_stand_on_the_dial_or_on_each_other(qapp: object, catalogue: Catalogue, size: QSizeF) -> None:
    questions = [check_in_stage(q.text, 20, timedelta(minutes=5)) for q in catalogue.questions]
    for stage in (*every_stage(catalogue), *questions):
        layout = lay_out_timer(size, stage, "Next: What I heard, 5 minutes")
        assert not any(block.box.intersects(layout.dial) for block in layout.blocks), stage.title
        assert not any(a.box.intersects(b.box) for a, b in combinations(layout.blocks, 2)), stage.title


def test_three_rooms_stand_on_cards_with_generous_names(qapp: object) -> None:
    rooms, _ = people_in_rooms(18, 6)
    names = {person: NAMES[number] for number, person in enumerate(p for room in rooms for p in room.people)}
    (page,) = lay_out_rooms(SIZES[0], rooms, names, "presenter")
    assert len(page.cards) == 3
    shown = [block for block in page.blocks if block.text in names.values()]
    assert len(shown) == 18
    assert all(block.capital_height >= 0.05 * 1080 for block in shown)
    assert inside(page.blocks, SIZES[0])


@pytest.mark.parametrize("count", [7, 40, 90, 200, 500])
def test_everyone_finds_their_room_and_no_name_is_small(qapp: object, count: int) -> None:
    rooms, names = people_in_rooms(count, 5)
    pages = lay_out_rooms(SIZES[0], rooms, names, "presenter")
    blocks = [block for page in pages for block in page.blocks]
    shown = [block.text for block in blocks if block.role == "ink"]
    assert sorted(shown) == sorted(names.values())
    assert all(block.pixels >= 0.05 * 1080 for block in blocks if block.role == "ink")
    for page in pages:
        assert inside(page.blocks, SIZES[0])
        assert all(not_cut(block) for block in page.blocks)


@pytest.mark.parametrize(
    ("size", "count", "most"),
    [(SIZES[0], 200, 4), (SIZES[2], 200, 6), (SIZES[0], 500, 11), (SIZES[2], 500, 17)],
)
def test_people_in_forty_rooms_or_a_hundred_take_few_pages_that_say_which_names_they_hold(
    qapp: object, size: QSizeF, count: int, most: int
) -> None:
    rooms, names = people_in_rooms(count, 5)
    pages = lay_out_rooms(size, rooms, names, "")
    assert len(pages) <= most
    for shown, page in enumerate(pages):
        top = heading_of(size, pages, shown, "", "Station")
        assert len(top) == 2
        assert top[0].pixels >= 0.1 * size.height()
        blocks = (*top[:1], *page.blocks)
        assert all(block.pixels >= 0.05 * size.height() for block in blocks)
        assert all(not_cut(block) for block in blocks)
        assert inside(blocks, size)
        assert not any(top[0].box.intersects(block.box) for block in page.blocks)
    everyone = [block for page in pages for block in page.blocks if block.role == "ink"]
    assert sorted(block.text for block in everyone) == sorted(names.values())


def test_a_page_says_enough_letters_to_tell_it_from_the_next(qapp: object) -> None:
    people = tuple(Person(f"p{n}", f"{'ABCD'[n // 50]}{chr(97 + n % 50 % 26)}{n:03}") for n in range(200))
    rooms = tuple(Room(n + 1, tuple(p.id for p in people[n * 5 : n * 5 + 5])) for n in range(40))
    pages = lay_out_rooms(SIZES[0], rooms, short_names(people), "")
    words = [heading_of(SIZES[0], pages, shown, "")[1].text for shown in range(len(pages))]
    starts = [said.split(",")[0].split("–") for said in words]
    assert starts[0][0] == "A"
    assert starts[-1][1] == "D"
    for (_, end), (start, _) in pairwise(starts):
        assert end != start
        assert end.casefold() < start.casefold()


def test_pages_follow_each_other(qapp: object) -> None:
    rooms, names = people_in_rooms(200, 5)
    pages = lay_out_rooms(SIZES[0], rooms, names, "")
    seen = [page_number_at(pages, second) for second in range(0, 8 * len(pages), 8)]
    assert seen == list(range(len(pages)))


def test_names_stand_in_alphabetical_order_with_their_room(qapp: object) -> None:
    rooms, names = people_in_rooms(200, 5)
    pages = lay_out_rooms(SIZES[0], rooms, names, "")
    seats = {names[person]: str(room.number) for room in rooms for person in room.people}
    blocks = [block for page in pages for block in page.blocks]
    pairs = [(name.text, number.text) for number, name in zip(blocks[::2], blocks[1::2], strict=True)]
    assert pairs == sorted(pairs, key=lambda pair: pair[0].casefold())
    assert all(seats[name] == number for name, number in pairs)


def test_a_letter_with_an_accent_stands_where_one_looks_for_it() -> None:
    names = {"1": "Zofia", "2": "Åsa", "3": "Źeno", "4": "Anna", "5": "Berta"}
    assert [names[person] for person in people_by_name(tuple(names), names)] == [
        "Anna",
        "Åsa",
        "Berta",
        "Źeno",
        "Zofia",
    ]


def test_titles_of_the_other_views_are_a_tenth_too(qapp: object) -> None:
    for size in SIZES:
        title, aside = heading(size, "starts in 1:30")
        assert title.pixels >= 0.1 * size.height()
        assert aside.capital_height >= 0.05 * size.height()
        assert not_cut(title)
        assert wide(title) + wide(aside) < title.box.width()
        assert heading(size, "")[0].capital_height >= 0.1 * size.height()
        card = lay_out_card(size, "Back at five", ("We begin at 16:30.",))
        assert card[0].capital_height >= 0.1 * size.height()
        assert card[-1].capital_height >= 0.05 * size.height()
        shape, line = lay_out_line(size, "Perhaps you notice your feet, or the sounds in the room.")
        assert all(block.pixels >= 0.05 * size.height() for block in line)
        assert shape.height() >= 0.75 * size.height()
        assert not any(block.box.intersects(shape) for block in line)


def test_what_comes_next_is_said_in_brief_before_it_is_cut(qapp: object, catalogue: Catalogue) -> None:
    stage = next(stage for stage in every_stage(catalogue) if stage.title == "Client shares")
    layout = lay_out_timer(
        SIZES[2], stage, "Next: Clarifying questions, 2\u00a0minutes", "Next: Questions, 2\u00a0minutes"
    )
    said = " ".join(block.text for block in layout.blocks if block.role == "ink_2")
    assert said == "Next: Questions, 2\u00a0minutes"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_a_very_long_line_of_ones_own_is_whole_on_the_standby_card(qapp: object, size: QSizeF) -> None:
    assert lay_out_own_line(size, "Back at five")[0].capital_height >= 0.1 * size.height()
    line = ("We are back at ten past five, and the tea is in the kitchen on the second floor. " * 3)[:200].strip()
    blocks = lay_out_own_line(size, line)
    assert " ".join(block.text for block in blocks) == line
    assert inside(blocks, size)
    assert all(block.pixels >= 0.05 * size.height() for block in blocks)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
@pytest.mark.parametrize("count", range(18, 48))
def test_no_page_is_left_for_a_name_or_two_and_no_title_covers_names(
    qapp: object, size: QSizeF, count: int
) -> None:
    rooms, names = people_in_rooms(count, 3)
    pages = lay_out_rooms(size, rooms, names, "client")
    held = [sum(block.text in names.values() for block in page.blocks) for page in pages]
    assert sum(held) == count
    assert min(held) >= max(held) / 2
    for shown, page in enumerate(pages):
        top = heading_of(size, pages, shown, "1:00")
        assert len(top) == 2
        assert not any(block.box.intersects(top[0].box) for block in page.blocks)
        assert inside(page.blocks, size)


def test_a_very_long_title_leaves_room_for_when_the_session_begins(qapp: object) -> None:
    title = ("The wellbeing of the whole network and its partners in twelve towns " * 3)[:200]
    for size in SIZES:
        blocks = lay_out_card(size, title, ("We begin at 16:30.",))
        assert blocks[-1].text == "We begin at 16:30."
        assert blocks[0].text.startswith("The wellbeing")
        assert inside(blocks, size)
        assert all(block.pixels >= 0.1 * size.height() for block in blocks[:-1])


def test_few_names_are_not_small_on_a_wall_with_room_for_them(qapp: object) -> None:
    rooms, names = people_in_rooms(18, 3)
    (page,) = name_pages(SIZES[2], rooms, names, 160)
    assert all(block.capital_height >= 0.05 * 768 for block in page)


def test_the_walls_type_does_not_follow_the_facilitators_text_size(look: Look) -> None:
    before = lay_out_card(SIZES[0], "Standby", ())[0].pixels
    look.choose(theme="light", scale=2.0, calm=False)
    assert lay_out_card(SIZES[0], "Standby", ())[0].pixels == before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_the_question_that_people_work_on_is_the_largest_thing_said(
    qapp: object, catalogue: Catalogue, size: QSizeF
) -> None:
    shown = [stage for stage in every_stage(catalogue) if stage.shows_question]
    assert shown
    examples = {s.id: s.example_question for s in catalogue.structures}
    for stage in shown:
        question = examples[stage.key.part]
        layout = lay_out_timer(size, replace(stage, question=question), NEXT[0])
        largest = max(block.pixels for block in layout.blocks)
        said = " ".join(block.text for block in layout.blocks if block.pixels == largest)
        assert said.startswith(question), question
        assert layout.dial.height() >= 0.3 * size.height(), question
        assert inside(layout.blocks, size), question
