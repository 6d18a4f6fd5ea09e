"""The builders of the records: each takes what a view holds and returns the record of the same name."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Literal, overload

from egov_tracker.text.numbers import Interval
from egov_tracker.views.observation import RATIONALES, percent_of, rated_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.inference.headlines import Change
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Listing, Observation, Source
    from egov_tracker.model.snapshot_file import AskedEntry
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.text.numbers import Qualifier
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.headlines import HeadlineView
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.record_types import (
        AppendixRecord,
        AskedRecord,
        BeforeRecord,
        BodyRecord,
        CountRecord,
        DueRecord,
        EnvelopeRecord,
        FigureRecord,
        FindingRecord,
        HeadlineRecord,
        IdentityRecord,
        ListingRecord,
        ListRecord,
        LocationRecord,
        NumberRecord,
        ObservationRecord,
        OriginRecord,
        PeopleRecord,
        PercentRecord,
        QuartersRecord,
        RatioRecord,
        ReportRecord,
        SourceRecord,
        StatusRecord,
        TimeRecord,
    )
    from egov_tracker.views.report.content import ReportView
    from egov_tracker.views.status import StatusView

SCHEMA_VERSION: Literal[1] = 1
OPEN = Interval(None, None)
HUNDREDTH = Decimal("0.01")


def envelope_record(folder: DataFolder) -> EnvelopeRecord:
    """The version of the schema, and the ledger in use."""
    return {"schema_version": SCHEMA_VERSION, "data": {"origin": folder.origin, "path": str(folder.root)}}


def status_record(status: StatusView, folder: DataFolder, *, agencies: bool) -> StatusRecord:
    """The state of a quarter; with `agencies`, the state of every body."""
    return {
        **envelope_record(folder),
        "quarter": str(status.snapshot.period),
        "observations": [observation_record(view, bodies=agencies) for view in status.views],
    }


def report_record(report: ReportView, folder: DataFolder) -> ReportRecord:
    """The headlines of a quarter, and every observation of it, as far as they are asked for."""
    return {
        **envelope_record(folder),
        "quarter": str(report.snapshot.period),
        "headlines": [headline_record(view) for view in report.headlines],
        "observations": [observation_record(view) for view in report.views],
    }


def appendix_record(lists: Sequence[BodyList], quarter: str, folder: DataFolder) -> AppendixRecord:
    """The lists of an appendix with the observations they come from."""
    return {**envelope_record(folder), "quarter": quarter, "lists": [list_record(made) for made in lists]}


def quarters_record(coverage: Coverage, folder: DataFolder) -> QuartersRecord:
    """The coverage map."""
    return {
        **envelope_record(folder),
        "quarters": [
            {"quarter": str(quarter), "snapshot": quarter in coverage.present} for quarter in coverage.quarters
        ],
        "indicators": {
            indicator.id: {
                str(quarter): count
                for quarter in coverage.quarters
                if (count := coverage.counts.get((indicator.id, quarter)))
            }
            for indicator in coverage.indicators
        },
    }


def finding_record(found: Finding) -> FindingRecord:
    """One finding."""
    return {
        "rule": found.rule,
        "level": found.level,
        "message": found.message,
        **location_record(found.location),
        "related": [location_record(location) for location in found.related],
        "remark": found.remark,
    }


def observation_record(view: ObservationView, *, bodies: bool = False) -> ObservationRecord:
    """One observation; with `bodies`, also the state of every body of its group."""
    record: ObservationRecord = {
        **identity_record(view.observation),
        **time_record(view.observation),
        **figure_record(view.observation),
        **people_record(view),
        **origin_record(view.observation),
        "headline": bool(view.leads),
        "footnotes": list(view.notes),
        "bodies": [body_record(status) for status in view.counts.statuses] if bodies and view.counts else [],
    }
    if not bodies:
        del record["bodies"]
    if view.leads is None:
        del record["headline"]
    return record


def headline_record(view: HeadlineView) -> HeadlineRecord:
    """The figure that speaks for a series, what it was before, and what was due of it."""
    headline = view.headline
    seen, beside = headline.observation, headline.lists
    listing = beside.outstanding if beside else None
    return {
        **identity_record(seen),
        **time_record(seen),
        **figure_record(seen),
        **origin_record(seen),
        "headline": view.shown,
        "outstanding": count_record(listing),
        "outstanding_as_of": str(beside.as_of) if beside else None,
        "outstanding_names": [body.name_vi for body in listing.bodies] if listing else [],
        "before": before_record(headline.change) if headline.change else None,
        "due": due_record(view.verdict, seen.period) if view.verdict else None,
    }


def before_record(change: Change) -> BeforeRecord:
    """The headline before, and how far it differs."""
    old = change.before
    return {
        "quarter": str(old.period),
        "indicator": old.indicator.id,
        "as_of": str(old.as_of),
        "printed": old.figure.printed if old.figure else None,
        "place": location_record(old.location),
        "comparable": change.comparable,
        "reasons": list(change.reasons),
        "units": json_number(change.units),
        "points": json_number(change.points),
        "outstanding": change.outstanding[0] if change.outstanding else None,
    }


def due_record(verdict: Verdict, at: Quarter) -> DueRecord:
    """What was due, and how it stands at the end of a quarter."""
    bound = verdict.obligation
    deadline = bound.deadline_known_in(at)
    return {
        "obligation": bound.id,
        "target": bound.target.printed if bound.target else None,
        "deadline": deadline.isoformat() if deadline else None,
        "deadline_inferred": deadline is not None and bound.overdue is not None,
        "outcome": verdict.outcome,
    }


def identity_record(seen: Observation) -> IdentityRecord:
    """What an observation measures, and of whom."""
    return {
        "quarter": str(seen.period),
        "indicator": seen.indicator.id,
        "series": seen.indicator.series,
        "group": str(seen.group),
        "breakdown": dict(seen.breakdown),
        "kind": seen.kind,
    }


def time_record(seen: Observation) -> TimeRecord:
    """Of when an observation speaks."""
    return {
        "from": str(seen.start) if seen.start else None,
        "as_of": str(seen.as_of),
        "as_of_first": seen.as_of.first.isoformat() if seen.as_of.first else None,
        "as_of_last": seen.as_of.last.isoformat() if seen.as_of.last else None,
    }


def figure_record(seen: Observation) -> FigureRecord:
    """The figure of an observation with its bounds."""
    figure, share = seen.figure, seen.share
    bounds = figure.interval if figure else OPEN
    doubt, rate_bounds = _percentage_doubt(seen)
    return {
        "printed": figure.printed if figure else None,
        "value": value_record(seen),
        "of": json_number(seen.base.value) if seen.base else None,
        "qualifier": figure.qualifier if figure else None,
        "low": json_number(bounds.low),
        "high": json_number(bounds.high),
        "percent": json_number(percent_of(seen)),
        "percent_qualifier": doubt,
        "percent_low": json_number(_hundredths(rate_bounds.low, ROUND_FLOOR)),
        "percent_high": json_number(_hundredths(rate_bounds.high, ROUND_CEILING)),
        "share": {"printed": share.printed.printed, "of": share.of.printed if share.of else None} if share else None,
    }


def value_record(seen: Observation) -> RatioRecord | NumberRecord | PercentRecord | None:
    """The figure as bare numbers; None where only names are printed."""
    count = seen.figure.count if seen.figure else None
    percent = seen.figure.percent if seen.figure else None
    if count and seen.base:
        return {"done": json_number(count.value), "of": json_number(seen.base.value)}
    if count:
        return {"number": json_number(count.value)}
    return {"percent": json_number(percent.value)} if percent else None


def _percentage_doubt(seen: Observation) -> tuple[Qualifier | None, Interval]:
    """The word of doubt and the bounds of the percentage that is shown."""
    rated = rated_figure(seen)
    if rated and rated.count and rated.base:
        return rated.count.qualifier or rated.base.qualifier, _rate_bounds(rated.count.interval, rated.base.interval)
    if rated and rated.percent:
        return rated.percent.qualifier, rated.percent.interval_of_percentage
    return None, OPEN


def _rate_bounds(count: Interval, base: Interval) -> Interval:
    """In per cent: the least count of the largest base, and the largest count of the least."""
    low = 100 * count.low / base.high if count.low is not None and base.high else None
    high = 100 * count.high / base.low if count.high is not None and base.low else None
    return Interval(low, high)


def _hundredths(bound: Decimal | None, rounding: str) -> Decimal | None:
    return None if bound is None else bound.quantize(HUNDREDTH, rounding)


@overload
def json_number(value: Decimal) -> int | float: ...
@overload
def json_number(value: Decimal | None) -> int | float | None: ...
def json_number(value: Decimal | None) -> int | float | None:
    """A number for JSON: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def people_record(view: ObservationView) -> PeopleRecord:
    """Who is in which state, by the lists of an observation and by what follows from them."""
    seen, counted = view.observation, view.counts
    return {
        "done": listing_record(seen.done),
        "exempt": listing_record(seen.exempt),
        "outstanding": {
            **listing_record(seen.outstanding),
            "unnamed": seen.outstanding.unnamed if seen.outstanding else 0,
        },
        "in_progress": listing_record(seen.in_progress),
        "counts": {
            "done": count_record(seen.done),
            "exempt": count_record(seen.exempt),
            "outstanding": count_record(seen.outstanding),
            "in_progress": count_record(seen.in_progress),
        },
        "unknown": counted.unknown if counted else None,
        "inferred": counted.inferred if counted else False,
    }


