"""Bars: what a figure and its lists say, drawn to one scale from zero; nothing is drawn that is not printed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from egov_tracker.model.terms import Kind
from egov_tracker.text.numbers import Interval, exactly
from egov_tracker.values import NamedTuple
from egov_tracker.views.page import Legend, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.observation import Listing, Observation
    from egov_tracker.views.phrases import Phrases

ZERO, HUNDRED = Decimal(0), Decimal(100)
WHOLE = 1000  # a bar as long as its scale, in thousandths
LEAST = 4  # what is more than nothing is drawn, however little it is
OPEN_END = Decimal("1.2")  # how far a bar reaches that has no upper bound, as a multiple of the lower one


class Fill(StrEnum):
    """What a part of a bar stands for; the hatched ones are counted or possible, but not told one by one."""

    DONE = "done"
    PERHAPS = "perhaps"
    OUTSTANDING = "outstanding"
    UNNAMED = "unnamed"
    IN_PROGRESS = "in_progress"
    EXEMPT = "exempt"


LEGEND = {
    Fill.DONE: ("đã hoàn thành", "done"),
    Fill.PERHAPS: ("khoảng giá trị có thể của số ước tính", "as far as an approximate figure may reach"),
    Fill.OUTSTANDING: ("chưa hoàn thành, có nêu tên", "outstanding, named"),
    Fill.UNNAMED: ("chưa hoàn thành, không nêu tên", "outstanding, not named"),
    Fill.IN_PROGRESS: ("đang thực hiện", "in progress"),
    Fill.EXEMPT: ("đặc thù", "exempt"),
}
QUANTITY = ("giá trị nguồn nêu", "the value that the source prints")  # where no bodies are counted
SIGNS = {
    Fill.DONE: "█",
    Fill.PERHAPS: "▒",
    Fill.OUTSTANDING: "▓",
    Fill.UNNAMED: "/",
    Fill.IN_PROGRESS: "+",
    Fill.EXEMPT: ":",
}
AXIS, DASHED_AXIS, FRAME = "│", "┆", "▏"


class Measure(StrEnum):
    """The unit in which the bars of one line are drawn."""

    COUNT = "count"
    PERCENT = "percent"


class Part(NamedTuple):
    """A part of a bar, in the unit of its measure."""

    fill: Fill
    size: Decimal


class Span(NamedTuple):
    """A part of a bar as it is drawn: where it begins and how long it is, in thousandths of the scale."""

    fill: Fill
    start: int
    length: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + self.length


class Bar(NamedTuple):
    """Parts side by side from zero; `frame` is the N that the source prints, `scale` what the full length stands for.

    `dashed` says that the date is not known to the day.
    """

    parts: tuple[Part, ...]
    frame: Decimal | None
    scale: Decimal
    measure: Measure = Measure.COUNT
    dashed: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The parts as they are drawn; one that is more than nothing is never too short to be seen."""
        lengths = self._lengths(WHOLE, LEAST)
        ends = [*accumulate(lengths)]
        return tuple(
            Span(part.fill, end - length, length) for part, length, end in zip(self.parts, lengths, ends, strict=True)
        )

    @property
    def frame_length(self) -> int | None:
        """The length of the frame in thousandths of the scale; None where the source prints no N."""
        return None if self.frame is None else self._steps(self.frame, WHOLE)

    def characters(self, width: int) -> str:
        """The bar in characters: an axis, broken where the date is imprecise; up to `width` cells; where N is."""
        lengths = self._lengths(width, 1)
        cells = "".join(SIGNS[part.fill] * length for part, length in zip(self.parts, lengths, strict=True))
        frame = "" if self.frame is None else cells.ljust(self._steps(self.frame, width))[len(cells) :] + FRAME
        return (DASHED_AXIS if self.dashed else AXIS) + cells + frame

    def _steps(self, size: Decimal, steps: int) -> int:
        return round(steps * size / self.scale) if self.scale else 0

    def _lengths(self, steps: int, least: int) -> list[int]:
        """The parts in so many steps of the scale; the longest part gives to those that are too short to be seen.

        What is short of N never looks as if it reached it.
        """
        sums = [*accumulate(part.size for part in self.parts)]
        ends = [0, *(self._steps(size, steps) for size in sums)]
        lengths = [end - start for start, end in pairwise(ends)]
        for place, length in enumerate(lengths):
            if length < least:
                longest = lengths.index(max(lengths))
                lengths[longest] = max(lengths[longest] - (least - length), min(lengths[longest], least))
                lengths[place] = least
        if self.frame is not None and sums and sums[-1] < self.frame and sum(lengths) >= self._steps(self.frame, steps):
            longest = lengths.index(max(lengths))
            lengths[longest] = max(lengths[longest] - 1, least)
        return lengths


def draw_bars(observations: Sequence[Observation]) -> tuple[Bar | None, ...]:
    """The bars of the figures of one line, on one scale from zero; none for ranks, and none for a figure alone.

    A figure that prints nothing in the unit of the line has none either: a percentage among counts.
    """
    measure = measure_of(observations)
    if measure is None or len(observations) < 2:  # noqa: PLR2004 - a figure alone has nothing beside it
        return (None,) * len(observations)
    scale = max((_extent(seen, measure) for seen in observations), default=ZERO)
    return tuple(draw_bar(seen, measure, scale) for seen in observations)


