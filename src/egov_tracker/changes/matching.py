"""Which observations are compared: those with the same indicator, group, breakdown and kind; else the closest ones."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.changes.model import Pair
from egov_tracker.inference.timeline import (
    Aspect,
    SeriesKey,
    aspects_compared,
    build_timeline,
    content,
    measures_of,
    series_key,
)
from egov_tracker.model.groups import is_nested
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions


class ReferenceObservation(NamedTuple):
    """An observation that speaks for a snapshot, given by its rank on the route, and its rivals of the same date."""

    rank: int
    observation: Observation
    rivals: tuple[Observation, ...] = ()


Line: TypeAlias = tuple[SeriesKey, Aspect]
Lines: TypeAlias = dict[Line, list[ReferenceObservation]]

SERIES, GROUP, BREAKDOWN, FORM = range(4)


class Match(NamedTuple):
    """Two observations to compare: by their figures, or by their lists."""

    aspect: Aspect
    pair: Pair


class Matches(NamedTuple):
    """The matches, and the observations of the old and of the new snapshot that match nothing."""

    matches: tuple[Match, ...]
    only_old: tuple[Observation, ...]
    only_new: tuple[Observation, ...]


def match_path(path: Sequence[Snapshot], definitions: Definitions, *, every: bool) -> Matches:
    """Match each snapshot with the next; of one date and key only the latest observation, with `every` all of them."""
    lines = _lines_of(path, every=every)
    exact = [match for line, references in lines.items() for match in _steps(line[1], references)]
    touched = {id(seen) for match in exact for seen in (match.pair.old, match.pair.new)}
    keys = {line[0] for line, references in lines.items() if any(id(w.observation) in touched for w in references)}
    fallback = _FallbackMatcher(lines, definitions, keys, _LineIndex(lines, definitions))
    matches = [*exact, *fallback.matches(len(path) - 1)]
    met = keys | {series_key(seen) for match in matches for seen in (match.pair.old, match.pair.new)}
    alone = [(line, references) for line, references in lines.items() if line[0] not in met]
    firsts = {id(w.observation): w.observation for _, ws in alone for w in ws if w.rank}
    lasts = {id(w.observation): w.observation for _, ws in alone for w in ws if not w.rank}
    return Matches(tuple(matches), tuple(lasts.values()), tuple(firsts.values()))


def _lines_of(path: Sequence[Snapshot], *, every: bool) -> Lines:
    """The references of every line, in the order of the route: the headline of each snapshot, or every date."""
    backwards = path[0].period > path[-1].period
    lines: Lines = {}
    for rank, snapshot in enumerate(path):
        for line, observations in _by_line(snapshot).items():
            chosen = list(_references(rank, observations, every=every))
            lines.setdefault(line, []).extend(reversed(chosen) if backwards else chosen)
    return lines


def _references(rank: int, observations: Sequence[Observation], *, every: bool) -> Iterator[ReferenceObservation]:
    timeline = build_timeline(observations)
    speaker = timeline.headline
    points = timeline.points if every and timeline.points else (speaker,) if speaker else ()
    for point in points:
        yield ReferenceObservation(rank, point.observation, point.rivals)


def _by_line(snapshot: Snapshot) -> dict[Line, list[Observation]]:
    found: dict[Line, list[Observation]] = {}
    for observation in snapshot.observations:
        if not observation.is_repeated:
            key = series_key(observation)
            for aspect in aspects_compared(observation):
                found.setdefault((key, aspect), []).append(observation)
    return found


def _steps(aspect: Aspect, references: Sequence[ReferenceObservation]) -> Iterator[Match]:
    for old, new in pairwise(references):
        yield Match(aspect, _pair(old, new))


def _pair(old: ReferenceObservation, new: ReferenceObservation) -> Pair:
    return Pair(old.observation, new.observation, old.rivals, new.rivals)


class _Counterpart(NamedTuple):
    """The closest observation of another line, its distance, and the aspect in which it is compared."""

    distance: int
    aspect: Aspect
    reference: ReferenceObservation


class _LineIndex:
    """Finds the lines that may be near one, without going through all of them: alike but for one part of the key."""

    def __init__(self, lines: Lines, definitions: Definitions) -> None:
        self.groups = definitions.registry.groups
        self.by_key: dict[SeriesKey, list[Line]] = {}
        self.by_indicator: dict[tuple[object, ...], list[Line]] = {}
        self.by_breakdown: dict[tuple[object, ...], list[Line]] = {}
        for line in lines:
            indicator, group, breakdown, kind = line[0]
            self.by_key.setdefault(line[0], []).append(line)
            self.by_indicator.setdefault((group, breakdown, kind), []).append(line)
            self.by_breakdown.setdefault((indicator, group, kind), []).append(line)

    def around(self, key: SeriesKey) -> Iterator[Line]:
        """The lines of the same key, of another indicator, of a whole or part of the group, or of another breakdown."""
        indicator, group, breakdown, kind = key
        yield from self.by_indicator[group, breakdown, kind]
        yield from (line for line in self.by_breakdown[indicator, group, kind] if line[0] != key)
        for other in self.groups:
            if is_nested(group, other, self.groups):
                yield from self.by_key.get((indicator, other, breakdown, kind), ())


class _FallbackMatcher(NamedTuple):
    """Finds counterparts in other lines for observations without one: of one series, a part, or in another form."""

    lines: Lines
    definitions: Definitions
    matched: set[SeriesKey]
    there: _LineIndex

    def matches(self, last: int) -> Iterator[Match]:
        """One match for each pair of observations: that of least distance, and of two such that of the figures."""
        found: dict[tuple[int, int], tuple[tuple[int, bool], Match]] = {}
        for distance, match in self.candidates(last):
            ids = (id(match.pair.old), id(match.pair.new))
            nearness = (distance, match.aspect is Aspect.LIST)
            if ids not in found or nearness < found[ids][0]:
                found[ids] = (nearness, match)
        yield from (match for _, match in found.values())

    def candidates(self, last: int) -> Iterator[tuple[int, Match]]:
        """The counterparts of the first and last observation of each line that lack one, with their distance."""
        for line, references in self.lines.items():
            first, final = references[0], references[-1]
            if first.rank > 0 and (fallback := self.counterpart(line, first, -1)):
                yield fallback.distance, Match(fallback.aspect, _pair(fallback.reference, first))
            if final.rank < last and (fallback := self.counterpart(line, final, 1)):
                yield fallback.distance, Match(fallback.aspect, _pair(final, fallback.reference))

    def counterpart(self, line: Line, reference: ReferenceObservation, step: int) -> _Counterpart | None:
        """The closest observation of another line, before (-1) or after (1) this one; None where there is none."""
        best: tuple[tuple[int, int, Line], ReferenceObservation] | None = None
        for other in self.there.around(line[0]):
            references = self.lines[other]
            distance = self.distance(line, other)
            there = [w for w in references if (w.rank - reference.rank) * step > 0] if distance is not None else []
            if distance is None or not there:
                continue
            near = min(there[::step], key=lambda w: abs(w.rank - reference.rank))
            nearness = (distance, abs(near.rank - reference.rank), other)
            related = distance in {SERIES, FORM} or measures_of(near.observation) & measures_of(reference.observation)
            if related and (best is None or nearness < best[0]):
                best = (nearness, near)
        if not best:
            return None
        (distance, _, other), near = best
        return _Counterpart(distance, line[1] if other[1] is line[1] else Aspect.FIGURE, near)

    def distance(self, one: Line, other: Line) -> int | None:
        """How far apart two lines are: SERIES, GROUP, BREAKDOWN or FORM; None where they must not be compared."""
        (indicator, group, breakdown, _), aspect = one
        (indicator2, group2, breakdown2, _), facet2 = other
        same = (indicator == indicator2, group == group2, breakdown == breakdown2)
        if same == (False, True, True) and aspect is facet2 and self.one_series(indicator, indicator2):
            return SERIES
        if one[0] in self.matched:
            return None
        further = 0 if aspect is facet2 else FORM
        if same == (True, False, True):
            return None if other[0] in self.matched and self.has_nested_parts(group, group2) else GROUP + further
        parts = dict(breakdown), dict(breakdown2)
        if same == (True, True, False) and self.definitions.catalogue[indicator].is_nested(*parts):
            return BREAKDOWN + further
        return FORM if same == (True, True, True) and aspect is not facet2 else None

    def one_series(self, one: str, other: str) -> bool:
        """Whether two indicators measure the same thing under different definitions."""
        series = self.definitions.catalogue[one].series
        return series is not None and series == self.definitions.catalogue[other].series

    def has_nested_parts(self, *names: str) -> bool:
        """Whether one of the groups, such as all bodies, consists of groups that have parts themselves."""
        groups = self.definitions.registry.groups
        return any(groups[part].parts for name in names for part in groups[name].parts)


def match_revisions(old: Snapshot, new: Snapshot) -> Matches:
    """Match the observations of two versions of one quarter's file: the same ones, then those that are nearest."""
    olds, news = _by_key(old), _by_key(new)
    matches: list[Match] = []
    only_old: list[Observation] = []
    only_new: list[Observation] = []
    for key in {**olds, **news}:
        pairs, left, right = _match_revised(olds.get(key, []), news.get(key, []))
        matches += [Match(aspect, Pair(*pair)) for pair in pairs for aspect in _shared_aspects(*pair)]
        only_old += left
        only_new += right
    return Matches(tuple(matches), tuple(only_old), tuple(only_new))


