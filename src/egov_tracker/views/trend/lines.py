"""The lines of an indicator or a series: one for each group, part and kind that the ledger tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.errors import EgovError, did_you_mean, expected, quoted
from egov_tracker.inference.obligations import History, judge
from egov_tracker.inference.timeline import build_timeline, merge_timelines
from egov_tracker.inference.trend import Mark, trace, undated_marks
from egov_tracker.model.terms import Kind
from egov_tracker.values import NamedTuple
from egov_tracker.views.observation import line_order
from egov_tracker.views.trend.bars import draw_bars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.timeline import Timeline
    from egov_tracker.inference.trend import Row
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.trend.bars import Bar

LineKey: TypeAlias = tuple[str, tuple[tuple[str, str], ...], str]


class Subject(NamedTuple):
    """What is followed: one indicator, or all of a series in the order of the catalogue."""

    name: str
    indicators: tuple[Indicator, ...]

    @property
    def is_series(self) -> bool:
        """Whether it is a series, and not one indicator."""
        return self.name not in {one.id for one in self.indicators}

    @property
    def is_of_bodies(self) -> bool:
        """Whether bodies are counted that have done something."""
        return all(Kind.ADOPTION in one.kind for one in self.indicators)


class Line(NamedTuple):
    """The figures of one group, part and kind over all quarters, with a bar for each mark, None where it has none.

    `repeated` is how many figures only restate another document and so stand in no row, unless there are no others.
    """

    timeline: Timeline
    rows: tuple[Row, ...]
    undated: tuple[Mark, ...]
    bars: tuple[Bar | None, ...]
    repeated: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The dated figures, in the order of time."""
        return tuple(row for row in self.rows if isinstance(row, Mark))

    @property
    def first(self) -> Observation:
        """The figure that stands first; every line has one."""
        return (*self.marks, *self.undated)[0].observation


class TrendView(NamedTuple):
    """The lines of a subject, what was due of it that belongs to no line, and the quarters of the ledger."""

    subject: Subject
    lines: tuple[Line, ...]
    others: tuple[Verdict, ...]
    quarters: tuple[Quarter, ...]


class Trends(NamedTuple):
    """The view of one subject, or without a subject those of the whole ledger, and the quarters that were looked at."""

    views: tuple[TrendView, ...]
    quarters: tuple[Quarter, ...]
    subject: str | None = None


def find_subject(name: str, catalogue: Mapping[str, Indicator]) -> Subject:
    """The indicator or the series of a name; `EgovError` says what was probably meant."""
    if name in catalogue:
        return Subject(name, (catalogue[name],))
    together = tuple(one for one in catalogue.values() if one.series == name)
    if together:
        return Subject(name, together)
    known = tuple(dict.fromkeys(known for one in catalogue.values() for known in (one.series, one.id) if known))
    raise EgovError(f"{expected('an indicator or a series', quoted(name))}{did_you_mean(name, known, or_list=True)}")


def view_trend(
    subject: Subject,
    snapshots: Sequence[Snapshot],
    definitions: Definitions,
    obligations: Sequence[PlacedObligation] = (),
    groups: Sequence[str] = (),
) -> TrendView:
    """The lines of a subject; with `groups`, only those of these groups and bodies.

    Obligations are judged at the end of the last quarter. Raises `EgovError` where no figure is of the subject, or none
    of the groups, with those that there are.
    """
    quarters = tuple(snapshot.period for snapshot in snapshots)
    ids = {one.id for one in subject.indicators}
    seen = [one for snapshot in snapshots for one in snapshot.observations if one.indicator.id in ids]
    found = _by_line(seen, definitions)
    wanted = {key: some for key, some in found.items() if not groups or key[0] in groups}
    if not wanted:
        raise EgovError(_nothing(subject, groups, found, quarters))
    placed: dict[LineKey, list[Verdict]] = {key: [] for key in found}
    verdicts = _verdicts(ids, snapshots, definitions, obligations)
    others = [verdict for verdict in verdicts if not _place(verdict, found, placed) and _is_of(verdict, groups)]
    lines = tuple(_line(some, quarters, placed[key]) for key, some in wanted.items())
    return TrendView(subject, lines, tuple(others), quarters)


