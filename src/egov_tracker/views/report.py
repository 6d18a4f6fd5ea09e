"""The written report of a quarter: figures, who is late, obligations, footnotes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.inference.obligations import History, judge_obligations
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.page import diff_sections
from egov_tracker.views.findings import view_contradictions
from egov_tracker.views.obligations import in_order_of_weight, obligation_table
from egov_tracker.views.observation import RATIONALES, view_observations
from egov_tracker.views.observation_table import CELLS, ObservationTable, without_empty_columns
from egov_tracker.views.page import Items, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases, plural, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Listing, Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block

NAMED = (State.OUTSTANDING, State.EXEMPT)


def report_page(
    snapshots: Sequence[Snapshot],
    definitions: Definitions,
    obligations: Sequence[PlacedObligation],
    data: str,
    lang: Lang,
) -> Page:
    """The report of the last of these quarters; the earlier ones are evidence for the obligations."""
    say, snapshot = Phrases(lang), snapshots[-1]
    open_questions = view_contradictions(snapshots, definitions, lang)
    table = ObservationTable(view_observations(snapshot.observations, definitions, lang, open_questions), say)
    history = History(tuple(snapshots), definitions.registry)
    verdicts = judge_obligations(obligations, history, snapshot.period)
    changed = _changed(snapshots[-2], snapshot, definitions, say) if len(snapshots) > 1 else ()
    period = say.quarter_in_title(snapshot.period)
    return Page(
        lang=lang,
        title=say(
            f"Báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP {period}",
            f"Report on the implementation of Resolution 36a/NQ-CP, {period}",
        ),
        lead=tuple(_lead(snapshot, data, say)),
        sections=(*_figures(table), *changed, _obligations(verdicts, say)),
        footnotes=table.footnotes,
        sources=table.sources,
        source_keys=table.source_keys,
        headings=say.headings,
    )


def _lead(snapshot: Snapshot, data: str, say: Phrases) -> Iterator[str]:
    """The period, the span of as-of dates, the numbers of figures, indicators and sources, and the ledger in use."""
    first, last = say.day(snapshot.period.first_day), say.day(snapshot.period.last_day)
    yield say(f"Kỳ báo cáo: từ {first} đến {last}", f"Period: {first} to {last}")
    seen = snapshot.observations
    dated = sorted((one.as_of for one in seen if one.as_of.is_day), key=lambda when: when.sort_key)
    if dated:
        undated = len(seen) - len(dated)
        more = say(f"; {undated} số liệu không nêu rõ ngày", f"; {plural(undated, 'figure')} without an exact day")
        days = say.interval(dated[0], dated[-1])
        yield f"{say('Số liệu tính đến', 'Figures as of')}: {days}{more if undated else ''}"
    indicators, sources = len({one.indicator.id for one in seen}), len({one.source.id for one in seen})
    yield say(
        f"{len(seen)} số liệu, {indicators} chỉ tiêu, {sources} nguồn",
        f"{plural(len(seen), 'figure')}, {plural(indicators, 'indicator')}, {plural(sources, 'source')}",
    )
    yield say.data(data)


def _changed(old: Snapshot, new: Snapshot, definitions: Definitions, say: Phrases) -> Iterator[Section]:
    """What changed since the previous snapshot; the obligations have a section of their own."""
    before = say.quarter(old.period)
    since = say(f"So với {before}", f"Since {before}")
    for heading, blocks in diff_sections(view_diff(old, new, definitions, (), say.lang)):
        yield Section(f"{since}: {heading[:1].lower()}{heading[1:]}" if heading else since, blocks)


def _figures(table: ObservationTable) -> Iterator[Section]:
    """One section an indicator: its figures, then who is outstanding, exempt or unknown by name."""
    columns = table.say.columns(CELLS)
    for indicator, views in table.by_indicator():
        name = table.say.indicator(indicator)
        figures = without_empty_columns(Table(columns, tuple(map(table.row, views)), name))
        named = (block for view in views for block in _named(view, table))
        yield Section(name, (figures, *named, *_unknown(views, table)))


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


def _obligations(verdicts: Sequence[Verdict], say: Phrases) -> Section:
    """What was due, and how it stands by the end of the quarter; the missed first."""
    heading = say("Nhiệm vụ có thời hạn", "Obligations")
    if not verdicts:
        nothing = say("Chưa có thông tin về nhiệm vụ nào trong quý.", "No obligation is known in the quarter.")
        return Section(heading, (Paragraph(nothing),))
    return Section(heading, (obligation_table(in_order_of_weight(verdicts), say, heading),))
