"""From plain content to models: pydantic's errors become findings at their line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from egov_tracker.errors import did_you_mean, expected, one_of
from egov_tracker.model.fields import FileModel, describe
from egov_tracker.model.findings import Finding, error
from egov_tracker.store.core import ValidationError
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.store.document import Document, Model, Validated
from egov_tracker.store.quoting import advice, cut_value, taken_for_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails


Path = tuple[str | int, ...]

KEY = "[key]"  # what pydantic calls the key of a mapping
ID = "an id of at most 80 letters, digits, and - _ . within"
ITEM = 2
MOST_FAULTS = 500
EXPECTED = {
    "string_type": "a text",
    "dataclass_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "too_short": "at least one",
    "too_long": "at most {max_length:,}",
    "string_too_long": "a text of at most {max_length:,} characters",
    "string_pattern_mismatch": "the form {pattern}",
}


def validate_document(
    model: type[Model], document: Document, fallback: Mapping[str, object] | None = None
) -> Validated[Model]:
    """Validate a file; what is wrong is reported and left out, so that the rest can be used.

    `fallback` has values for top-level fields that are missing or wrong. The model is None where nothing can be used.
    """
    try:
        return Validated(file_reader(model).validate_python(document.content), {}, document.findings)
    except ValidationError as wrong:
        details = wrong.errors(include_url=False)
    findings = document.findings + tuple(_findings(model, details, document))
    if not isinstance(document.content, dict):
        return Validated(None, {}, findings)
    bad = {detail["loc"][:ITEM] for detail in details}
    content, kept = _without(document.content, bad, fallback or {})
    try:
        faulty = frozenset(str(detail["loc"][0]) for detail in details if detail["loc"])
        return Validated(file_reader(model).validate_python(content), kept, findings, faulty)
    except ValidationError:
        return Validated(None, {}, findings)


def _findings(model: type[FileModel], details: list[ErrorDetails], document: Document) -> Iterator[Finding]:
    """One finding for each of the first `MOST_FAULTS` faults, and one that says how many more there are."""
    yield from (_finding(model, detail, document) for detail in details[:MOST_FAULTS])
    if more := details[MOST_FAULTS:]:
        yield error("SHP003", f"{len(more):,} more faults from here on", document.location(*more[0]["loc"]))


def _without(
    content: dict[str, Any], bad: set[Path], fallback: Mapping[str, object]
) -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
    pruned = {name: value for name, value in content.items() if (name,) not in bad}
    kept = {}
    for name, items in pruned.items():
        if isinstance(items, dict):
            pruned[name] = {key: item for key, item in items.items() if (name, key) not in bad}
        elif isinstance(items, list):
            kept[name] = tuple(index for index in range(len(items)) if (name, index) not in bad)
            pruned[name] = [items[index] for index in kept[name]]
    return {**fallback, **pruned}, kept


def _finding(model: type[FileModel], detail: ErrorDetails, document: Document) -> Finding:
    where, kind = detail["loc"], detail["type"]
    if where and where[-1] == KEY:
        return error("SHP003", expected(ID, describe(detail["input"])), document.location(*where[:-1], key=True))
    match kind:
        case "unexpected_keyword_argument":
            return error("SHP001", _unknown_field(model, where, document), document.location(*where, key=True))
        case "missing":
            return error("SHP002", f"the field '{where[-1]}' is missing{_of(where)}", document.location(*where[:-1]))
        case "enum" | "literal_error":
            return error("SHP003", _no_choice(detail), document.location(*where))
        case "SHP003" | "SHP004":
            return error(kind, _located(where, _unreadable(detail, document)), document.location(*where))
        case _:
            words = _mismatch(detail) + _as_text(kind, where, document)
            return error("SHP003", _located(where, words), document.location(*where))


def _mismatch(detail: ErrorDetails) -> str:
    if what := EXPECTED.get(detail["type"]):
        return expected(what.format_map(detail.get("ctx", {})), describe(detail["input"]))
    return detail["msg"]


def _as_text(kind: str, where: Path, document: Document) -> str:
    """How to write a text that its colon made a mapping of."""
    whole = taken_for_mapping(document, where) if kind == "string_type" else None
    return f"; {advice(whole)}" if whole else ""


def _located(where: Path, words: str) -> str:
    fields = [str(step) for step in where if isinstance(step, str)]
    return f"{fields[-1]}: {words}" if fields else words


def _of(where: Path) -> str:
    return f" in '{where[-2]}'" if len(where) > 1 and isinstance(where[-2], str) else ""


def _unreadable(detail: ErrorDetails, document: Document) -> str:
    """Why a text cannot be read; where a comma cut it, what it is with quotes stands in place of a guess."""
    whole = cut_value(document, detail["loc"])
    return f"{detail['ctx'].get('bare', detail['msg'])}; {advice(whole)}" if whole else detail["msg"]


def _unknown_field(model: type[FileModel], where: Path, document: Document) -> str:
    name = str(where[-1])
    fields = field_names(model_at(model, where[:-1]))
    hint = did_you_mean(name, fields)
    if not hint and (whole := cut_value(document, where)):
        return f"unknown field '{name}', cut off at a comma; {advice(whole)}"
    hint = hint or f"; the fields here are {', '.join(fields)}"
    return f"unknown field '{name}'{hint}"


def _no_choice(detail: ErrorDetails) -> str:
    if not isinstance(detail["input"], str):
        return _located(detail["loc"], expected("a text", describe(detail["input"])))
    choices = [choice.strip("'") for choice in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    words = expected(one_of(choices), describe(detail["input"]))
    return _located(detail["loc"], words + did_you_mean(detail["input"], choices))


def field_names(model: type[FileModel]) -> list[str]:
    """The names of the fields of a mapping, as they are written in a file."""
    from dataclasses import fields

    return [field.metadata.get("alias", field.name) for field in fields(model)]


def model_at(model: type[FileModel], where: Path) -> type[FileModel]:
    """The model of the mapping at this path of a file, or of the nearest one around it that has a model."""
    for step in where:
        found = list(_models_in(get_type_hints(model).get(str(step))))
        model = found[0] if found else model
    return model


def _models_in(annotation: Any) -> Iterator[type[FileModel]]:
    if isinstance(annotation, type) and issubclass(annotation, FileModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
