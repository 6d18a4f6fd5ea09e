"""The facts of an observation under the keys that JSON and CSV promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.text.figures import Count, Percent, Ratio
from egov_tracker.views.observation import GROUNDS

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.inference.body_status import Standing
    from egov_tracker.model.findings import Place
    from egov_tracker.model.observation import Listing
    from egov_tracker.text.figures import Figure
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.observation import ObservationView

Facts = dict[str, object]


def observation_facts(view: ObservationView, *, bodies: bool = False) -> Facts:
    """One observation; with `bodies`, also the standing of every body of its group."""
    seen, counted = view.observation, view.tally
    facts: Facts = {
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
        "percent": None if view.percent is None else plain(view.percent),
        "exempt": exempt_facts(seen.exempt),
        "outstanding": outstanding_facts(view),
        "unknown": counted.unknown if counted else None,
        "inferred": counted.inferred if counted else False,
        "source": seen.source.id,
        "at": seen.at,
        "place": place_facts(seen.place),
        "footnotes": list(view.notes),
    }
    if bodies:
        facts["bodies"] = [body_facts(standing) for standing in counted.standings] if counted else []
    return facts


def printed(view: ObservationView) -> str | None:
    """The figure as the source prints it; None where it prints only a list."""
    return view.observation.figure.printed if view.observation.figure else None


def value_facts(figure: Figure | None) -> Facts | None:
    """The figure as numbers."""
    match figure:
        case Ratio(done=done, of=of):
            return {"done": plain(done.value), "of": plain(of.value)}
        case Count(number=number):
            return {"number": plain(number.value)}
        case Percent(percent=number):
            return {"percent": plain(number.value)}
        case None:
            return None


def qualifier(figure: Figure | None) -> str | None:
    """The word of doubt in front of the figure."""
    match figure:
        case Ratio(done=number) | Count(number=number) | Percent(percent=number):
            return str(number.qualifier) if number.qualifier else None
        case None:
            return None


def exempt_facts(listing: Listing | None) -> Facts:
    """How many are exempt, and the registry's names of those whom the source names."""
    return {
        "count": listing.total if listing else None,
        "names": [body.name_vi for body in listing.bodies] if listing else [],
    }


def outstanding_facts(view: ObservationView) -> Facts:
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


def body_facts(standing: Standing) -> Facts:
    """The standing of one body."""
    mention = standing.mention
    return {
        "id": standing.body.id,
        "name": standing.body.name_vi,
        "printed": mention.printed if mention else None,
        "state": str(standing.state),
        "inferred": standing.inferred,
        "reason": GROUNDS[standing.ground][1],
        "place": place_facts(mention.place) if mention else None,
    }


def place_facts(place: Place) -> Facts:
    """A spot in a file."""
    return {"path": place.path, "line": place.line, "column": place.column}


def plain(value: Decimal) -> int | float:
    """A number for JSON: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def list_facts(made: BodyList) -> Facts:
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
        "place": place_facts(seen.place),
        "order": str(made.query.order),
        "columns": made.columns,
        "count": len(made.standings),
        "unnamed": made.unnamed,
        "bodies": [{"number": number, **body_facts(one)} for number, one in enumerate(made.standings, 1)],
        "footnotes": list(made.view.notes),
    }
