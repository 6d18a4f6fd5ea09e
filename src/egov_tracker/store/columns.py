"""Values of the ledger as JSON and back: columns of one kind each. Nothing but data, and a closed list of kinds.

A column is a list: a code or the name of a kind, then what is in it. A column of records has a column for each field,
so that thousands of names cost little more than their text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from itertools import islice, repeat
from operator import is_
from typing import TYPE_CHECKING, Any

from egov_tracker.model.catalogue import Indicator
from egov_tracker.model.groups import Group
from egov_tracker.model.obligations import PlacedObligation
from egov_tracker.model.observation import Observation, Source
from egov_tracker.model.registry import Body
from egov_tracker.text.dates import AsOf
from egov_tracker.values import NamedTuple, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

RAW, SAME, SHARED, MIXED, TUPLES, SETS, DICTS, DATES, DECIMALS, PATHS, LISTS = range(11)
PLAIN = frozenset({str, int, bool, type(None)})
# Kinds that are the same thing in many places: each thing is written once. A kind refers only to those before it.
TABLES: tuple[type, ...] = (AsOf, Body, Indicator, Source, Group, PlacedObligation, Observation)
ONLY_ITSELF = frozenset({Body, Indicator, PlacedObligation, Observation})  # two that are equal are two
# The kinds that are known, by the modules that define them, which are imported where one of theirs occurs.
_NAMES = {
    "inference.comparability": "Reason",
    "inference.headlines": "Change Headline",
    "inference.judged": "Judged",
    "inference.obligations": "Outcome Verdict",
    "inference.timeline": "Point",
    "model.archive_file": "ArchiveFile QuoteEntry",
    "model.catalogue": "Code Dimension Indicator",
    "model.findings": "Finding Location",
    "model.groups": "Group",
    "model.letter": "AppendixEntry LetterFile ListEntry SignerEntry",
    "model.obligations": "Obligation ObligationRemark Overdue PlacedObligation Settlement",
    "model.observation": "Listing Loaded Mention Mentions Observation Remark Share Snapshot Source",
    "model.registry": "Absorption Basis Body Cohort Registry Retiling",
    "model.snapshot_file": "Anchors AskedEntry ListingAnchors SourceEntry",
    "model.terms": "BodyKind Bound Direction Force Kind Level ListState Numerals Order Regime Role SourceKind Unit",
    "store.document": "Document NodeMap Validated",
    "text.dates": "AsOf Precision",
    "text.figures": "Figure",
    "text.numbers": "Number Qualifier",
    "text.quarters": "Quarter",
}
KINDS = {name: f"egov_tracker.{module}" for module, names in _NAMES.items() for name in names.split()}
Column = list[Any]


class Around(NamedTuple):
    """What is not written with a value: things that are known, by kind, and the paths of the files that it is from."""

    outside: Mapping[type, Sequence[object]] = {}
    paths: Sequence[str] = ()


def write_value(value: object, around: Around) -> list[Column]:
    """A value as columns; of what is around it only the numbers."""
    writer = _Writer(around)
    column = writer.column([value])
    tables = [writer.table(kind) for kind in reversed(TABLES)]
    return [*reversed(tables), column]


def read_value(written: Sequence[Column], around: Around) -> Any:
    """The value of columns, where the same is around it; raises whatever there is to raise for anything else."""
    reader = _Reader(around)
    for kind, column in zip(TABLES, written[:-1], strict=True):
        reader.tables[kind.__name__] += reader.column(column)
    (value,) = reader.column(written[-1])
    return value


@cache
def kind_named(name: str) -> Any:
    """One of the kinds that are known; `LookupError` for any other."""
    return getattr(import_module(KINDS[name]), name)


def _names(kind: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = kind.field_names() if issubclass(kind, Value) else kind._fields
    return names


class _Writer:
    def __init__(self, around: Around) -> None:
        self.paths = {path: number for number, path in enumerate(around.paths)}
        self.known = {
            kind: {id(one): number for number, one in enumerate(around.outside.get(kind, ()))} for kind in TABLES
        }
        self.fresh: dict[type, dict[object, int]] = {kind: {} for kind in TABLES}
        self.things: dict[type, list[object]] = {kind: [] for kind in TABLES}

    def column(self, values: list[Any]) -> Column:
        kinds = {type(value) for value in values}
        (kind,) = kinds if len(kinds) == 1 else (None,)
        if kind in self.known:
            return [SHARED, kind.__name__, self.column([self.number(kind, value) for value in values])]
        if len(values) > 1 and _all_same(values):
            return [SAME, len(values), self.column(values[:1])]
        if kinds <= PLAIN:
            return [RAW, *values]
        return self.of_one_kind(kind, values) if kind else self.mixed(values)

    def of_one_kind(self, kind: type, values: list[Any]) -> Column:
        if kind is tuple or kind is list:
            code = TUPLES if kind is tuple else LISTS
            return [code, [len(value) for value in values], self.column([one for value in values for one in value])]
        if kind is dict:
            keys, inside = ([one for value in values for one in part(value)] for part in (dict.keys, dict.values))
            return [DICTS, [len(value) for value in values], self.column(keys), self.column(inside)]
        if kind is frozenset:
            ordered = [sorted(value) for value in values]
            return [SETS, [len(value) for value in ordered], self.column([one for value in ordered for one in value])]
        if kind is date or kind is Decimal:
            return [DATES if kind is date else DECIMALS, *map(str, values)]
        return self.records(kind, values)

    def mixed(self, values: list[Any]) -> Column:
        """Values of several kinds: which is of which, and a column for each."""
        parts: dict[type | None, list[Any]] = {}
        which = []
        for value in values:
            kind = None if type(value) in PLAIN else type(value)
            parts.setdefault(kind, []).append(value)
            which.append([*parts].index(kind))
        return [MIXED, which, *map(self.column, parts.values())]

    def records(self, kind: type, values: list[Any]) -> Column:
        if KINDS.get(kind.__name__) != kind.__module__:
            raise TypeError(f"{kind} is no kind of value that is kept")
        if issubclass(kind, Enum):
            return [kind.__name__, self.column([value.value for value in values])]
        columns = ((name, [getattr(value, name) for value in values]) for name in _names(kind))
        return [
            kind.__name__,
            *(self.placed(column) if name == "path" else self.column(column) for name, column in columns),
        ]

    def placed(self, values: list[str]) -> Column:
        return [PATHS, *(self.paths[value] for value in values)] if self.paths else self.column(values)

    def number(self, kind: type, one: object) -> int:
        """The number of a thing in the table of its kind, into which it is put if it is not there."""
        if (number := self.known[kind].get(id(one))) is not None:
            return number
        fresh = self.fresh[kind]
        key = id(one) if kind in ONLY_ITSELF else one
        if key not in fresh:
            fresh[key] = len(self.known[kind]) + len(fresh)
            self.things[kind].append(one)
        return fresh[key]

    def table(self, kind: type) -> Column:
        things = self.things[kind]
        return self.records(kind, things) if things else [RAW]


def _all_same(values: list[Any]) -> bool:
    """Whether all values are one thing, or plain and equal."""
    first = values[0]
    if type(first) in PLAIN:
        return all(value is first or (type(value) is type(first) and value == first) for value in values)
    return all(map(is_, values, repeat(first)))


class _Reader:
    def __init__(self, around: Around) -> None:
        self.paths = around.paths
        self.tables = {kind.__name__: list(around.outside.get(kind, ())) for kind in TABLES}
        self.readers: dict[int, Callable[..., list[Any]]] = {
            RAW: lambda *values: [*values],
            SAME: lambda length, column: self.column(column) * length,
            SHARED: lambda name, numbers: list(map(self.tables[name].__getitem__, self.column(numbers))),
            MIXED: self.mixed,
            TUPLES: lambda lengths, column: self.cut(tuple, lengths, self.column(column)),
            LISTS: lambda lengths, column: self.cut(list, lengths, self.column(column)),
            SETS: lambda lengths, column: self.cut(frozenset, lengths, self.column(column)),
            DICTS: self.dicts,
            DATES: lambda *texts: list(map(date.fromisoformat, texts)),
            DECIMALS: lambda *texts: list(map(Decimal, texts)),
            PATHS: lambda *numbers: list(map(self.paths.__getitem__, numbers)),
        }

    def column(self, written: Column) -> list[Any]:
        code, *inside = written
        if isinstance(code, str):
            return self.records(kind_named(code), [self.column(column) for column in inside])
        return self.readers[code](*inside)

    def mixed(self, which: list[int], *columns: Column) -> list[Any]:
        parts = [iter(self.column(column)) for column in columns]
        return [next(parts[number]) for number in which]

    def dicts(self, lengths: list[int], keys: Column, values: Column) -> list[Any]:
        return self.cut(dict, lengths, zip(self.column(keys), self.column(values), strict=True))

    def cut(self, make: type, lengths: list[int], values: Iterable[Any]) -> list[Any]:
        """The values in pieces of these lengths."""
        rest = iter(values)
        return [make(islice(rest, length)) for length in lengths]

    def records(self, kind: Any, columns: list[list[Any]]) -> list[Any]:
        if issubclass(kind, Enum):
            return list(map({member.value: member for member in kind}.__getitem__, columns[0]))
        if make_all := getattr(kind, "made_of", None):
            return [*make_all(columns)]
        rows = zip(*columns, strict=True)
        make = getattr(kind, "_make", None)
        return list(map(make, rows)) if make else [kind(*row) for row in rows]
