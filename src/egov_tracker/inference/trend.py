"""The course of one line: its dated figures in order of time, and between them what is missing or does not compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.timeline import moment
from egov_tracker.text.quarters import quarter_of, quarters_between
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.timeline import Point, Step, Timeline
    from egov_tracker.model.observation import Observation
    from egov_tracker.text.quarters import Quarter


class Mark(NamedTuple):
    """One figure, or several sources of one date that say the same.

    `rival` says that another source of that date, above it, says something else. `step` leads to it from the point
    before; it is None for the first one and for rivals.
    """

    witnesses: tuple[Observation, ...]
    rival: bool = False
    step: Step | None = None

    @property
    def observation(self) -> Observation:
        """The one that speaks."""
        return self.witnesses[0]

    @property
    def joined(self) -> Step | None:
        """The step to it, where its figure may be subtracted from the one before."""
        return self.step if self.step and self.step.comparable else None


class Gap(NamedTuple):
    """Quarters, one after the other, of which the line has no dated figure.

    Of those in `present` the ledger has a snapshot; those in `undated` print the figure without a date.
    """

    quarters: tuple[Quarter, ...]
    present: frozenset[Quarter]
    undated: frozenset[Quarter] = frozenset()


class Break(NamedTuple):
    """Two figures, one after the other, that must not be subtracted."""

    step: Step


class Target(NamedTuple):
    """What was due, at its due date, and how it turned out."""

    verdict: Verdict

    @property
    def day(self) -> date | None:
        """The last day that was in time."""
        return self.verdict.obligation.deadline


Row = Mark | Gap | Break | Target


def trace(timeline: Timeline, present: Sequence[Quarter], verdicts: Iterable[Verdict] = ()) -> tuple[Row, ...]:
    """The rows of a line from top to bottom: the earliest first; undated figures are not among them.

    `present` are the quarters that have a snapshot, in the order of time. A figure stands in the quarter of the last
    day that it may speak of. A break and a gap stand right above the figure that they lead to. Nothing is said of a
    time after the last quarter but what is due then.
    """
    return tuple(_Tracer(timeline, present, verdicts).rows())


def place_of(seen: Observation) -> Quarter:
    """The quarter in which a dated figure stands."""
    return quarter_of(moment(seen)[0])


class _Tracer:
    def __init__(self, timeline: Timeline, present: Sequence[Quarter], verdicts: Iterable[Verdict]) -> None:
        self.timeline = timeline
        self.present = frozenset(present)
        self.undated = frozenset(
            seen.period for point in timeline.undated for together in point.witnesses for seen in together
        )
        places = [place_of(point.observation) for point in timeline.points]
        self.next = min((*present, *places), default=None)
        self.last = max((*present, *places), default=None)
        dated = [target for target in map(Target, verdicts) if target.day]
        self.targets = sorted(dated, key=lambda target: (target.day, target.verdict.obligation.id))

    def rows(self) -> Iterator[Row]:
        steps = (None, *self.timeline.steps)
        for point, step in zip(self.timeline.points, steps, strict=False):
            day = moment(point.observation)[0]
            yield from self._gap(quarter_of(day).previous)
            yield from self._due_before(day)
            if step and step.reasons:
                yield Break(step)
            yield from _marks(point, step)
            self.next = quarter_of(day).next
        if self.last:
            yield from self._gap(self.last)
        yield from self.targets

    def _gap(self, last: Quarter) -> Iterator[Row]:
        """What was due before a run of quarters without a figure, and the run."""
        run = quarters_between(self.next, last) if self.next else ()
        if run:
            yield from self._due_before(run[0].first_day)
            yield Gap(run, self.present & frozenset(run), self.undated & frozenset(run))
            self.next = last.next

    def _due_before(self, day: date) -> Iterator[Target]:
        while self.targets and self.targets[0].day and self.targets[0].day < day:
            yield self.targets.pop(0)


def _marks(point: Point, step: Step | None) -> Iterator[Mark]:
    first, *others = point.witnesses
    yield Mark(first, step=step)
    yield from (Mark(together, rival=True) for together in others)


def undated_marks(timeline: Timeline) -> tuple[Mark, ...]:
    """The figures without a date, which stand on no axis."""
    return tuple(mark for point in timeline.undated for mark in _marks(point, None))
