"""JSON Schema of `egov diff -f json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.kinds import Reason
from egov_tracker.render.json import dump
from egov_tracker.render.schema import MAYBE_TEXT, NAMES, TEXT, closed, envelope, observation_schema, place_schema
from egov_tracker.views.diff_facts import KINDS, LISTED

if TYPE_CHECKING:
    from egov_tracker.render.schema import Schema

MAYBE_NUMBER: Schema = {"type": ["number", "null"]}


def diff_schema() -> str:
    """The schema of `egov diff -f json`."""
    body = {
        "old": {"type": "string", "description": "The quarter, the file or the revision of the old side"},
        "new": TEXT,
        "comparability": {"type": "array", "items": _comparability()},
        "changes": {"type": "array", "items": _change()},
    }
    return dump(envelope("egov diff", body, {"observation": observation_schema()}))


def _identity() -> Schema:
    breakdown: Schema = {"type": "object", "additionalProperties": TEXT}
    return {"indicator": MAYBE_TEXT, "series": MAYBE_TEXT, "group": MAYBE_TEXT, "breakdown": breakdown}


def _verdict() -> Schema:
    reasons = {"type": "array", "items": {"enum": [str(reason) for reason in Reason]}}
    return {"comparable": {"type": "boolean"}, "reasons": reasons}


def _change() -> Schema:
    side = {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/observation"}]}
    unknown = {"type": "integer", "minimum": 0, "description": "Bodies of whom it cannot be said how they moved"}
    fields: Schema = {
        "kind": {"enum": ["count", "share", *KINDS.values()]},
        **_identity(),
        "old": side,
        "new": side,
        **_verdict(),
        "delta": {**MAYBE_NUMBER, "description": "New minus old in units"},
        "points": {**MAYBE_NUMBER, "description": "New minus old in percentage points"},
        "bodies": closed({**{str(way): NAMES for way in LISTED}, "unknown": unknown}),
        "reorganisation": _reorganisation(),
        "obligation": _obligation(),
        "moved_to": {"oneOf": [{"type": "null"}, _obligation()]},
    }
    return closed(fields, optional=("reorganisation", "obligation", "moved_to"))


def _reorganisation() -> Schema:
    merger = closed({"body": TEXT, "parts": NAMES, "date": TEXT, "basis": MAYBE_TEXT})
    return closed({"mergers": {"type": "array", "items": merger}, "created": NAMES, "dissolved": NAMES})


def _obligation() -> Schema:
    texts = dict.fromkeys(("id", "task", "what", "by", "due", "under"), TEXT)
    return closed({**texts, "before": {"type": "boolean"}, "place": place_schema()})


def _comparability() -> Schema:
    dated = closed({"as_of": TEXT, "source": TEXT, "place": place_schema()})
    also = {"type": "array", "items": dated, "description": "Others of the same date that print something else"}
    return closed({**_identity(), "old": dated, "new": dated, **_verdict(), "also_old": also, "also_new": also})
