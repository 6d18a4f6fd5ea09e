"""The written report of a quarter: figures, who is late, obligations, footnotes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.page import diff_sections
from egov_tracker.views.findings import view_contradictions
from egov_tracker.views.obligations import Verdict, view_duties
from egov_tracker.views.observation import RATIONALES, view_observations
from egov_tracker.views.observation_table import CELLS, ObservationTable, without_empty_columns
from egov_tracker.views.page import Align, Items, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases, plural, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.obligations import Duty
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block

DUTIES = (
    (("Nhiệm vụ", "Task"), Align.LEFT, True),
    (("Cơ quan thực hiện", "By whom"), Align.LEFT, True),
    (("Thời hạn", "Due"), Align.LEFT, True),
    (("Mục tiêu", "Target"), Align.LEFT, True),
    (("Kết quả", "Result"), Align.LEFT, True),
    (("Căn cứ", "Evidence"), Align.LEFT, True),
)
NAMED = (State.OUTSTANDING, State.EXEMPT)
VERDICTS = {
    Verdict.MISSED: ("không hoàn thành đúng hạn", "missed when due"),
    Verdict.MET_LATE: ("hoàn thành quá hạn", "met after it was due"),
    Verdict.MET: ("hoàn thành", "met"),
    Verdict.OPEN: ("chưa hoàn thành, theo số liệu trước thời hạn", "not met by figures from before it was due"),
    Verdict.UNKNOWN: ("chưa đủ số liệu để kết luận", "no figure to judge by"),
}


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
    changed = _changed(snapshots[-2], snapshot, definitions, say) if len(snapshots) > 1 else ()
    period = say.quarter_in_title(snapshot.period)
    return Page(
        lang=lang,
        title=say(
            f"Báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP {period}",
            f"Report on the implementation of Resolution 36a/NQ-CP, {period}",
        ),
        lead=tuple(_lead(snapshot, data, say)),
        sections=(*_figures(table), *changed, _duties(view_duties(obligations, snapshots), say)),
        footnotes=table.footnotes,
        sources=table.sources,
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
        yield Section(name, (figures, *named, *_unknown(views, table.say)))


def _named(view: ObservationView, table: ObservationTable) -> Iterator[Block]:
    """The outstanding and exempt bodies by name, and how many more the source counts without naming them."""
    points = tuple(_points(view.counts, table.say)) if view.counts else ()
    if points:
        yield table.introduce(view)
        yield Items(points)


def _points(counted: Counts, say: Phrases) -> Iterator[str]:
    for state in NAMED:
        if statuses := counted.bodies(state):
            yield f"{say.state(state)} ({len(statuses)}): {say.statuses(statuses)}."
    if counted.unnamed:
        yield sentence(say.more_unnamed(counted.unnamed, State.OUTSTANDING))


def _unknown(views: Sequence[ObservationView], say: Phrases) -> Iterator[Block]:
    """For each rationale, the observations of which the state of some bodies is unknown, and how many bodies."""
    reasons: dict[Rationale, list[str]] = {}
    for view in views:
        if view.counts and view.counts.unknown and view.counts.rationale is not Rationale.NAMED:
            where = f"{say.who(view.observation)} {say.when(view.observation)} ({view.counts.unknown})"
            reasons.setdefault(view.counts.rationale, []).append(where)
    if reasons:
        yield Paragraph(
            say(
                "Chưa xác định được từng cơ quan (trong ngoặc là số cơ quan):",
                "Not known body by body (how many in brackets):",
            )
        )
        yield Items(tuple(f"{'; '.join(them)}: {say(*RATIONALES[why])}." for why, them in reasons.items()))


def _duties(duties: Sequence[Duty], say: Phrases) -> Section:
    """What was due, and whether the figures show it done."""
    heading = say("Nhiệm vụ có thời hạn", "Obligations")
    if not duties:
        nothing = say("Chưa có thông tin về nhiệm vụ nào trong quý.", "No obligation is known in the quarter.")
        return Section(heading, (Paragraph(nothing),))
    rows = tuple(_duty_row(duty, say) for duty in duties)
    return Section(heading, (Table(say.columns(DUTIES), rows, heading),))


def _duty_row(duty: Duty, say: Phrases) -> tuple[str, ...]:
    obligation = duty.obligation
    return (
        say.task(obligation),
        obligation.by,
        say.due(obligation),
        _target(obligation, say),
        say(*VERDICTS[duty.verdict]),
        _evidence(duty.evidence, say) if duty.evidence else "",
    )


def _target(obligation: Obligation, say: Phrases) -> str:
    """The target as printed; without one, every body is expected if an indicator measures it."""
    if obligation.target:
        return obligation.target.printed
    return say("tất cả các cơ quan", "every body") if obligation.indicator else ""


def _evidence(seen: Observation, say: Phrases) -> str:
    figure = say.figure(seen) or say.outstanding(seen)
    return f"{figure}, {say.day(seen.as_of)} ({seen.period}/{seen.source.id}, {seen.at})"
