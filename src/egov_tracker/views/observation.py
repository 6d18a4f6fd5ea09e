"""An observation with what is computed from it: the state of every body, the percentage, the footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, count_bodies
from egov_tracker.model.terms import Kind
from egov_tracker.values import NamedTuple
from egov_tracker.views.phrases import Phrases, plural, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.figures import Figure
    from egov_tracker.views.page import Lang

RATIONALES = {
    Rationale.NAMED: ("nguồn nêu tên", "named by the source"),
    Rationale.ALL_COUNTED: (
        "nguồn ghi tất cả đã hoàn thành; tổng số nguồn nêu khác số cơ quan trong danh mục nên không tách được từng tên",
        "the source says that all are done; its N is not the registry's count, so names cannot be told apart",
    ),
    Rationale.COHORT_UNNAMED: (
        "chưa có đủ tên các cơ quan thuộc nhóm này nên không suy ra được từng cơ quan",
        "the bodies of this group are not all known by name, so nothing is known one by one",
    ),
    Rationale.ALL_DONE: ("nguồn ghi tất cả đã hoàn thành", "the source says that all are done"),
    Rationale.COMPLEMENT: (
        "suy ra: số cơ quan được nêu tên và các số lượng nguồn nêu cộng lại bằng đúng tổng số",
        "inferred: the bodies named and the counts of the source add up to exactly N",
    ),
    Rationale.EXHAUSTIVE: (
        "suy ra: nguồn nêu đầy đủ danh sách, các cơ quan còn lại thuộc nhóm kia",
        "inferred: the source gives the complete list, so the rest is on the other side",
    ),
    Rationale.UNNAMED_REMAIN: (
        "nguồn không nêu đủ tên nên chưa xác định được từng cơ quan",
        "the source does not name them all, so nothing is known one by one",
    ),
    Rationale.NO_DENOMINATOR: (
        "nguồn không nêu tổng số nên không suy ra được các cơ quan còn lại",
        "the source prints no N, so nothing follows for the rest",
    ),
    Rationale.POPULATION_MISMATCH: (
        "tổng số nguồn nêu khác số cơ quan trong danh mục nên không suy ra được các cơ quan còn lại",
        "the source's N is not the registry's count, so nothing follows for the rest",
    ),
    Rationale.APPROXIMATE: (
        "số liệu ước tính nên không suy ra được các cơ quan còn lại",
        "the figure is approximate, so nothing follows for the rest",
    ),
    Rationale.CONTRADICTED: (
        "số lượng và tên cơ quan nguồn nêu mâu thuẫn với nhau nên không suy ra được",
        "the counts and names of the source contradict each other, so nothing follows",
    ),
}


class ObservationView(NamedTuple):
    """An observation, the state of each body of its group, its percentage and its footnotes.

    `leads` says whether the first screen of its quarter shows it; None where that was not asked.
    """

    observation: Observation
    counts: Counts | None
    percent: Decimal | None
    notes: tuple[str, ...]
    leads: bool | None = None


def view_observations(
    observations: Sequence[Observation],
    definitions: Definitions,
    lang: Lang,
    also: Mapping[Location, tuple[str, ...]] | None = None,
) -> tuple[ObservationView, ...]:
    """Compute and sort observations: by catalogue, group, part and date, with undated and repeated ones last.

    `also` holds further footnotes by the location of an observation.
    """
    order = line_order(definitions.catalogue)
    views = (view_observation(observation, definitions.registry, lang) for observation in observations)
    noted = (view._replace(notes=(*view.notes, *(also or {}).get(view.observation.location, ()))) for view in views)
    return tuple(sorted(noted, key=lambda view: (order(view.observation), _order_in_line(view.observation))))


def view_observation(observation: Observation, registry: Registry, lang: Lang) -> ObservationView:
    """Compute the body counts, the percentage and the footnotes of one observation."""
    counted = count_bodies(observation, registry)
    notes = (*notes_of(observation), *_notes(counted, Phrases(lang)))
    return ObservationView(observation, counted, percent_of(observation), notes)


def percent_of(observation: Observation) -> Decimal | None:
    """In per cent: recomputed half up at two decimals from a ratio, else as printed; a rank has none."""
    rated = rated_figure(observation)
    return rated.rate if rated else None


def rated_figure(observation: Observation) -> Figure | None:
    """The figure whose rate is the percentage: the value itself, else its printed share; a rank has none."""
    figure, share = observation.figure, observation.share
    whole = figure._replace(base=observation.base) if figure else None
    if whole and whole.rate is not None and not (whole.base and observation.kind is Kind.RANK):
        return whole
    return share.printed if share else None


def notes_of(observation: Observation) -> Iterator[str]:
    """What the snapshot remarks on an observation."""
    yield from (remark.note for remark in observation.remarks)
    if observation.note:
        yield observation.note


def _notes(counted: Counts | None, say: Phrases) -> Iterator[str]:
    """What is inferred from an observation and why, or why nothing is said of single bodies."""
    if counted and counted.rationale is Rationale.CONTRADICTED:
        yield sentence(say(*RATIONALES[Rationale.CONTRADICTED]))
    if counted and counted.unknown is None:
        yield sentence(say(*RATIONALES[counted.rationale]))
    if counted and counted.inferred:
        inferred = [status for status in counted.statuses if status.inferred]
        count, first = len(inferred), inferred[0]
        what, rationale = say.state(first.state).lower(), say(*RATIONALES[first.rationale])
        unnamed = say(
            f"{count} cơ quan {what} không được nêu tên", f"{plural(count, 'body', 'bodies')} {what}, not named"
        )
        yield f"{unnamed}; {rationale}."


def line_order(catalogue: Mapping[str, Indicator]) -> Callable[[Observation], tuple[object, ...]]:
    """A sort key for what observations measure: by the catalogue, then group, part and kind."""
    ranks = {name: rank for rank, name in enumerate(catalogue)}

    def key(seen: Observation) -> tuple[object, ...]:
        parts = tuple(seen.indicator.dimensions[dimension].values.index(value) for dimension, value in seen.breakdown)
        return (ranks[seen.indicator.id], seen.group.sort_key, parts, seen.kind)

    return key


def _order_in_line(seen: Observation) -> tuple[object, ...]:
    return (seen.is_repeated, not seen.as_of.first, seen.as_of.sort_key, seen.location)
