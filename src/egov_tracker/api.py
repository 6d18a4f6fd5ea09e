"""The ledger from Python: open it, find observations, follow series, compare quarters, check.

Everything is frozen; what is asked for is computed as the command line computes it. Every error that is fit for a user
is an `EgovError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, overload

from egov_tracker.changes.compare import Route, compare_snapshots
from egov_tracker.checks.run import check_files
from egov_tracker.cli import runtime
from egov_tracker.errors import EgovError, about, expected
from egov_tracker.inference.body_history import BodyHistories, BodyHistory
from egov_tracker.inference.body_status import Counts, count_bodies
from egov_tracker.inference.headlines import Headline, build_headlines
from egov_tracker.inference.obligations import History, Verdict, judge_at, judge_obligations
from egov_tracker.inference.reminders import Reminded, all_reminders, reminders_of
from egov_tracker.inference.timeline import SeriesKey, Timeline, build_timelines
from egov_tracker.model.observation import Observation, Source
from egov_tracker.model.observation import Snapshot as SnapshotContent
from egov_tracker.model.terms import Kind, Lang
from egov_tracker.store.discovery import DataFolder, Origin, ledger_root
from egov_tracker.store.ledger import Definitions
from egov_tracker.store.ledger import Ledger as LedgerFiles
from egov_tracker.store.lookup import find_body, find_breakdown, find_groups, find_indicator, find_one
from egov_tracker.text.dates import AsOf, parse_as_of
from egov_tracker.values import NamedTuple
from egov_tracker.views.columns import FlatRow, flat_records
from egov_tracker.views.status import Filters, view_status

if TYPE_CHECKING:
    import os

    from egov_tracker.changes.model import Change
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.registry import Registry
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.trend.lines import Line, TrendView
    from egov_tracker.views.trend.record_types import TrendRecord

Breakdown: TypeAlias = Mapping[str, str]
Parts: TypeAlias = tuple[tuple[str, str], ...]
When: TypeAlias = AsOf | date | str


def open_ledger(path: str | os.PathLike[str] | None = None) -> Ledger:
    """Open the ledger in a folder that holds `reports/`, or `data/reports/`.

    Without a path it is found as `egov` finds it: the folder that EGOV_DATA names, else `data/` in the working folder
    or above it, else the ledger of the package. Files are read when they are first needed, and once.

    Raises `EgovError` where the folder is not there or holds no `reports/`.
    """
    if path is None:
        return Ledger(runtime.open_data(None))
    return Ledger(LedgerFiles(DataFolder(Origin.OPTION, ledger_root(Path(path))), runtime.open_cache()))


def compare(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """What changed between two snapshots of one ledger; see `Ledger.compare`."""
    return new.ledger.compare(old, new)


def check(ledger: Ledger) -> tuple[Finding, ...]:
    """The findings of `egov check` on a ledger; see `Ledger.check`."""
    return ledger.check()


@dataclass(frozen=True, repr=False)
class Observations(Sequence[Observation]):
    """What was found, in the order of quarters and, within one, of the lines of its file."""

    found: tuple[Observation, ...]
    registry: Registry = field(compare=False)

    def __repr__(self) -> str:
        more = f", the first: {self.found[0]}" if self.found else ""
        return f"<Observations: {len(self)}{more}>"

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, place: int) -> Observation: ...
    @overload
    def __getitem__(self, place: slice) -> Observations: ...
    def __getitem__(self, place: int | slice) -> Observation | Observations:
        return Observations(self.found[place], self.registry) if isinstance(place, slice) else self.found[place]

    def body_status(self) -> tuple[Counts | None, ...]:
        """What each observation says of the bodies of its group, in the same order; see `Ledger.body_status`."""
        return tuple(count_bodies(observation, self.registry) for observation in self.found)


@dataclass(frozen=True, repr=False)
class Snapshot:
    """The figures of one quarter of a ledger; to go through it gives its observations in the order of its file."""

    ledger: Ledger
    content: SnapshotContent

    def __repr__(self) -> str:
        return repr(self.content)

    def __len__(self) -> int:
        return len(self.content.observations)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.content.observations)

    @property
    def quarter(self) -> Quarter:
        """The quarter that it is of."""
        return self.content.period

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every printed figure or list of the quarter, in the order of the file."""
        return self.content.observations

    @property
    def sources(self) -> Mapping[str, Source]:
        """The documents that print the figures, by id."""
        return self.content.sources

    def find(
        self,
        indicator: str | None = None,
        *,
        group: str | None = None,
        as_of: When | None = None,
        breakdown: Breakdown | None = None,
    ) -> Observations:
        """The observations of the quarter that fit all that is given; see `Ledger.find`."""
        return _select(self.observations, Criteria(indicator, group, as_of, breakdown), self.ledger.definitions)

    def records(self, lang: str = Lang.VI) -> list[FlatRow]:
        """The rows of `egov status -f csv` for this quarter; see `Ledger.records`."""
        with about("lang"):
            language = Lang(find_one("a language", lang, Lang))
        return flat_records(view_status(self.content, self.ledger.definitions, Filters(), language).views)


