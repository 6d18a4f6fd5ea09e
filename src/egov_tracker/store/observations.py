"""One entry of a snapshot file: its indicator, group, source and names looked up at the as-of date."""

from __future__ import annotations

from decimal import Decimal
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from egov_tracker.errors import hint_at
from egov_tracker.model.findings import Finding, error, errors_only
from egov_tracker.model.groups import Group
from egov_tracker.model.observation import Listing, Mentions, Observation, Remark, Share, Source
from egov_tracker.model.terms import Kind, Level
from egov_tracker.store.quoting import advice, with_neighbours
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import Figure
from egov_tracker.text.names import suggest
from egov_tracker.text.numbers import Number
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.model.snapshot_file import ListingEntry, ObservationEntry, RemarkEntry
    from egov_tracker.store.document import Document
    from egov_tracker.text.quarters import Quarter

LISTS = ("done", "exempt", "outstanding", "in_progress")
FIGURES = ("value", *LISTS, "table")
MOST_HINTS = 100
KIND = attrgetter("kind")


class ReadContext(NamedTuple):
    """What every entry of one file is read against."""

    document: Document
    period: Quarter
    sources: Mapping[str, Source]
    registry: Registry
    catalogue: Mapping[str, Indicator]
    hints: dict[tuple[str, str], str]

    def hint(self, name: str, group: Group | None) -> str:
        """A suggestion for an unknown name, or an empty text; for at most `MOST_HINTS` names, as the search is slow."""
        key = (name, group.id if group else "")
        if key not in self.hints and len(self.hints) < MOST_HINTS:
            groups = () if group else self.registry.group_names
            meant = self.registry.suggest(name, group) or suggest(name, groups, limit=1)
            self.hints[key] = hint_at(meant)
        return self.hints.get(key, "")

    def hint_among(self, what: str, name: str, candidates: Iterable[str]) -> str:
        """What may be meant by an unknown id; looked for once an id, and not for very many."""
        key = (name, f"{what} ")
        if key not in self.hints and len(self.hints) < MOST_HINTS:
            self.hints[key] = hint_at(suggest(name, candidates, limit=1))
        return self.hints.get(key, "")


