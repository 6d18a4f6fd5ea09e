"""The rows of the seven tables, out of a ledger that was read and checked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.inference.body_status import count_bodies
from egov_tracker.inference.obligations import History, judge_obligations
from egov_tracker.model.rules import RULES_BY_ID
from egov_tracker.views.observation import view_observation
from egov_tracker.views.page import Lang
from egov_tracker.views.records import (
    body_record,
    finding_record,
    identity_record,
    location_record,
    observation_record,
    source_record,
    time_record,
)
from egov_tracker.views.tables import definitions as tables
from egov_tracker.views.tables.schema import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Body
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.phrases import Phrases

    Record = Mapping[str, object]


@dataclass(frozen=True)
class LedgerContent:
    """All that a ledger holds: its snapshots in the order of time, its definitions, and what was found in them."""

    snapshots: tuple[Snapshot, ...]
    definitions: Definitions
    obligations: tuple[PlacedObligation, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def figure_ids(self) -> dict[Location, str]:
        """The ids of the observations by location."""
        return {seen.location: name for name, seen in self.observations()}

    def observations(self) -> Iterator[tuple[str, Observation]]:
        """Every observation with its id: its quarter, and its number in the order of the file."""
        for snapshot in self.snapshots:
            for number, seen in enumerate(snapshot.observations, 1):
                yield f"{snapshot.period}-{number}", seen


def view_tables(content: LedgerContent) -> tuple[Table, ...]:
    """The seven tables; raises `EgovError` where a body, a group and a cohort share an id."""
    _refuse_shared_ids(content)
    builders = (
        _figures, _bodies, _sources, _indicators, _registry, _obligations, _findings,
    )  # fmt: skip
    return tuple(
        Table(schema, lambda builder=builder: builder(content))  # type: ignore[misc]
        for schema, builder in zip(tables.SCHEMAS, builders, strict=True)
    )


def _refuse_shared_ids(content: LedgerContent) -> None:
    registry = content.definitions.registry
    shared = set(registry.group_names) & set(registry.by_id)
    if shared:
        raise EgovError(f"{min(shared)} is both a group and a body, so that no table can tell them apart")


def _figures(content: LedgerContent) -> Iterator[Record]:
    say = _vietnamese()
    registry = content.definitions.registry
    for name, seen in content.observations():
        yield {
            **observation_record(view_observation(seen, registry, Lang.VI)),
            "id": name,
            "group_id": seen.group.id,
            "indicator_name": say.indicator(seen.indicator),
            "group_name": say.group(seen.group),
            "source_id": f"{seen.period}/{seen.source.id}",
        }


def _vietnamese() -> Phrases:
    from egov_tracker.views.phrases import Phrases

    return Phrases(Lang.VI)


def _bodies(content: LedgerContent) -> Iterator[Record]:
    for name, seen in content.observations():
        counts = count_bodies(seen, content.definitions.registry)
        head = {"figure": name, **identity_record(seen), "group_id": seen.group.id, **time_record(seen)}
        lists = _lists_of(seen)
        for status in counts.statuses if counts else ():
            said = {"reason": str(status.rationale), "listed_in": lists.get(status.body.id)}
            yield {**head, "body": body_record(status), **said}


def _lists_of(seen: Observation) -> dict[str, list[str]]:
    """The lists that name each body: a state alone does not tell those in progress from those outstanding."""
    found: dict[str, list[str]] = {}
    for name, listing in seen.listings.items():
        for body in listing.bodies:
            found.setdefault(body.id, []).append(name)
    return found


def _sources(content: LedgerContent) -> Iterator[Record]:
    for snapshot in content.snapshots:
        for source in snapshot.sources.values():
            yield {
                **source_record(source),
                "id": f"{snapshot.period}/{source.id}",
                "quarter": str(snapshot.period),
                **_days("date", source.entry.date),
                "place": location_record(source.location),
            }


def _days(name: str, when: AsOf | None) -> Record:
    """The first and the last day that a date may mean."""
    first, last = (when.first, when.last) if when else (None, None)
    return {
        f"{name}_first": first.isoformat() if first else None,
        f"{name}_last": last.isoformat() if last else None,
    }


def _indicators(content: LedgerContent) -> Iterator[Record]:
    for one in content.definitions.catalogue.values():
        yield {
            **_taken(one, "id", "name_en", "series", "unit", "direction", "one_way", "groups", "definition_en"),
            "name": one.name_vi,
            "kinds": one.kind,
            "dimensions": [f"{name}: {', '.join(kept.values)}" for name, kept in one.dimensions.items()],
            "definition": one.definition_vi,
        }


def _registry(content: LedgerContent) -> Iterator[Record]:
    registry = content.definitions.registry
    for group in registry.groups.values():
        yield _group(group.id, "group", group.name_vi, group.name_en, group.parts)
    for cohort in registry.cohorts.values():
        yield {**_group(cohort.id, "cohort", cohort.name_vi, cohort.name_en, cohort.names), "note": cohort.note}
    yield from map(_body, registry.bodies)


def _group(name: str, kind: str, vi: str, en: str, parts: Sequence[str]) -> Record:
    return {"id": name, "kind": kind, "name": vi, "name_en": en, "parts": parts, "special": False}


def _taken(thing: object, *names: str) -> Record:
    """Fields of a value under their own names."""
    return {name: getattr(thing, name) for name in names}


def _body(body: Body) -> Record:
    return {
        **_taken(body, "id", "kind", "name_en", "name_official", "short", "aliases", "special", "gso_code"),
        **_taken(body, "identifier", "predecessors", "successors", "basis", "ended_by", "unverified", "note"),
        "name": body.name_vi,
        "valid_from": str(body.valid_from) if body.valid_from else None,
        "valid_to": str(body.valid_to) if body.valid_to else None,
        **_days("valid_from", body.valid_from),
        **_days("valid_to", body.valid_to),
    }


def _obligations(content: LedgerContent) -> Iterator[Record]:
    verdicts = _verdicts(content)
    last = content.snapshots[-1].period if content.snapshots else None
    for placed in content.obligations:
        due, verdict = placed.obligation, verdicts.get(placed.obligation.id)
        shown = verdict.shown if verdict else None
        yield {
            **_taken(due, "id", "task", "what_vi", "what_en", "indicator", "by", "breakdown", "force"),
            **_taken(due, "target_is", "before", "under", "told_by", "at", "supersedes", "note"),
            "group_id": _group_id(due, content),
            "target": due.target.printed if due.target else None,
            "due": str(due.due),
            **_days("due", due.due),
            "deadline": due.deadline.isoformat() if due.deadline else None,
            "announced": str(due.announced) if due.announced else None,
            "outcome": verdict.outcome if verdict else None,
            "judged_at": last if verdict else None,
            "evidence": content.figure_ids[shown.location] if shown else None,
            "place": location_record(placed.location),
        }


def _verdicts(content: LedgerContent) -> dict[str, Verdict]:
    if not content.snapshots:
        return {}
    history = History(content.snapshots, content.definitions.registry)
    judged = judge_obligations(content.obligations, history, content.snapshots[-1].period)
    return {verdict.obligation.id: verdict for verdict in judged}


def _group_id(due: Obligation, content: LedgerContent) -> str:
    """The id behind the name of a group, a cohort or a body: the newest that bore it."""
    registry = content.definitions.registry
    return due.group if due.group in registry.group_names else registry.named(due.group)[-1].id


def _findings(content: LedgerContent) -> Iterator[Record]:
    places = sorted(content.figure_ids)
    ends = {snapshot.path for snapshot in content.snapshots}
    for number, found in enumerate(content.findings, 1):
        before = bisect_right(places, found.location)
        nearest = places[before - 1] if before and found.location.path in ends else None
        about = nearest if nearest and nearest.path == found.location.path else None
        yield {
            **finding_record(found),
            "id": number,
            "title": RULES_BY_ID[found.rule].title_vi,
            "figure": content.figure_ids[about] if about else None,
            "related": [str(location) for location in found.related],
        }