def _is_of(verdict: Verdict, groups: Sequence[str]) -> bool:
    """Whether what was due is of one of the groups, or no group is asked for."""
    return not groups or verdict.obligation.group in groups


def view_lines(snapshots: Sequence[Snapshot], definitions: Definitions) -> tuple[TrendView, ...]:
    """Every line of the ledger, by series and by indicators of none, in the order of the catalogue."""
    quarters = tuple(snapshot.period for snapshot in snapshots)
    together: dict[str, list[Observation]] = {}
    for one in (one for snapshot in snapshots for one in snapshot.observations):
        together.setdefault(one.indicator.series or one.indicator.id, []).append(one)
    names = dict.fromkeys(one.series or one.id for one in definitions.catalogue.values())
    return tuple(
        TrendView(
            find_subject(name, definitions.catalogue),
            tuple(_line(some, quarters, ()) for some in _by_line(together[name], definitions).values()),
            (),
            quarters,
        )
        for name in names
        if name in together
    )


def _by_line(seen: Iterable[Observation], definitions: Definitions) -> dict[LineKey, list[Observation]]:
    """The observations of each line, in the order of the documents: by group, part and kind."""
    order = line_order(definitions.catalogue)
    found: dict[LineKey, list[Observation]] = {}
    for one in sorted(seen, key=order):
        found.setdefault((one.group.id, one.breakdown, str(one.kind)), []).append(one)
    return dict(sorted(found.items(), key=lambda item: order(item[1][0])[1:]))


def _line(seen: Sequence[Observation], quarters: Sequence[Quarter], verdicts: Sequence[Verdict]) -> Line:
    own = [one for one in seen if not one.is_repeated] or list(seen)
    timeline = merge_timelines(_timelines(own))
    rows = trace(timeline, quarters, verdicts)
    bars = draw_bars([row.observation for row in rows if isinstance(row, Mark)])
    return Line(timeline, rows, undated_marks(timeline), bars, len(seen) - len(own))


def _timelines(seen: Iterable[Observation]) -> Iterator[Timeline]:
    """The timelines of the indicators of a line, in the order of the catalogue."""
    found: dict[str, list[Observation]] = {}
    for one in seen:
        found.setdefault(one.indicator.id, []).append(one)
    return map(build_timeline, found.values())


def _verdicts(
    indicators: set[str],
    snapshots: Sequence[Snapshot],
    definitions: Definitions,
    obligations: Sequence[PlacedObligation],
) -> list[Verdict]:
    """How what was due of these indicators stands at the end of the last quarter."""
    at = snapshots[-1].period
    history = History(tuple(snapshots), definitions.registry)
    known = [placed for placed in obligations if placed.obligation.is_announced(at.last_day)]
    return [judge(placed, known, history, at) for placed in known if placed.obligation.indicator in indicators]


def _place(
    verdict: Verdict, lines: Mapping[LineKey, Sequence[Observation]], placed: dict[LineKey, list[Verdict]]
) -> bool:
    """Put what has a due date into the line of its group and part; false where there is no such line."""
    obligation = verdict.obligation
    parts = tuple(sorted(obligation.breakdown.items()))
    for key, seen in lines.items():
        group = seen[0].group
        names = group.body.names if group.body else ()
        if obligation.deadline and key[1] == parts and obligation.group in (group.id, *names):
            placed[key].append(verdict)
            return True
    return False


def _nothing(
    subject: Subject, groups: Sequence[str], there: Mapping[LineKey, object], quarters: Sequence[Quarter]
) -> str:
    """The error of a subject without a line, and of groups that have none."""
    span = f"{quarters[0]} to {quarters[-1]}" if len(quarters) > 1 else str(quarters[0])
    if not there:
        return f"no snapshot of {span} has a figure of {subject.name}; egov trend lists what there is"
    names = ", ".join(dict.fromkeys(key[0] for key in there))
    return f"{expected(f'a group with figures of {subject.name}', ', '.join(groups))}; there are {names}"