def listing_record(listing: Listing | None) -> ListingRecord:
    """The bodies of one state; nobody where the source has no such list."""
    return {
        "count": listing.total if listing else None,
        "names": [body.name_vi for body in listing.bodies] if listing else [],
        "says": listing.says if listing else None,
        "asked": asked_record(listing.asked) if listing and listing.asked else None,
    }


def asked_record(asked: AskedEntry) -> AskedRecord:
    """A reminder to the bodies of a list."""
    return {
        "by": asked.by,
        "document": asked.document,
        "date": str(asked.date) if asked.date else None,
        "due": str(asked.due) if asked.due else None,
    }


def count_record(listing: Listing | None) -> CountRecord | None:
    """What a source states of a list, and what it names."""
    if listing is None:
        return None
    bounds = listing.number.interval if listing.number else OPEN
    return {
        "printed": listing.stated.printed if listing.stated else None,
        "qualifier": listing.stated.qualifier if listing.stated else None,
        "low": json_number(bounds.low),
        "high": json_number(bounds.high),
        "named": len(listing.bodies),
        "unnamed": listing.unnamed,
    }


def origin_record(seen: Observation) -> OriginRecord:
    """Where an observation is printed, and where it stands in the ledger."""
    return {
        "source": seen.source.id,
        "source_details": source_record(seen.source),
        "at": seen.at,
        "repeated": seen.is_repeated,
        "place": location_record(seen.location),
    }