class EntryResolver:
    """Looks up what one entry names, and collects what cannot be found."""

    def __init__(self, context: ReadContext, index: int, entry: ObservationEntry) -> None:
        self.context = context
        self.entry = entry
        self.where: tuple[str | int, ...] = ("observations", index)
        self.when = entry.as_of if entry.as_of.first else parse_as_of(str(context.period))
        self.findings: list[Finding] = []

    def observations(self) -> list[Observation]:
        """The observation of the entry and one for every cell of its table; none where the entry has an error."""
        indicator, source, group = self._indicator(), self._source(), self._group()
        listings = {field: self._listing(field, getattr(self.entry, field), group) for field in LISTS}
        if not any(getattr(self.entry, name) for name in FIGURES):
            self._refuse("SHP002", f"one of {', '.join(FIGURES)} is missing")
        if not indicator:
            return []
        self._check_breakdown(indicator)
        self._check_ratio(indicator)
        kind = self._kind(indicator)
        if not source or not group:
            return []
        whole = self._whole(indicator, group, kind, source, listings)
        cells = list(self._cells(whole))
        if errors_only(tuple(self.findings)):
            return []
        return [whole, *cells] if whole.figure or whole.listings else cells

    def _report(self, rule: str, message: str, *where: str | int, key: bool = False) -> None:
        """Add a finding; a remark of the entry on this rule makes it a note."""
        location = self.context.document.location(*self.where, *where, key=key)
        for remark in self.entry.remarks:
            if remark.rule == rule and not self.expired(remark):
                self.findings.append(Finding(rule, Level.NOTE, message, location, remark=remark.note))
                return
        self.findings.append(error(rule, message, location))

    def expired(self, remark: RemarkEntry) -> bool:
        """Whether the remark is valid until a day before the as-of date."""
        until = remark.until.last if remark.until else None
        return bool(until and self.when.first and self.when.first > until)

    def _refuse(self, rule: str, message: str, *where: str | int, key: bool = False) -> None:
        """Add an error that no remark can explain."""
        self.findings.append(error(rule, message, self.context.document.location(*self.where, *where, key=key)))

    def _indicator(self) -> Indicator | None:
        found = self.context.catalogue.get(self.entry.indicator)
        if not found:
            hint = self.context.hint_among("indicator", self.entry.indicator, self.context.catalogue)
            self._refuse("REG005", f"unknown indicator '{self.entry.indicator}'{hint}", "indicator")
        return found

    def _source(self) -> Source | None:
        name = self.entry.source
        found = self.context.sources.get(name)
        written = self.context.document.content.get("sources")
        if not found and not (isinstance(written, dict) and name in written):
            hint = self.context.hint_among("source", name, self.context.sources)
            self._refuse("SRC001", f"undefined source '{name}'{hint}", "source")
        return found

    def _group(self) -> Group | None:
        name = self.entry.group
        found = self.context.registry.group(name, self.when)
        if not found and (body := self._body(name, None, "group")):
            return Group(body.id, body)
        return found

    def _body(self, name: str, group: Group | None, *where: str | int, key: bool = False) -> Body | None:
        """The body of a name at the as-of date; one of another date or group is reported and still returned."""
        registry = self.context.registry
        found = registry.find(name, self.when)
        if not found and (ever := registry.named(name)):
            self._report("REG002", f"{ever[-1].name_vi} {_lifetime(ever[-1])}, not on {self.when}", *where, key=key)
            found = ever[-1]
        if not found:
            self._refuse("REG001", f"unknown body '{name}'{self._meant(name, group, where)}", *where, key=key)
        elif group and group.kinds and found.kind not in group.kinds:
            kinds = ", ".join(sorted(group.kinds))
            self._report("REG003", f"{found.name_vi} is a {found.kind}; {group} are of {kinds}", *where, key=key)
        return found

    def _meant(self, name: str, group: Group | None, where: tuple[str | int, ...]) -> str:
        """What may be meant by an unknown name: with the items beside it, a name that a comma cut; else one near it."""
        if where[-2:-1] == ("names",):
            texts = with_neighbours(self.context.document, (*self.where, *where))
            if whole := next((text for text in texts if self.context.registry.find(text, self.when)), None):
                return f"; {advice(whole)}"
        return self.context.hint(name, group)

    def _check_breakdown(self, indicator: Indicator) -> None:
        for name, value in self.entry.breakdown.items():
            dimension = indicator.dimensions.get(name)
            if not dimension:
                known = ", ".join(indicator.dimensions) or "none"
                message = f"{indicator.id} has no breakdown '{name}'; it has {known}"
                self._refuse("SHP003", message, "breakdown", name, key=True)
            elif value not in dimension.values:
                message = f"'{value}' is no {name} of {indicator.id}; it has {', '.join(dimension.values)}"
                self._refuse("SHP003", message, "breakdown", name)
        columns = set(self.entry.table.columns) if self.entry.table else set()
        for name, dimension in indicator.dimensions.items():
            if name not in self.entry.breakdown and not columns & set(dimension.values):
                known = ", ".join(dimension.values)
                self._refuse("SHP002", f"the breakdown '{name}' is missing: {indicator.id} is counted by {known}")

    def _kind(self, indicator: Indicator) -> Kind:
        if self.entry.kind is None:
            if len(indicator.kind) > 1:
                self._refuse("SHP002", f"the field 'kind' is missing: {indicator.id} may be {_either(indicator.kind)}")
            return indicator.kind[0]
        if self.entry.kind not in indicator.kind:
            message = f"{indicator.id} is {_either(indicator.kind)}, not {self.entry.kind}"
            self._refuse("SHP003", message, "kind")
        return self.entry.kind

    def _whole(
        self, indicator: Indicator, group: Group, kind: Kind, source: Source, listings: Mapping[str, Listing | None]
    ) -> Observation:
        entry, document = self.entry, self.context.document
        return Observation(
            period=self.context.period,
            indicator=indicator,
            group=group,
            breakdown=tuple(sorted(entry.breakdown.items())),
            kind=kind,
            start=entry.start,
            as_of=entry.as_of,
            figure=entry.value,
            of=entry.of,
            share=Share(entry.share.of, entry.share.printed) if entry.share else None,
            done=listings["done"],
            exempt=listings["exempt"],
            outstanding=listings["outstanding"],
            in_progress=listings["in_progress"],
            source=source,
            at=entry.at,
            repeats=entry.repeats,
            note=entry.note,
            remarks=tuple(self._remark(number, remark) for number, remark in enumerate(entry.remarks)),
            location=document.location(*self.where),
            locations={
                name: document.location(*self.where, name) for name in document.content["observations"][self.where[1]]
            },
            anchors=entry.anchors,
        )

    def _check_ratio(self, indicator: Indicator) -> None:
        """FIG001: a count, of the figure or of a list, is more than the N of the figure or beside it."""
        figure, of = self.entry.value, self.entry.of
        base = figure.base if figure and figure.base else of.count if of else None
        if not base or Kind.RANK in indicator.kind:
            return
        if figure and figure.count and figure.count.value > base.value:
            self._report("FIG001", f"{figure.printed}: more are done than there are", "value")
        stated = {field: entry.count for field in LISTS if (entry := getattr(self.entry, field)) and entry.count}
        for field, printed in stated.items() if of else ():
            if printed.count and printed.count.value > base.value:
                message = f"'{field}' states {printed.printed}, more than the {base.value} there are"
                self._report("FIG001", message, field)

    def _listing(self, field: str, entry: ListingEntry | None, group: Group | None) -> Listing | None:
        if not entry:
            return None
        if entry.count is None and not entry.names:
            self._refuse("SHP002", f"{field}: one of count, names is missing", field)
        mentions = self._mentions(field, entry.names or (), group)
        location = self.context.document.location(*self.where, field, key=True)
        return Listing(entry.count, mentions, location, entry.asked, entry.says)

    def _mentions(self, field: str, names: Sequence[str], group: Group | None) -> Mentions:
        marks = self.context.document.item_marks(*self.where, field, "names")
        kinds = group.kinds if group else frozenset()
        bodies = self.context.registry.find_all(names, self.when)
        if not all(bodies) or (kinds and not kinds.issuperset(map(KIND, bodies))):
            for number, body in enumerate(bodies):
                if not body or (kinds and body.kind not in kinds):
                    bodies[number] = self._body(names[number], group, field, "names", number)
        known = [*compress(marks, bodies)]
        lines, columns = [line + 1 for line, _ in known], [column + 1 for _, column in known]
        printed, found = compress(names, bodies), filter(None, bodies)
        return Mentions(self.context.document.path, printed, found, lines, columns)

    def _remark(self, number: int, entry: RemarkEntry) -> Remark:
        location = self.context.document.location(*self.where, "remarks", number)
        return Remark(entry.note, entry.rule, entry.exhaustive, entry.until, location)

    def _cells(self, whole: Observation) -> Iterator[Observation]:
        """One observation for every cell of the table: a body and a value of a dimension."""
        table = self.entry.table
        if not table:
            return
        dimension = self._dimension(whole.indicator, table.columns)
        for name, row in table.rows.items():
            where = ("table", "rows", name)
            body = self._body(name, whole.group, *where, key=True)
            if len(row) != len(table.columns):
                self._refuse("SHP003", f"{name}: {len(row)} numbers for {len(table.columns)} columns", *where)
            for number, (column, value) in enumerate(zip(table.columns, row, strict=False)):
                if body and dimension:
                    yield self._cell(whole, body, (dimension, column), value, *where, number)

    def _dimension(self, indicator: Indicator, columns: tuple[str, ...]) -> str | None:
        for name, dimension in indicator.dimensions.items():
            if set(columns) <= set(dimension.values) and len(set(columns)) == len(columns):
                return name
        known = "; ".join(", ".join(dimension.values) for dimension in indicator.dimensions.values()) or "none"
        self._refuse("SHP003", f"columns: the columns of {indicator.id} are {known}, each once", "table", "columns")
        return None

    def _cell(
        self, whole: Observation, body: Body, column: tuple[str, str], value: int, *where: str | int
    ) -> Observation:
        location = self.context.document.location(*self.where, *where)
        return whole._replace(
            group=Group(body.id, body),
            breakdown=tuple(sorted((*whole.breakdown, column))),
            of=None,
            figure=Figure(str(value), Number(Decimal(value), Decimal(1))),
            done=None,
            exempt=None,
            outstanding=None,
            in_progress=None,
            location=location,
            locations={"value": location},
            anchors=None,
        )


def _either(kinds: tuple[Kind, ...]) -> str:
    return " or ".join(kinds)


def _lifetime(body: Body) -> str:
    if body.valid_from and body.valid_to:
        return f"existed from {body.valid_from} to {body.valid_to}"
    return f"exists since {body.valid_from}" if body.valid_from else f"existed until {body.valid_to}"
