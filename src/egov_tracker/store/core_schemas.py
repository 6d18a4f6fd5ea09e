"""What pydantic makes of the models of files, made beforehand: importing it and asking it takes half of a cold start.

The models remain the source: `tools/core_schemas.py` asks pydantic and writes `core_schemas.json`, and a test compares.
Where another version of its core is installed, pydantic is asked while the program runs.
"""

from __future__ import annotations

import json
import re
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from egov_tracker.model.fields import FUNCTIONS, FileModel
from egov_tracker.store.core import SchemaValidator, __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FILE = Path(__file__).with_name("core_schemas.json")
NOT_NEEDED = frozenset({"metadata", "serialization"})  # what serves other ends than reading a file
REFERENCE = re.compile(r":[0-9]+(?=-|$)")  # the address of a class in the memory of one process
READERS: dict[type[FileModel], Any] = {}
Model_co = TypeVar("Model_co", covariant=True)
Model = TypeVar("Model", bound=FileModel)


class Reader(Protocol[Model_co]):
    """What makes a model of plain content."""

    def validate_python(self, content: Any, /) -> Model_co:
        """The model; raises `pydantic_core.ValidationError` with everything that is wrong."""
        ...


def file_reader(model: type[Model]) -> Reader[Model]:
    """The reader of a model: as made beforehand, else as pydantic makes it now."""
    if model not in READERS:
        try:
            READERS[model] = SchemaValidator(decode(written()[model.__name__]))
        except (LookupError, ValueError, AttributeError):
            READERS[model] = _made_now(model)
    reader: Reader[Model] = READERS[model]
    return reader


def _made_now(model: type[FileModel]) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(model)


@cache
def written() -> dict[str, Any]:
    """The schemas by the names of their models; none where they are of another version of pydantic's core."""
    content = json.loads(FILE.read_bytes())
    schemas: dict[str, Any] = content["schemas"] if content["pydantic_core"] == __version__ else {}
    return schemas


def write(models: Iterable[type[FileModel]]) -> str:
    """The content of the file for these models."""
    schemas = {model.__name__: encode(_made_now(model).core_schema) for model in models}
    content = {"pydantic_core": __version__, "schemas": schemas}
    return json.dumps(content, indent=0) + "\n"


def encode(schema: Any) -> Any:
    """A schema of pydantic's core as JSON: functions, classes and their members by name."""
    match schema:
        case dict():
            return {
                key: REFERENCE.sub("", value) if key in {"ref", "schema_ref"} else encode(value)
                for key, value in schema.items()
                if key not in NOT_NEEDED
            }
        case list():
            return [encode(one) for one in schema]
        case tuple():
            return {"$tuple": [encode(one) for one in schema]}
        case Enum():
            return encode(type(schema)) | {"$member": schema.value}
        case type():
            return {"$class": f"{schema.__module__}:{schema.__qualname__}"}
        case _:
            return {"$function": _name_of(schema)} if callable(schema) else schema


def _name_of(function: Callable[[Any], Any]) -> str:
    return next(name for name, known in FUNCTIONS.items() if known is function)


def decode(stored: Any) -> Any:
    """The schema of some JSON; raises `LookupError` where the classes have changed since it was written.

    The functions that it names are those of imported models: no annotation inside a class may make another one.
    """
    match stored:
        case {"$class": name}:
            module, _, kind = name.partition(":")
            found = getattr(import_module(module), kind)
            return found(stored["$member"]) if "$member" in stored else found
        case {"$function": name}:
            return FUNCTIONS[name]
        case {"$tuple": items}:
            return tuple(map(decode, items))
        case dict():
            return _as_it_is({key: decode(value) for key, value in stored.items()})
        case list():
            return [decode(one) for one in stored]
        case _:
            return stored


def _as_it_is(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema, if a class in it still has the fields or the members that the schema gives it."""
    there = {"dataclass": "fields", "enum": "members"}.get(schema.get("type", ""))
    if there and schema[there] != [*(schema["cls"] if there == "members" else schema["cls"].field_names())]:
        raise LookupError(f"{schema['cls'].__name__} has other {there}: tools/core_schemas.py writes them")
    return schema