def source_record(source: Source) -> SourceRecord:
    """A document."""
    entry = source.entry
    return {
        "title": entry.title,
        "kind": entry.kind,
        "number": entry.number,
        "publisher": entry.publisher,
        "date": str(entry.date) if entry.date else None,
        "reports": entry.reports,
        "url": entry.url,
        "repeats": entry.repeats,
        "supersedes": entry.supersedes,
    }


def body_record(status: BodyStatus) -> BodyRecord:
    """The state of one body."""
    mention = status.mention
    return {
        "id": status.body.id,
        "name": status.body.name_vi,
        "printed": mention.printed if mention else None,
        "state": status.state,
        "inferred": status.inferred,
        "reason": RATIONALES[status.rationale][1],
        "place": location_record(mention.location) if mention else None,
    }


def location_record(location: Location) -> LocationRecord:
    """A place in a file."""
    return {"path": location.path, "line": location.line, "column": location.column}


def list_record(made: BodyList) -> ListRecord:
    """One list of an appendix."""
    seen = made.view.observation
    return {
        **identity_record(seen),
        **time_record(seen),
        **origin_record(seen),
        "state": made.query.state,
        "order": made.query.order,
        "columns": made.columns,
        "count": len(made.statuses),
        "unnamed": made.unnamed,
        "bodies": [
            {**body_record(one), "number": number, "display": one.body.display}
            for number, one in enumerate(made.statuses, 1)
        ],
        "footnotes": list(made.view.notes),
    }
