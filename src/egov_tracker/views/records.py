"""The facts of an observation under the keys that JSON and CSV promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.observation import RATIONALES

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Listing
    from egov_tracker.text.figures import Figure
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.observation import ObservationView

Record = dict[str, object]


def observation_record(view: ObservationView, *, bodies: bool = False) -> Record:
    """One observation; with `bodies`, also the standing of every body of its group."""
    seen, counted = view.observation, view.counts
    facts: Record = {
        "indicator": seen.indicator.id,
        "series": seen.indicator.series,
        "group": str(seen.group),
        "breakdown": dict(seen.breakdown),
        "kind": str(seen.kind),
        "from": str(seen.start) if seen.start else None,
        "as_of": str(seen.as_of),
        "printed": printed(view),
        "value": value_facts(seen.figure),
        "qualifier": qualifier(seen.figure),
        "percent": None if view.percent is None else json_number(view.percent),
        "exempt": exempt_facts(seen.exempt),
        "outstanding": outstanding_facts(view),
        "unknown": counted.unknown if counted else None,
        "inferred": counted.inferred if counted else False,
        "source": seen.source.id,
        "at": seen.at,
        "place": location_record(seen.location),
        "footnotes": list(view.notes),
    }
    if bodies:
        facts["bodies"] = [body_facts(status) for status in counted.statuses] if counted else []
    return facts


def printed(view: ObservationView) -> str | None:
    """The figure as the source prints it; None where it prints only a list."""
    return view.observation.figure.printed if view.observation.figure else None


def value_facts(figure: Figure | None) -> Record | None:
    """The figure as numbers."""
    if not figure:
        return None
    if figure.count and figure.base:
        return {"done": json_number(figure.count.value), "of": json_number(figure.base.value)}
    if figure.count:
        return {"number": json_number(figure.count.value)}
    return {"percent": json_number(figure.percent.value)} if figure.percent else None


def qualifier(figure: Figure | None) -> str | None:
    """The word of doubt in front of the figure."""
    return str(figure.qualifier) if figure and figure.qualifier else None


def exempt_facts(listing: Listing | None) -> Record:
    """How many are exempt, and the registry's names of those whom the source names."""
    return {
        "count": listing.total if listing else None,
        "names": [body.name_vi for body in listing.bodies] if listing else [],
    }


def outstanding_facts(view: ObservationView) -> Record:
    """Who is outstanding; a body in progress is named here too, and counted where no count is stated."""
    seen = view.observation
    first = seen.outstanding or seen.in_progress
    named = {
        body.id: body.name_vi for listing in (seen.outstanding, seen.in_progress) if listing for body in listing.bodies
    }
    return {
        "count": first.total if first else None,
        "names": list(named.values()),
        "unnamed": first.unnamed if first else 0,
    }


def body_facts(status: BodyStatus) -> Record:
    """The standing of one body."""
    mention = status.mention
    return {
        "id": status.body.id,
        "name": status.body.name_vi,
        "printed": mention.printed if mention else None,
        "state": str(status.state),
        "inferred": status.inferred,
        "reason": RATIONALES[status.rationale][1],
        "place": location_record(mention.location) if mention else None,
    }


def location_record(location: Location) -> Record:
    """A spot in a file."""
    return {"path": location.path, "line": location.line, "column": location.column}


def json_number(value: Decimal) -> int | float:
    """A number for JSON: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def list_record(made: BodyList) -> Record:
    """One list of an appendix: the observation it comes from, and the bodies by number."""
    seen = made.view.observation
    return {
        "indicator": seen.indicator.id,
        "group": str(seen.group),
        "breakdown": dict(seen.breakdown),
        "state": str(made.query.state),
        "as_of": str(seen.as_of),
        "source": seen.source.id,
        "at": seen.at,
        "place": location_record(seen.location),
        "order": str(made.query.order),
        "columns": made.columns,
        "count": len(made.statuses),
        "unnamed": made.unnamed,
        "bodies": [{"number": number, **body_facts(one)} for number, one in enumerate(made.statuses, 1)],
        "footnotes": list(made.view.notes),
    }
