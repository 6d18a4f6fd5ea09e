"""From plain content to models: pydantic's errors become findings at their line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import ValidationError

from egov_tracker.model.fields import FileModel, describe
from egov_tracker.model.findings import Finding, error
from egov_tracker.text.names import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from egov_tracker.store.yaml_reader import Document

Model = TypeVar("Model", bound=FileModel)
Path = tuple[str | int, ...]

KEY = "[key]"  # what pydantic calls the key of a mapping
IDS = "is none: letters, digits, and - _ . within are meant, 80 at the most"
ITEM = 2
MOST_FAULTS = 500
WORDS = {
    "string_type": "a text is meant here, not {input}",
    "model_type": "a mapping is meant here, not {input}",
    "dict_type": "a mapping is meant here, not {input}",
    "tuple_type": "a list is meant here, not {input}",
    "too_short": "at least one is meant here",
    "too_long": "at most {max_length:,} are meant here, not {actual_length}",
    "string_too_long": "a text of {max_length:,} characters at most is meant here",
    "string_pattern_mismatch": "{input} has not the form that is meant here",
}


@dataclass(frozen=True, slots=True)
class Validated(Generic[Model]):
    """A file in its shape; `kept` gives the indexes of the list items that were fit to be kept."""

    model: Model | None
    kept: dict[str, tuple[int, ...]]
    findings: tuple[Finding, ...]

    def numbered(self, field: str, items: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """The items of a list field with their indexes in the file."""
        return zip(self.kept.get(field, range(len(items))), items, strict=True)


def validate_document(
    model: type[Model], document: Document, fallback: dict[str, str] | None = None
) -> Validated[Model]:
    """Validate a file; what is wrong is reported and left out, so that the rest can be read on.

    `fallback` stands in for top-level fields that are missing or wrong.
    """
    try:
        return Validated(model.model_validate(document.content), {}, document.findings)
    except ValidationError as wrong:
        details = wrong.errors(include_url=False)
    findings = document.findings + tuple(_findings(model, details, document))
    if not isinstance(document.content, dict):
        return Validated(None, {}, findings)
    bad = {detail["loc"][:ITEM] for detail in details}
    content, kept = _without(document.content, bad, fallback or {})
    try:
        return Validated(model.model_validate(content), kept, findings)
    except ValidationError:
        return Validated(None, {}, findings)


def _findings(model: type[FileModel], details: list[ErrorDetails], document: Document) -> Iterator[Finding]:
    """A finding for each fault; of very many, the first, and how many there are more."""
    yield from (_finding(model, detail, document) for detail in details[:MOST_FAULTS])
    if more := details[MOST_FAULTS:]:
        yield error("SHP003", f"{len(more):,} more faults from here on", document.location(*more[0]["loc"]))


def _without(
    content: dict[str, Any], bad: set[Path], fallback: dict[str, str]
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
        return error("SHP003", f"the id {describe(detail['input'])} {IDS}", document.location(*where[:-1], key=True))
    match kind:
        case "extra_forbidden":
            return error("SHP001", _unknown_field(model, where), document.location(*where, key=True))
        case "missing":
            return error("SHP002", f"the field '{where[-1]}' is missing{_of(where)}", document.location(*where[:-1]))
        case "enum" | "literal_error":
            return error("SHP003", _no_choice(detail), document.location(*where))
        case "SHP003" | "SHP004":
            return error(kind, _located(where, detail["msg"]), document.location(*where))
        case _:
            words = WORDS.get(kind, detail["msg"]).format(input=describe(detail["input"]), **detail.get("ctx", {}))
            return error("SHP003", _located(where, words), document.location(*where))


def _located(where: Path, words: str) -> str:
    fields = [str(step) for step in where if isinstance(step, str)]
    return f"{fields[-1]}: {words}" if fields else words


def _of(where: Path) -> str:
    return f" in '{where[-2]}'" if len(where) > 1 and isinstance(where[-2], str) else ""


def _unknown_field(model: type[FileModel], where: Path) -> str:
    name = str(where[-1])
    fields = field_names(_model_at(model, where[:-1]))
    meant = suggest(name, fields, limit=1)
    hint = f"did you mean '{meant[0]}'?" if meant else f"the fields here are {', '.join(fields)}"
    return f"unknown field '{name}'; {hint}"


def _no_choice(detail: ErrorDetails) -> str:
    if not isinstance(detail["input"], str):
        return _located(detail["loc"], f"a text is meant here, not {describe(detail['input'])}")
    expected = detail["ctx"]["expected"].replace(" or ", ", ")
    meant = suggest(detail["input"], [choice.strip("'") for choice in expected.split(", ")], limit=1)
    hint = f"; did you mean '{meant[0]}'?" if meant else ""
    return _located(detail["loc"], f"{describe(detail['input'])} is none of {expected}{hint}")


def field_names(model: type[FileModel]) -> list[str]:
    """The fields of a mapping as the file writes them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[FileModel], where: Path) -> type[FileModel]:
    for step in where:
        inner = [f.annotation for name, f in model.model_fields.items() if step in {name, f.alias}]
        found = list(_models_in(inner[0])) if inner else []
        model = found[0] if found else model
    return model


def _models_in(annotation: Any) -> Iterator[type[FileModel]]:
    if isinstance(annotation, type) and issubclass(annotation, FileModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