def draw_bar(seen: Observation, measure: Measure = Measure.COUNT, scale: Decimal | None = None) -> Bar | None:
    """The bar of one figure, without a scale as long as itself or its N; None where it prints no such unit."""
    done = _done(seen, measure)
    full = _extent(seen, measure) if scale is None else scale
    if (done is None and not _lists(seen, measure)) or not full:
        return None
    frame = _frame(seen, measure)
    parts = [*_certain(done, frame or full), *(part for one in _lists(seen, measure) for part in one)]
    return Bar(tuple(part for part in parts if part.size > 0), frame, full, measure, dashed=not seen.as_of.is_day)


def measure_of(observations: Iterable[Observation]) -> Measure | None:
    """The unit that all figures of a line have: counts, else percentages; None for ranks, of which fewer is better."""
    every = [seen for seen in observations if seen.figure]
    if any(seen.kind is Kind.RANK for seen in every):
        return None
    shares = any(seen.kind is Kind.SHARE for seen in every)
    if shares or any(seen.figure and not seen.figure.count for seen in every):
        return Measure.PERCENT if all(seen.rate is not None for seen in every) else Measure.COUNT
    return Measure.COUNT


def legend_of(bars: Iterable[Bar | None], say: Phrases, *, of_bodies: bool = True) -> Legend | None:
    """What the fills that are used stand for, in the order of the fills; None where there is no bar.

    `of_bodies` says that bodies are counted, who have done something or not.
    """
    used = {part.fill for bar in bars if bar for part in bar.parts}
    meanings = LEGEND if of_bodies else {**LEGEND, Fill.DONE: QUANTITY}
    signs = tuple(Sign(fill, SIGNS[fill], say(*meanings[fill])) for fill in Fill if fill in used)
    return Legend(signs) if signs else None


def _done(seen: Observation, measure: Measure) -> Interval | None:
    """Between which bounds the number of those who are done lies, or the quantity, or the percentage."""
    figure = seen.figure
    if measure is Measure.COUNT:
        number = seen.count
        return number.interval if number else exactly(seen.done.total) if seen.done and seen.done.total else None
    if figure and figure.percent and figure.percent.qualifier:
        return figure.percent.interval
    if figure and figure.count and seen.base and not figure.count.exact:
        low, high = (bound and HUNDRED * bound / seen.base.value for bound in figure.count.interval[:2])
        return Interval(low, high)
    return None if seen.rate is None else exactly(seen.rate)


def _certain(done: Interval | None, most: Decimal) -> Iterator[Part]:
    """Up to the lower bound for sure, from there to the upper one perhaps; to the end where there is no upper one."""
    if done is None:
        return
    low = max(done.low or ZERO, ZERO)
    high = max(most, low) if done.high is None else done.high
    yield Part(Fill.DONE, low)
    yield Part(Fill.PERHAPS, high - low)


def _frame(seen: Observation, measure: Measure) -> Decimal | None:
    if seen.base is None:
        return None
    return seen.base.value if measure is Measure.COUNT else HUNDRED


def _lists(seen: Observation, measure: Measure) -> list[tuple[Part, ...]]:
    """The lists as parts; on a scale of percentages there is no room for bodies."""
    if measure is Measure.PERCENT:
        return []
    return [
        tuple(parts)
        for listing, parts in (
            (seen.outstanding, _waiting(seen.outstanding)),
            (seen.in_progress, _counted(seen.in_progress, Fill.IN_PROGRESS)),
            (seen.exempt, _counted(seen.exempt, Fill.EXEMPT)),
        )
        if listing
    ]


def _waiting(listing: Listing | None) -> Iterator[Part]:
    """Those who are named, then those who are only counted, as far as their count may reach."""
    if listing:
        named = Decimal(len(listing.bodies))
        yield Part(Fill.OUTSTANDING, named)
        yield Part(Fill.UNNAMED, _most(listing) - named)


def _counted(listing: Listing | None, fill: Fill) -> Iterator[Part]:
    if listing:
        yield Part(fill, _most(listing))


def _most(listing: Listing) -> Decimal:
    """How many there are at most, as stated; as many as are told of where there is no upper bound."""
    high = listing.number.interval.high if listing.number else None
    return high if high is not None else Decimal(max(listing.total or 0, len(listing.bodies)))


def _extent(seen: Observation, measure: Measure) -> Decimal:
    """How far the bar of a figure reaches; percentages are drawn on a scale to 100 at least."""
    done = _done(seen, measure) or exactly(0)
    reach = done.high if done.high is not None else (done.low or ZERO) * OPEN_END
    listed = sum((part.size for one in _lists(seen, measure) for part in one if part.size > 0), ZERO)
    return max(reach + listed, _frame(seen, measure) or ZERO, HUNDRED if measure is Measure.PERCENT else ZERO)
