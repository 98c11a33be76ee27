"""How long is the UI thread held, by what, and in which act? Watched while the app is used."""

import sys
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import clock_gettime, monotonic, pthread_getcpuclockid, thread_time
from types import CodeType
from typing import TypeVar

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QThreadPool

EVERY = 0.002
"""Seconds of wall clock between two looks at the stack."""
BLOCK_MS = 50.0
IDLE_MS = 1.0
QUIET_SECONDS, LONGEST_SECONDS = 0.2, 20.0
"""So long nothing may happen before all counts as done; a preview waits 120 ms until its source has settled."""
NEVER = threading.Event()
"""Does not come: to wait for it is to rest for a moment."""
Place = tuple[CodeType, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spent:
    """What an act cost the UI thread, in milliseconds of its processor time, and where its longest block was."""

    act: str
    total: float
    longest: float
    stack: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The same as a line of a table."""
        flag = "  <-- over 50 ms" if self.longest > BLOCK_MS else ""
        return f"{self.act:66}{self.total:9.1f}{self.longest:9.1f}{flag}"


class Watch:
    """Measures acts. A block is what runs before the event loop comes round: no key is heard meanwhile.

    Processor time of this thread alone, so that a loaded machine and work in the background do not count.
    """

    def __init__(self, quiet_seconds: float = QUIET_SECONDS) -> None:
        self._sampler, self._quiet = _Sampler(), quiet_seconds
        self._blocks = _Blocks()
        self._since = thread_time()
        self.told: Callable[[Spent], None] = lambda spent: print(spent.line, flush=True)

    def measure(self, name: str, act: Callable[[], T]) -> tuple[T, Spent]:
        """Does it until all is done that it asked for."""
        settle(quiet_seconds=self._quiet)
        self.begin()
        result = act()
        self.come_round()
        return result, self.end(name)

    def begin(self) -> None:
        """What comes from now on is an act."""
        self._blocks = _Blocks()
        self._sampler.begin()
        self._since = thread_time()

    def come_round(self) -> None:
        """What ran since the loop last came round held the thread; then all that was asked for is done."""
        self._blocks.spans.append((self._since, thread_time()))
        settle(self._blocks, self._quiet)
        self._since = thread_time()

    def end(self, name: str) -> Spent:
        """What the act cost, which is told."""
        self._sampler.end()
        longest = max(self._blocks.spans, key=_length)
        ms = _length(longest) * 1000
        stack = self._sampler.heaviest(*longest) if ms > BLOCK_MS else ()
        spent = Spent(name, sum(map(_length, self._blocks.spans)) * 1000, ms, stack)
        self.told(spent)
        return spent


def _length(span: tuple[float, float]) -> float:
    return span[1] - span[0]


@dataclass
class _Blocks:
    """The spans of processor time in which the loop did not come round."""

    spans: list[tuple[float, float]] = field(default_factory=list)

    def take(self, act: Callable[[], T]) -> T:
        began = thread_time()
        result = act()
        self.spans.append((began, thread_time()))
        return result


def settle(blocks: _Blocks | None = None, quiet_seconds: float = QUIET_SECONDS) -> None:
    """Lets the event loop go round until nothing has happened for a while, in the background neither."""
    blocks = blocks or _Blocks()
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    pool = QThreadPool.globalInstance()
    began = last = monotonic()
    while monotonic() - last < quiet_seconds and monotonic() - began < LONGEST_SECONDS:
        blocks.take(lambda: dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents))
        blocks.take(lambda: QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))
        if max(map(_length, blocks.spans[-2:])) * 1000 > IDLE_MS or pool.activeThreadCount():
            last = monotonic()
        else:
            del blocks.spans[-2:]
            NEVER.wait(EVERY)


class _Sampler:
    """Looks at the stack of the UI thread over and over, from a thread of its own."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._clock = pthread_getcpuclockid(self._thread)
        self._samples: list[tuple[float, tuple[Place, ...]]] = []
        self._on = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        """Forgets what was seen, and looks from now on."""
        self._samples = []
        self._on.set()

    def end(self) -> None:
        """Looks no more."""
        self._on.clear()

    def heaviest(self, start: float, end: float) -> tuple[str, ...]:
        """The calls in which most of a span was spent, the outermost first, with their share of it."""
        weighed = self._weighed(start, end)
        whole, path, lines = sum(weighed.values()) or 1.0, (), list[str]()
        while True:
            deeper: defaultdict[tuple[Place, ...], float] = defaultdict(float)
            for stack, weight in weighed.items():
                if len(stack) > len(path) and stack[: len(path)] == path:
                    deeper[stack[: len(path) + 1]] += weight
            if not deeper:
                return tuple(lines)
            path, weight = max(deeper.items(), key=lambda found: found[1])
            if weight < whole / 3:
                return tuple(lines)
            code, line = path[-1]
            if "/tests/" not in code.co_filename and "runpy" not in code.co_filename:
                lines.append(f"{weight / whole:4.0%} {_short(code.co_filename)}:{line} {code.co_qualname}")

    def _weighed(self, start: float, end: float) -> dict[tuple[Place, ...], float]:
        weighed: defaultdict[tuple[Place, ...], float] = defaultdict(float)
        before = start
        for at, stack in self._samples:
            if before < at <= end + EVERY:
                weighed[stack] += at - before
                before = at
        return weighed

    def _look(self) -> None:
        while self._on.wait():
            frame, stack = sys._current_frames().get(self._thread), []
            while frame is not None:
                stack.append((frame.f_code, frame.f_lineno))
                frame = frame.f_back
            self._samples.append((clock_gettime(self._clock), tuple(reversed(stack))))
            NEVER.wait(EVERY)


def _short(file: str) -> str:
    for folder in ("/desktop/", "/formats/"):
        if folder in file:
            return folder[1:] + file.rpartition(folder)[2]
    return file.rpartition("/")[2]


def told_stacks(found: Sequence[Spent]) -> str:
    """The acts that held the thread too long, each with what held it."""
    over = [spent for spent in found if spent.longest > BLOCK_MS]
    return "\n".join(
        f"{spent.act}: {spent.longest:.0f} ms\n" + "\n".join(f"    {line}" for line in spent.stack)
        for spent in over
    )