@dataclass(frozen=True, repr=False)
class Ledger:
    """The snapshots of a folder by quarter; to go through it gives its quarters in the order of time.

    `ledger["2016Q2"]` is the snapshot of a quarter, which may also be written II/2016 or Q2/2016, or be a `Quarter`.
    Where a quarter has no snapshot, `EgovError` says which there are; so it does where the file has errors.
    """

    files: LedgerFiles
    _read: dict[Quarter, Snapshot] = field(default_factory=dict, init=False, compare=False)

    def __repr__(self) -> str:
        try:
            quarters = self.quarters
        except EgovError:
            quarters = ()
        span = f" ({quarters[0]} to {quarters[-1]})" if quarters else ""
        return f"<Ledger {self.files.folder.root}, quarters: {len(quarters)}{span}>"

    def __len__(self) -> int:
        return len(self.quarters)

    def __iter__(self) -> Iterator[Quarter]:
        return iter(self.quarters)

    def __contains__(self, quarter: object) -> bool:
        try:
            self.files.resolve(str(quarter))
        except EgovError:
            return False
        return True

    def __getitem__(self, quarter: Quarter | str) -> Snapshot:
        found = self.files.resolve(str(quarter))
        if found not in self._read:
            self._read[found] = Snapshot(self, self.files.snapshot(found))
        return self._read[found]

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that have a snapshot, in the order of time."""
        return self.files.quarters

    @property
    def definitions(self) -> Definitions:
        """The catalogue of indicators and the registry of bodies; raises `EgovError` where they are wrong."""
        return self.files.definitions

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every observation of every quarter, in the order of time and, within a quarter, of its file."""
        return tuple(seen for quarter in self for seen in self[quarter])

    def records(self, lang: str = Lang.VI) -> list[FlatRow]:
        """One flat dictionary an observation, in the columns and order of `egov status -f csv`, quarter by quarter.

        Values are texts, numbers, truth values or None; percentages are in per cent, days ISO 8601 texts, lists joined
        by "; ". `lang`, vi or en, is the language of the footnotes. `pandas.DataFrame(ledger.records())` and
        `polars.DataFrame(ledger.records(), infer_schema_length=None)` make a table of it. docs/records.md says what
        each column holds.
        """
        return [row for quarter in self for row in self[quarter].records(lang)]

    def find(
        self,
        indicator: str | None = None,
        *,
        group: str | None = None,
        as_of: When | None = None,
        breakdown: Breakdown | None = None,
    ) -> Observations:
        """The observations of all quarters that fit all that is given.

        `group` is the id of a group or cohort, or the name of a body, which also finds lists that name it. `as_of` is a
        day, month, quarter or year, within which the whole as-of date must lie, or "unknown". `breakdown` is the exact
        part, `{"level": "4"}`; `{}` is a figure that is not broken down.

        Raises `EgovError` for an indicator, group, date or part that there is not, with the nearest that there is.
        """
        return _select(self.observations, Criteria(indicator, group, as_of, breakdown), self.definitions)

    def body_status(self, observation: Observation) -> Counts | None:
        """What an observation says of the bodies of its group: how many, and each one's state with the reason for it.

        None where it does not speak of bodies one by one: for other kinds than adoption, and for the whole country.
        """
        return count_bodies(observation, self.definitions.registry)

    def history(self, name: str) -> BodyHistory:
        """What every source says of one body, by a name of it or its id, in the order of time.

        `accounts` are those that tell its state or name it, `figures` its own, `silent` those of its groups that do not
        tell. Raises `EgovError` for an unknown name, and for one that several bodies have borne.
        """
        with about("name"):
            body = find_body(name, self.definitions)
        return self._histories.of(body)

    def reminders(self, name: str | None = None) -> tuple[Reminded, ...]:
        """Who was asked to do what: a value for each body, or for this one, and each thing that it was reminded of.

        Its `reminders` are the documents, `times` how many there are, `days_until_done` how long it took, if known.
        """
        if name is None:
            return all_reminders(self._histories)
        return reminders_of(self.history(name))

    @cached_property
    def _histories(self) -> BodyHistories:
        return BodyHistories(tuple(self[quarter].content for quarter in self), self.definitions.registry)

    def timeline(
        self,
        indicator: str,
        *,
        group: str | None = None,
        breakdown: Breakdown | None = None,
        kind: str | None = None,
    ) -> Timeline:
        """The first-hand figures of one series over all quarters: one indicator, group, part and kind.

        Each of its `points` has a date and a figure with `interval`; its `steps` say whether a figure can be compared
        with the one before. Raises `EgovError` for unknown names, and where what is given fits no series or several.
        """
        filters, parts = Criteria(indicator, group, None, breakdown).look_up(self.definitions)
        with about("kind"):
            wanted = set(Kind) if kind is None else {find_one("a kind", kind, Kind)}
        there = build_timelines(seen for seen in self.observations if filters.wants_indicator(seen.indicator.id))
        found = [
            key
            for key in there
            if (not filters.groups or key[1] in filters.groups) and parts in {None, key[2]} and key[3] in wanted
        ]
        if len(found) != 1:
            raise EgovError(_which_series(indicator, found, [*there]))
        return there[found[0]]

    def trend(self, name: str, *, group: str | None = None, lang: str = Lang.VI) -> Trend:
        """What `egov trend NAME` shows: the lines of an indicator or a series over all quarters.

        `lang`, vi or en, is the language of footnotes and pictures. Raises `EgovError` for unknown names, and where the
        ledger has no figure of them.
        """
        from egov_tracker.views.trend.lines import find_subject, view_trend

        with about("lang"):
            language = Lang(find_one("a language", lang, Lang))
        filters, _ = Criteria(None, group, None, None).look_up(self.definitions)
        subject = find_subject(name, self.definitions.catalogue)
        snapshots = [self[quarter].content for quarter in self]
        view = view_trend(subject, snapshots, self.definitions, self.files.obligations, filters.groups)
        return Trend(self, view, language)

    def compare(self, old: Snapshot | Quarter | str, new: Snapshot | Quarter | str) -> tuple[Change, ...]:
        """What `egov diff OLD NEW` shows: everything that changed, is unchanged or cannot be compared, and obligations.

        `FigureChanged.delta` is in units of the indicator, `points` in percentage points. Raises `EgovError` for
        unknown quarters, and for a snapshot of another ledger.
        """
        first, last = self._snapshot(old), self._snapshot(new)
        sides = first.quarter, last.quarter
        history, obligations = History(self._until(max(sides)), self.definitions.registry), self.files.obligations
        route = Route(verdicts=judge_at(sides, obligations, history))
        return tuple(compare_snapshots(first.content, last.content, self.definitions, obligations, route))

    def check(self) -> tuple[Finding, ...]:
        """The findings of `egov check` on the whole ledger, by file and line; faulty files are findings, not errors."""
        return check_files(self.files).findings

    def headlines(self, quarter: Quarter | str) -> tuple[Headline, ...]:
        """The figure that speaks for each series in a quarter, and how it differs from the headline before.

        In the order of the file of the quarter. Raises `EgovError` for an unknown quarter.
        """
        return build_headlines(self._until(self[quarter].quarter))

    def obligations(self, quarter: Quarter | str) -> tuple[Verdict, ...]:
        """How each obligation announced by the end of a quarter stands then, by the snapshots up to that quarter.

        In the order of `obligations.yaml`. Raises `EgovError` for an unknown quarter.
        """
        last = self[quarter].quarter
        history = History(self._until(last), self.definitions.registry)
        return judge_obligations(self.files.obligations, history, last)

    def _until(self, last: Quarter) -> tuple[SnapshotContent, ...]:
        return tuple(self[quarter].content for quarter in self if quarter <= last)

    def _snapshot(self, side: Snapshot | Quarter | str) -> Snapshot:
        if not isinstance(side, Snapshot):
            return self[side]
        if side.ledger.files.folder.root.resolve() != self.files.folder.root.resolve():
            raise EgovError(expected(f"a snapshot of {self!r}", f"one of {side.ledger!r}"))
        return side


