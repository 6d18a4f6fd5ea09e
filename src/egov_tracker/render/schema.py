"""JSON Schema (draft 2020-12) of the files that people write and of the JSON that commands print.

Both are generated: of files from their pydantic models, of outputs from the records and the sentences below their keys.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from egov_tracker.model.archive_file import ArchiveFile
from egov_tracker.model.catalogue import CatalogueFile
from egov_tracker.model.groups import GroupsFile
from egov_tracker.model.letter import LetterFile
from egov_tracker.model.obligations import ObligationsFile
from egov_tracker.model.office import OfficeFile
from egov_tracker.model.registry import CohortsFile, RegistryFile
from egov_tracker.model.rules import CHECK_RULES
from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.render.json import dump
from egov_tracker.views.agency_record_types import AgencyRecord, RemindersRecord
from egov_tracker.views.diff.record_types import DiffRecord
from egov_tracker.views.indicators import describe_indicator
from egov_tracker.views.record_types import (
    AppendixRecord,
    CheckRecord,
    IndicatorsRecord,
    QuartersRecord,
    ReportRecord,
    StatusRecord,
    TraceRecord,
)
from egov_tracker.views.trend.record_types import TilesRecord, TrendRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic_core.core_schema import DictSchema, TypedDictSchema

    from egov_tracker.model.fields import FileModel
    from egov_tracker.store.ledger import Definitions

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, tuple[type[FileModel], str]] = {
    "snapshot": (SnapshotFile, "A snapshot of one quarter"),
    "letter": (LetterFile, "An official letter"),
    "office": (OfficeFile, "What an office puts around a report"),
    "catalogue": (CatalogueFile, "The catalogue of indicators"),
    "registry": (RegistryFile, "A registry of bodies"),
    "groups": (GroupsFile, "Groups of bodies"),
    "cohorts": (CohortsFile, "Bodies that a document picked out"),
    "obligations": (ObligationsFile, "What was due"),
    "source": (ArchiveFile, "An archived document"),
}
OUTPUTS: dict[str, type] = {
    "status": StatusRecord,
    "report": ReportRecord,
    "diff": DiffRecord,
    "check": CheckRecord,
    "appendix": AppendixRecord,
    "quarters": QuartersRecord,
    "trace": TraceRecord,
    "agency": AgencyRecord,
    "reminders": RemindersRecord,
    "trend": TrendRecord,
    "tiles": TilesRecord,
    "indicators": IndicatorsRecord,
}


def schema_of(name: str, definitions: Callable[[], Definitions]) -> str:
    """The schema of a file or an output; only files ask for `definitions`, as they offer their ids."""
    return dump(output_schema(name) if name in OUTPUTS else file_schema(name, definitions()))


def output_schema(name: str) -> Schema:
    """The schema of the JSON of a command: closed objects, every key with its meaning."""
    generated = TypeAdapter(OUTPUTS[name]).json_schema(schema_generator=_RecordSchema)
    return {"$schema": DIALECT, **generated, "title": f"egov {name}"}


def file_schema(name: str, definitions: Definitions) -> Schema:
    """The schema of a file as an editor reads it, with the indicators and groups of the ledger to choose from."""
    model, title = FILES[name]
    schema = TypeAdapter(model).json_schema()
    for entry in schema.get("$defs", {}).values():
        _leave_out_id(entry)
        _offer_choices(entry.get("properties", {}), definitions)
    return {"$schema": DIALECT, **schema, "title": title}


def _leave_out_id(entry: Schema) -> None:
    """An entry by id is told its id by the key that it stands under."""
    if entry.get("properties", {}).pop("id", None):
        entry["required"].remove("id")


def _offer_choices(fields: Schema, definitions: Definitions) -> None:
    """What an editor completes: indicators with what they count, groups and bodies by name, and rules."""
    bodies = list(dict.fromkeys(body.name_vi for body in definitions.registry.bodies))
    if "indicator" in fields:
        options = fields["indicator"].get("anyOf", [fields["indicator"]])
        options[0]["enum"] = list(definitions.catalogue)
        options[0]["enumDescriptions"] = [describe_indicator(one) for one in definitions.catalogue.values()]
        fields["group"]["examples"] = [*definitions.registry.group_names, *bodies]
    for names in _lists_of_names(fields.get("names", {})):
        names["items"]["examples"] = bodies
    for rule in fields.get("rule", {}).get("anyOf", [])[:1]:
        rule["examples"] = [rule.id for rule in CHECK_RULES]


def _lists_of_names(field: Schema) -> Iterator[Schema]:
    return (one for one in (field, *field.get("anyOf", [])) if one.get("items", {}).get("type") == "string")


class _RecordSchema(GenerateJsonSchema):
    """Schemas of records: no keys but those that are promised, each described by the sentence below it."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def typed_dict_schema(self, schema: TypedDictSchema) -> Schema:
        made = super().typed_dict_schema(schema)
        for name, sentence in _sentences(schema["cls"]).items():
            made["properties"][name].setdefault("description", sentence)
        return {**made, "additionalProperties": False}

    def dict_schema(self, schema: DictSchema) -> Schema:
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made


def _sentences(record: type) -> dict[str, str]:
    """The sentences below the keys of a record and of those that it extends."""
    found: dict[str, str] = {}
    for base in getattr(record, "__orig_bases__", ()):
        found |= _sentences(base)
    return found | _sentences_of_module(record.__module__).get(record.__name__, {})


@cache
def _sentences_of_module(name: str) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: dict(_described(node.body)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _described(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for key, after in pairwise(body):
        match key, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(sentence))):
                yield name, inspect.cleandoc(sentence)
            case _:
                pass
