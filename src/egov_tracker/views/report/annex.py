"""The annex of a report: every printed figure with its source, who is named, and every obligation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.views.obligations import in_order_of_weight
from egov_tracker.views.observation import RATIONALES
from egov_tracker.views.observation_table import ObservationTable, without_empty_columns
from egov_tracker.views.page import Align, Items, Paragraph, Section, Table
from egov_tracker.views.phrases import sentence
from egov_tracker.views.sentences import due_words, outcome_words, target_words
from egov_tracker.views.trend.tiles import tiles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Listing, Observation
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.report.content import ReportView

LEAST_TILES = 3
NAMED = (State.OUTSTANDING, State.EXEMPT)
OBLIGATIONS = (
    (("Nhiệm vụ", "Task"), Align.LEFT),
    (("Cơ quan thực hiện", "By whom"), Align.LEFT),
    (("Thời hạn", "Due"), Align.LEFT),
    (("Theo văn bản", "Under"), Align.LEFT),
    (("Kết quả", "Result"), Align.LEFT),
    (("Căn cứ", "Evidence"), Align.LEFT),
    (("Mã", "Id"), Align.LEFT),
)


def annex_sections(report: ReportView) -> Iterator[Section]:
    """One section an indicator with all its figures, then one with all obligations."""
    annex = report.say("Phụ lục", "Annex")
    for indicator, views in _by_indicator(report.views):
        name = report.say.indicator(indicator)
        heading = f"{annex}: {name} ({indicator.id})" if report.table.trace else f"{annex}: {name}"
        yield Section(heading, tuple(_figures(views, report.table, name)))
    if maps := tuple(_maps(report)):
        yield Section(f"{annex}: {report.say('Địa phương chưa hoàn thành', 'Outstanding provinces')}", maps)
    if report.verdicts:
        heading = f"{annex}: {report.say('Nhiệm vụ có thời hạn', 'Obligations')}"
        rows = tuple(_row(verdict, report) for verdict in in_order_of_weight(report.verdicts))
        yield Section(heading, (without_empty_columns(Table(report.say.columns(OBLIGATIONS), rows, heading)),))


def _maps(report: ReportView) -> Iterator[Block]:
    """Where in the country the outstanding provinces are, of every list that names some."""
    for view in report.views:
        named = view.observation.outstanding.bodies if view.observation.outstanding else ()
        if sum(body.kind.is_local for body in named) >= LEAST_TILES and not view.observation.is_repeated:
            say = report.say
            caption = f"{say.indicator(view.observation.indicator)}, {say.with_date(view.observation)}"
            drawn = tiles_of(view, caption, say)
            if drawn:
                yield drawn


def _row(verdict: Verdict, report: ReportView) -> tuple[str, ...]:
    say, bound = report.say, verdict.obligation
    due = "; ".join(text for text in (target_words(bound, say), due_words(bound, say)) if text)
    note = f". {say.quoted(bound.note)}" if bound.note else ""
    return (
        say.task(bound),
        say.by(bound),
        due or say("nguồn không nêu", "not stated"),
        f"{say.document(bound.under)}{note}",
        outcome_words(verdict.outcome, say),
        _evidence(verdict, say),
        bound.id if report.table.trace else "",
    )


def _evidence(verdict: Verdict, say: Phrases) -> str:
    """On what the verdict rests, with its date; the latest figure where nothing is decided."""
    settled = (say.day(verdict.settled.date),) if verdict.settled else ()
    seen = (one for one in (verdict.short, verdict.shown) if one)
    return "; ".join((*settled, *(say.with_date(one) for one in seen)))


def _by_indicator(views: Sequence[ObservationView]) -> Iterator[tuple[Indicator, tuple[ObservationView, ...]]]:
    for indicator in {view.observation.indicator.id: view.observation.indicator for view in views}.values():
        yield indicator, tuple(view for view in views if view.observation.indicator.id == indicator.id)


def _figures(views: Sequence[ObservationView], table: ObservationTable, name: str) -> Iterator[Block]:
    """All figures of an indicator, then who is outstanding, exempt or unknown by name."""
    yield without_empty_columns(table.of(views, name))
    for view in views:
        yield from _named(view, table)
    yield from _unknown(views, table)


def _named(view: ObservationView, table: ObservationTable) -> Iterator[Block]:
    """The bodies that are not done, by name; those whom the source only counts, as a count."""
    points = tuple(_points(view.observation, view.counts, table.say)) if view.counts else ()
    if points:
        yield table.introduce(view)
        yield Items(points)


def _points(seen: Observation, counted: Counts, say: Phrases) -> Iterator[str]:
    told = {State.OUTSTANDING: (seen.outstanding, seen.in_progress), State.EXEMPT: (seen.exempt,)}
    for state in NAMED:
        if statuses := counted.bodies(state):
            words = "".join(f"; {text}" for listing in told[state] if listing for text in _told(listing, say))
            yield f"{say.state(state)} ({len(statuses)}): {say.statuses(statuses)}{words}."
    if more := say.more_unnamed(seen.outstanding, State.OUTSTANDING):
        yield sentence(more)


def _told(listing: Listing, say: Phrases) -> Iterator[str]:
    """What the source says of a list in its own words, and the reminder that it says was sent."""
    if listing.says:
        yield f"{say('nguồn ghi', 'the source says')}: “{listing.says}”"
    if listing.asked:
        yield say.asked(listing.asked)


def _unknown(views: Sequence[ObservationView], table: ObservationTable) -> Iterator[Block]:
    """For each rationale, the observations of which the state of some bodies is unknown, and how many bodies."""
    say, reasons = table.say, dict[Rationale, list[str]]()
    for view in views:
        if view.counts and view.counts.unknown != 0 and view.counts.rationale is not Rationale.NAMED:
            count = f" ({view.counts.unknown})" if view.counts.unknown else ""
            where = f"{table.place(view)}{count}"
            reasons.setdefault(view.counts.rationale, []).append(where)
    if reasons:
        yield Paragraph(
            say(
                "Chưa xác định được từng cơ quan (trong ngoặc là số cơ quan):",
                "Not known body by body (how many in brackets):",
            )
        )
        yield Items(tuple(f"{'; '.join(them)}: {say(*RATIONALES[why])}." for why, them in reasons.items()))
