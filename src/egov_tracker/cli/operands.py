"""The two sides that the options of a comparison ask for, compared: as two quarters, or as two states of one file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from egov_tracker.cli.runtime import complain
from egov_tracker.cli.sides import changed_definitions, load_side, load_sides
from egov_tracker.errors import EgovError, expected
from egov_tracker.inference.judged import recall_judged
from egov_tracker.inference.obligations import History, judge_at
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.changes.compare import Route
    from egov_tracker.cli.sides import Side
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.page import Lang
    from egov_tracker.views.status import Filters


class DiffRequest(NamedTuple):
    """What the options ask for."""

    old: str | None
    new: str | None
    since: str | None
    as_of_old: str | None
    as_of_new: str | None
    every: bool


def compare_sides(ledger: Ledger, wanted: DiffRequest, filters: Filters, lang: Lang) -> DiffView:
    """Load both sides and compare them; sides in the order of no calendar are compared so, and a note says it."""
    from egov_tracker.views.diff.changes import view_diff

    old, new = _sides(ledger, wanted)
    if old.snapshot.period == new.snapshot.period and not (wanted.as_of_old or wanted.as_of_new):
        _say_order(old, new)
        return review_sides(ledger, old, new, lang, filters)
    route = _course(ledger, wanted, old, new)
    _say_order(old, new)
    old = _as_of(old, wanted.as_of_old, "--as-of-old", ledger)
    new = _as_of(new, wanted.as_of_new, "--as-of-new", ledger)
    view = view_diff(old.snapshot, new.snapshot, ledger.definitions, ledger.obligations, lang, route, filters)
    return view._replace(old=old.name, new=new.name)


def review_sides(ledger: Ledger, old: Side, new: Side, lang: Lang, filters: Filters | None = None) -> DiffView:
    """The review of two states of one quarter's file, and of the definitions of their ledgers."""
    from egov_tracker.views.diff.review import States, view_review

    documents = old.document, new.document
    states = States(old.snapshot, new.snapshot, documents, changed_definitions(old, new))
    return view_review(states, ledger.definitions, lang, filters)._replace(old=old.name, new=new.name)


def _sides(ledger: Ledger, wanted: DiffRequest) -> tuple[Side, Side]:
    if wanted.since:
        if wanted.old or wanted.new:
            raise EgovError(expected("--since, or OLD and NEW", "both"))
        return load_side(ledger, str(ledger.resolve(wanted.since))), load_side(ledger, str(ledger.resolve(None)))
    if not wanted.old or not wanted.new:
        got = "one" if wanted.old or wanted.new else "none"
        raise EgovError(expected("two sides, such as egov diff 2016Q1 2016Q2, or --since 2016Q1", got))
    return load_sides(ledger, wanted.old, wanted.new)


def _course(ledger: Ledger, wanted: DiffRequest, old: Side, new: Side) -> Route:
    """Through which quarters to go, with --since and --all through all that lie between; and what was known by then."""
    from egov_tracker.changes.compare import Route

    verdicts = _verdicts(ledger, old, new)
    if not (wanted.since or wanted.every):
        return Route(verdicts=verdicts)
    first, last = sorted((old.snapshot.period, new.snapshot.period))
    between = [ledger.snapshot(quarter) for quarter in ledger.quarters if first < quarter < last]
    if old.snapshot.period > new.snapshot.period:
        between.reverse()
    return Route(tuple(between), wanted.every, verdicts)


def _verdicts(ledger: Ledger, old: Side, new: Side) -> dict[Quarter, tuple[Verdict, ...]]:
    """What became of obligations by the end of both quarters, by all that was known by then."""
    sides = {side.snapshot.period: side.snapshot for side in (old, new)}
    if len(sides) == 1 or not ledger.obligations:
        return {}
    loaded = dict(sides)

    def earlier(last: Quarter) -> tuple[Snapshot, ...]:
        needed = (quarter for quarter in ledger.quarters if quarter < last and quarter not in loaded)
        loaded.update({quarter: ledger.snapshot(quarter) for quarter in needed})
        return tuple(loaded[quarter] for quarter in sorted(loaded) if quarter < last)

    if ledger.cache and old.in_ledger and new.in_ledger:
        return {last: recall_judged(ledger, sides[last], partial(earlier, last)).verdicts for last in sorted(sides)}
    last = max(sides)
    return judge_at(sides, ledger.obligations, History((*earlier(last), sides[last]), ledger.definitions.registry))


def _say_order(old: Side, new: Side) -> None:
    if old.snapshot.period > new.snapshot.period:
        complain(f"egov: {old.name} is the later quarter; compared backwards, from {old.name} to {new.name}")
    elif old.name == new.name:
        complain(f"egov: {old.name} is compared with itself")


def _as_of(side: Side, text: str | None, option: str, ledger: Ledger) -> Side:
    """The side with only the observations that speak of a date; `EgovError` where there is none."""
    from egov_tracker.cli.filters import read_filters

    if not text:
        return side
    filters = read_filters(ledger, [], [], text)
    kept = tuple(seen for seen in side.snapshot.observations if filters.wants(seen))
    if not kept:
        dates = sorted((seen.as_of for seen in side.snapshot.observations), key=lambda date: date.sort_key)
        days = ", ".join(dict.fromkeys(map(str, dates)))
        raise EgovError(f"{option} {text}: nothing in {side.name} speaks of it; there are {days}")
    return side._replace(snapshot=side.snapshot._replace(observations=kept))
