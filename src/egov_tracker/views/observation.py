"""One observation with what follows from it: the unit of which status, diff and report are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.inference.body_status import Rationale, State, count_bodies
from egov_tracker.model.terms import Kind
from egov_tracker.views import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.page import Lang

RATIONALES = {
    Rationale.NAMED: ("nguồn nêu tên", "named by the source"),
    Rationale.ALL_DONE: ("nguồn ghi tất cả đã hoàn thành", "the source says that all are done"),
    Rationale.COMPLEMENT: (
        "suy ra: các cơ quan được nêu tên và các số đếm của nguồn cộng lại đúng bằng tổng số",
        "inferred: the bodies named and the counts of the source add up to exactly N",
    ),
    Rationale.EXHAUSTIVE: (
        "suy ra: nguồn nêu đủ danh sách, phần còn lại thuộc nhóm kia",
        "inferred: the source gives the complete list, so the rest is on the other side",
    ),
    Rationale.UNNAMED_REMAIN: (
        "nguồn không nêu đủ tên nên không rõ từng cơ quan",
        "the source does not name them all, so nothing is known one by one",
    ),
    Rationale.NO_DENOMINATOR: (
        "nguồn không in tổng số nên không suy ra được phần còn lại",
        "the source prints no N, so nothing follows for the rest",
    ),
    Rationale.POPULATION_MISMATCH: (
        "tổng số của nguồn khác số cơ quan trong danh bạ nên không suy ra được phần còn lại",
        "the source's N is not the registry's count, so nothing follows for the rest",
    ),
    Rationale.APPROXIMATE: (
        "số liệu ước lượng nên không suy ra được phần còn lại",
        "the figure is approximate, so nothing follows for the rest",
    ),
    Rationale.CONTRADICTED: (
        "các số và tên của nguồn mâu thuẫn nhau nên không suy ra được",
        "the counts and names of the source contradict each other, so nothing follows",
    ),
}


class ObservationView(NamedTuple):
    """An observation, its tally, its percentage (recomputed from a ratio, else as printed) and its footnotes."""

    observation: Observation
    counts: Counts | None
    percent: Decimal | None
    notes: tuple[str, ...]


def view_observations(
    observations: Sequence[Observation],
    definitions: Definitions,
    lang: Lang,
    also: Mapping[Location, tuple[str, ...]] | None = None,
) -> tuple[ObservationView, ...]:
    """The observations in the order of the catalogue, then group, part and date; undated and repeated ones last.

    `also` are more footnotes, by the places of the observations.
    """
    ranks = {name: rank for rank, name in enumerate(definitions.catalogue)}
    seen = (view_observation(observation, definitions.registry, lang) for observation in observations)
    views = (view._replace(notes=(*view.notes, *(also or {}).get(view.observation.location, ()))) for view in seen)
    return tuple(sorted(views, key=lambda view: (ranks[view.observation.indicator.id], _order(view))))


def view_observation(observation: Observation, registry: Registry, lang: Lang) -> ObservationView:
    """One observation with what follows from it."""
    counted = count_bodies(observation, registry)
    return ObservationView(observation, counted, percent_of(observation), tuple(_notes(observation, counted, lang)))


def percent_of(observation: Observation) -> Decimal | None:
    """In per cent: recomputed half up at two decimals from a ratio, else as printed; a rank has none."""
    figure, share = observation.figure, observation.share
    if figure and figure.rate is not None and not (figure.base and observation.kind is Kind.RANK):
        return figure.rate
    return share.printed.rate if share else None


def _notes(observation: Observation, counted: Counts | None, lang: Lang) -> Iterator[str]:
    for remark in observation.remarks:
        yield remark.note
    if observation.note:
        yield observation.note
    if counted and counted.rationale is Rationale.CONTRADICTED:
        yield f"{phrases.pick(RATIONALES[Rationale.CONTRADICTED], lang)}.".capitalize()
    if counted and counted.inferred:
        inferred = [status for status in counted.statuses if status.inferred]
        done = sum(status.state is State.DONE for status in inferred)
        yield _inference(done, len(inferred) - done, phrases.pick(RATIONALES[inferred[0].rationale], lang), lang)


def _inference(done: int, outstanding: int, rationale: str, lang: Lang) -> str:
    pair = (
        f"{done or outstanding} cơ quan {'đã' if done else 'chưa'} hoàn thành không được nêu tên; {rationale}.",
        f"{done or outstanding} bodies {'done' if done else 'outstanding'} are not named; {rationale}.",
    )
    return phrases.pick(pair, lang)


def _order(view: ObservationView) -> tuple[object, ...]:
    seen = view.observation
    return (
        seen.group.sort_key,
        tuple(_place_in_catalogue(seen, *part) for part in seen.breakdown),
        seen.kind,
        seen.is_repeated,
        not seen.as_of.first,
        seen.as_of.sort_key,
        seen.location,
    )


def _place_in_catalogue(seen: Observation, dimension: str, value: str) -> int:
    return seen.indicator.dimensions[dimension].values.index(value)