def _by_key(snapshot: Snapshot) -> dict[SeriesKey, list[Observation]]:
    found: dict[SeriesKey, list[Observation]] = {}
    for observation in sorted(snapshot.observations, key=content):
        found.setdefault(series_key(observation), []).append(observation)
    return found


def _match_revised(
    olds: Iterable[Observation], news: Iterable[Observation]
) -> tuple[list[tuple[Observation, Observation]], list[Observation], list[Observation]]:
    """Pairs of the same content, then of the same source, date and place, then of ever less; and what is left over."""
    left, right = list(olds), list(news)
    pairs: list[tuple[Observation, Observation]] = []
    for depth in (None, 3, 2, 1):
        waiting: dict[tuple[object, ...], deque[Observation]] = {}
        for other in right:
            waiting.setdefault(_mark(other, depth), deque()).append(other)
        twins = [(one, same.popleft() if (same := waiting.get(_mark(one, depth))) else None) for one in left]
        pairs += [(one, twin) for one, twin in twins if twin]
        left = [one for one, twin in twins if not twin]
        matched = {id(twin) for _, twin in twins if twin}
        right = [other for other in right if id(other) not in matched]
    return pairs, left, right


def _mark(observation: Observation, depth: int | None) -> tuple[object, ...]:
    source, at, as_of, *more = content(observation)
    return (source, as_of, at, *more)[:depth]


def _shared_aspects(old: Observation, new: Observation) -> Iterator[Aspect]:
    there = set(aspects_compared(new))
    yield from (aspect for aspect in aspects_compared(old) if aspect in there)
