"""JSON Schema (draft 2020-12) of the files that people write and of the JSON that commands print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.changes.model import Reason
from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.render.json import SCHEMA_VERSION, dump
from egov_tracker.views.diff.records import KINDS, LISTED

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
MAYBE_COUNT: Schema = {"type": ["integer", "null"], "minimum": 0}
NAMES: Schema = {"type": "array", "items": TEXT}


def snapshot_schema(indicators: Iterable[str], groups: Iterable[str]) -> str:
    """The schema of `reports/*.yaml`, with the indicators of the catalogue and the groups to choose from."""
    schema = SnapshotFile.model_json_schema()
    fields = schema["$defs"]["ObservationEntry"]["properties"]
    fields["indicator"]["enum"] = list(indicators)
    fields["group"]["examples"] = list(groups)
    return dump({"$schema": DIALECT, **schema, "title": "A snapshot of one quarter"})


def status_schema() -> str:
    """The schema of `egov status -f json`."""
    body = {"quarter": TEXT, "observations": {"type": "array", "items": {"$ref": "#/$defs/observation"}}}
    return dump(envelope("egov status", body, {"observation": observation_schema()}))


def check_schema() -> str:
    """The schema of `egov check -f json`."""
    body = {"findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}}}
    return dump(envelope("egov check", body, {"finding": finding_schema()}))


def finding_schema() -> Schema:
    """The schema of one finding."""
    return closed(
        {
            "rule": {"type": "string", "pattern": r"^[A-Z]{3}\d{3}$"},
            "level": {"enum": ["error", "warning", "note"]},
            "message": TEXT,
            **place_schema()["properties"],
            "related": {"type": "array", "items": place_schema(), "description": "The other places it concerns"},
            "remark": {**MAYBE_TEXT, "description": "The remark that explains it"},
        }
    )


def letter_schema(indicators: Iterable[str], groups: Iterable[str]) -> str:
    """The schema of `letters/*.yaml`, with the indicators of the catalogue and the groups to choose from."""
    from egov_tracker.model.letter import LetterFile

    schema = LetterFile.model_json_schema()
    fields = schema["$defs"]["ListEntry"]["properties"]
    fields["indicator"]["enum"] = list(indicators)
    fields["group"]["examples"] = list(groups)
    return dump({"$schema": DIALECT, **schema, "title": "An official letter"})


def appendix_schema() -> str:
    """The schema of `egov appendix -f json`."""
    count: Schema = {"type": "integer", "minimum": 0}
    body = body_schema()
    numbered = closed({"number": {"type": "integer", "minimum": 1}, **body["properties"]})
    fields: Schema = {
        "indicator": TEXT,
        "group": TEXT,
        "breakdown": {"type": "object", "additionalProperties": TEXT},
        "state": {"enum": ["outstanding", "done", "exempt"]},
        "as_of": TEXT,
        "source": TEXT,
        "at": {"type": "string", "description": "The place in the source"},
        "place": place_schema(),
        "order": {"enum": ["protocol", "alphabet", "source"]},
        "columns": {"enum": [1, 2, 3]},
        "count": count,
        "unnamed": {**count, "description": "Bodies that the source counts and does not name"},
        "bodies": {"type": "array", "items": numbered},
        "footnotes": NAMES,
    }
    body = {"quarter": TEXT, "lists": {"type": "array", "items": {"$ref": "#/$defs/list"}}}
    return dump(envelope("egov appendix", body, {"list": closed(fields)}))


def envelope(title: str, body: Schema, definitions: Schema) -> Schema:
    """What every JSON output has around its body: the version of the schema and the data in use."""
    data = closed({"origin": TEXT, "path": TEXT})
    fields = {"schema_version": {"const": SCHEMA_VERSION}, "data": data, **body}
    return {"$schema": DIALECT, "title": title, **closed(fields), "$defs": definitions}


def closed(fields: Schema, optional: tuple[str, ...] = ()) -> Schema:
    """An object with these fields and no others."""
    required = [name for name in fields if name not in optional]
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def observation_schema() -> Schema:
    """The schema of one observation, as status and diff print it."""
    fields: Schema = {
        "indicator": TEXT,
        "series": MAYBE_TEXT,
        "group": {"type": "string", "description": "A named group, or the name of one body"},
        "breakdown": {"type": "object", "additionalProperties": TEXT},
        "kind": TEXT,
        "from": MAYBE_TEXT,
        "as_of": {"type": "string", "description": "2016-06-30, 2016-06, 2016Q2, 2016 or unknown"},
        "printed": MAYBE_TEXT,
        "value": {"oneOf": [{"type": "null"}, *map(closed, _values())]},
        "qualifier": MAYBE_TEXT,
        "percent": {"type": ["number", "null"], "description": "Recomputed half up from a ratio, else as printed"},
        "exempt": closed({"count": MAYBE_COUNT, "names": NAMES}),
        "outstanding": closed({"count": MAYBE_COUNT, "names": NAMES, "unnamed": {"type": "integer", "minimum": 0}}),
        "unknown": {**MAYBE_COUNT, "description": "Bodies of the registry of whom nothing can be said one by one"},
        "inferred": {"type": "boolean", "description": "Whether the state of any body is inferred"},
        "source": TEXT,
        "at": {"type": "string", "description": "The place in the source"},
        "place": place_schema(),
        "footnotes": NAMES,
        "bodies": {"type": "array", "items": body_schema()},
    }
    return closed(fields, optional=("bodies",))


def _values() -> tuple[Schema, ...]:
    number: Schema = {"type": "number"}
    return {"done": number, "of": number}, {"number": number}, {"percent": number}


def body_schema() -> Schema:
    """The schema of one body's standing, with `--agencies`."""
    location = {"oneOf": [{"type": "null"}, place_schema()]}
    state = {"enum": ["done", "outstanding", "exempt", "unknown"]}
    inferred = {"type": "boolean"}
    names = {"id": TEXT, "name": TEXT, "printed": MAYBE_TEXT}
    return closed({**names, "state": state, "inferred": inferred, "reason": TEXT, "place": location})


def place_schema() -> Schema:
    """The schema of a spot in a file."""
    count = {"type": "integer", "minimum": 1}
    return closed({"path": TEXT, "line": count, "column": count})


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
        "bodies": closed({**{str(kind): NAMES for kind in LISTED}, "unknown": unknown}),
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