@dataclass(frozen=True, repr=False)
class Trend:
    """An indicator or a series over all quarters; each of its `lines` has `rows`: marks, gaps, breaks and targets."""

    ledger: Ledger
    view: TrendView
    lang: Lang

    def __repr__(self) -> str:
        return f"<Trend {self.view.subject.name}, lines: {len(self.lines)}>"

    @property
    def lines(self) -> tuple[Line, ...]:
        """A line for each group, part and kind, in the order of the page."""
        return self.view.lines

    def record(self) -> TrendRecord:
        """What `egov trend NAME -f json` prints."""
        from egov_tracker.views.trend.lines import Trends
        from egov_tracker.views.trend.records import trend_record

        files = self.ledger.files
        return trend_record(
            Trends((self.view,), self.view.quarters, self.view.subject.name), files.definitions, files.folder, self.lang
        )

    def svg(self) -> str:
        """What `egov trend NAME -f svg` draws; raises `EgovError` where no line has two figures to draw."""
        from egov_tracker.render.svg import render_svg
        from egov_tracker.views.trend.picture import pictures_of

        return render_svg(pictures_of(self.view, self.ledger.files.folder.title, self.lang))


class Criteria(NamedTuple):
    """What observations have to be of; None admits all."""

    indicator: str | None
    group: str | None
    as_of: When | None
    breakdown: Breakdown | None

    def look_up(self, definitions: Definitions) -> tuple[Filters, Parts | None]:
        """The filters, and the part asked for; raises `EgovError` for what the definitions do not know."""
        with about("indicator"):
            indicators = () if self.indicator is None else (find_indicator(self.indicator, definitions),)
        with about("group"):
            groups = () if self.group is None else find_groups(self.group, definitions)
        with about("as_of"):
            as_of = None if self.as_of is None else parse_as_of(str(self.as_of))
        with about("breakdown"):
            parts = None if self.breakdown is None else find_breakdown(self.breakdown, definitions, self.indicator)
        return Filters(indicators, groups, as_of), parts


def _select(observations: Iterable[Observation], criteria: Criteria, definitions: Definitions) -> Observations:
    filters, parts = criteria.look_up(definitions)
    wanted = (seen for seen in observations if filters.wants(seen) and parts in {None, seen.breakdown})
    return Observations(tuple(wanted), definitions.registry)


def _which_series(indicator: str, found: Sequence[SeriesKey], there: Sequence[SeriesKey]) -> str:
    """The error of criteria that fit no series, with those that there are, or several, with these."""
    wanted = expected(f"one series of {indicator}", str(len(found) or "none"))
    names = "; ".join(map(_series_name, found or there))
    return f"{wanted}; there are {names}" if names else wanted


def _series_name(key: SeriesKey) -> str:
    _, group, parts, kind = key
    return " ".join((group, *(f"{name}={value}" for name, value in parts), kind))
