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
from egov_tracker.views.page import Align, Items, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block

FIGURES = (
    *CELLS[:2],
    (("Tỷ lệ tính lại", "Rate, recomputed"), Align.RIGHT, False),
    CELLS[3],
    (("Đặc thù", "Exempt"), Align.RIGHT, False),
    (("Chưa rõ", "Unknown"), Align.RIGHT, False),
    *CELLS[6:],
)
NOT_DONE = (
    (State.OUTSTANDING, ("Chưa hoàn thành", "Outstanding")),
    (State.EXEMPT, ("Đặc thù", "Exempt")),
)


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
    period = say.quarter(snapshot.period)
    return Page(
        lang=lang,
        title=say(f"Báo cáo tình hình thực hiện Nghị quyết 36a, {period}", f"Report on Resolution 36a, {period}"),
        lead=tuple(_lead(snapshot, data, say)),
        sections=(*_figures(table), *changed, _obligations(verdicts, say)),
        footnotes=table.footnotes,
        sources=table.sources,
        headings=say.headings,
    )


def _lead(snapshot: Snapshot, data: str, say: Phrases) -> Iterator[str]:
    """The period, the days that its figures speak of, how many there are of what, and the data in use."""
    first, last = say.day(snapshot.period.first_day), say.day(snapshot.period.last_day)
    yield say(f"Kỳ báo cáo: từ {first} đến {last}", f"Period: {first} to {last}")
    seen = snapshot.observations
    dated = sorted((one.as_of for one in seen if one.as_of.is_day), key=lambda when: when.sort_key)
    if dated:
        span = f"{say.day(dated[0])} – {say.day(dated[-1])}"
        undated = len(seen) - len(dated)
        more = say(f"; {undated} số liệu không in rõ ngày", f"; {undated} figures print no exact day")
        yield f"{say('Số liệu tính đến', 'Figures as of')}: {span}{more if undated else ''}"
    indicators, sources = {one.indicator.id for one in seen}, {one.source.id for one in seen}
    counts = len(seen), len(indicators), len(sources)
    yield say(
        "{} số liệu, {} chỉ tiêu, {} nguồn".format(*counts), "{} figures, {} indicators, {} sources".format(*counts)
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
    columns = table.say.columns(FIGURES)
    for indicator, views in table.by_indicator():
        name = table.say.indicator(indicator)
        figures = without_empty_columns(Table(columns, tuple(map(table.row, views)), name))
        named = (block for view in views for block in _named(view, table))
        yield Section(name, (figures, *named, *_unknown(views, table.say)))


def _named(view: ObservationView, table: ObservationTable) -> Iterator[Block]:
    """The bodies that are not done, by name; those whom the source only counts, as a count."""
    points = tuple(_points(view.observation, view.counts, table.say)) if view.counts else ()
    if points:
        yield table.introduce(view)
        yield Items(points)


def _points(seen: Observation, counted: Counts, say: Phrases) -> Iterator[str]:
    says = {State.EXEMPT: seen.exempt.says} if seen.exempt and seen.exempt.says else {}
    for state, pair in NOT_DONE:
        if bodies := counted.bodies(state):
            names = "; ".join(say.body(status.body, inferred=status.inferred) for status in bodies)
            quoted = f"; {say('nguồn ghi', 'the source says')}: “{says[state]}”" if state in says else ""
            yield f"{say(*pair)} ({len(bodies)}): {names}{quoted}."
    if unnamed := counted.unnamed:
        yield say(
            f"Nguồn còn tính {unnamed} cơ quan chưa hoàn thành mà không nêu tên.",
            f"The source counts {unnamed} more outstanding, whom it does not name.",
        )


def _unknown(views: Sequence[ObservationView], say: Phrases) -> Iterator[Block]:
    """Why nothing can be said of the bodies that are counted as unknown, reason by reason."""
    reasons: dict[Rationale, list[str]] = {}
    for view in views:
        if view.counts and view.counts.unknown and view.counts.rationale is not Rationale.NAMED:
            where = f"{say.who(view.observation)} {say.when(view.observation)} ({view.counts.unknown})"
            reasons.setdefault(view.counts.rationale, []).append(where)
    if reasons:
        yield Paragraph(
            say("Chưa rõ từng cơ quan (số cơ quan trong ngoặc):", "Unknown one by one (how many in brackets):")
        )
        yield Items(tuple(f"{'; '.join(them)}: {say(*RATIONALES[why])}." for why, them in reasons.items()))


def _obligations(verdicts: Sequence[Verdict], say: Phrases) -> Section:
    """What was due, and how it stands by the end of the quarter; the missed first."""
    heading = say("Nhiệm vụ có thời hạn", "Obligations")
    if not verdicts:
        nothing = say("Không có nhiệm vụ nào được biết đến trong quý.", "No obligation is known in the quarter.")
        return Section(heading, (Paragraph(nothing),))
    return Section(heading, (obligation_table(in_order_of_weight(verdicts), say, heading),))
