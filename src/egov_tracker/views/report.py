"""The written report of a quarter: figures, who is late, obligations, footnotes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.text.dates import parse_as_of
from egov_tracker.views import phrases
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.page import diff_sections
from egov_tracker.views.findings import view_contradictions
from egov_tracker.views.obligations import Verdict, view_duties
from egov_tracker.views.observation import RATIONALES, view_observations
from egov_tracker.views.page import Align, Items, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.status import Numbers, figure_text, outstanding_text, source_line, when_text, who

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Body
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.obligations import Duty
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block

FIGURES = (
    (("Cơ quan", "Bodies"), Align.LEFT, True),
    (("Số liệu", "Figure"), Align.LEFT, True),
    (("Tỷ lệ tính lại", "Rate, recomputed"), Align.RIGHT, False),
    (("Chưa hoàn thành", "Outstanding"), Align.LEFT, True),
    (("Đặc thù", "Exempt"), Align.RIGHT, False),
    (("Chưa rõ", "Unknown"), Align.RIGHT, False),
    (("Tính đến", "As of"), Align.LEFT, True),
    (("Nguồn", "Source"), Align.LEFT, True),
    (("Chú thích", "Notes"), Align.LEFT, True),
)
DUTIES = (
    (("Nhiệm vụ", "Task"), Align.LEFT, True),
    (("Cơ quan thực hiện", "By whom"), Align.LEFT, True),
    (("Thời hạn", "Due"), Align.LEFT, True),
    (("Mục tiêu", "Target"), Align.LEFT, True),
    (("Kết quả", "Result"), Align.LEFT, True),
    (("Căn cứ", "Evidence"), Align.LEFT, True),
)
NOT_DONE = (
    (State.OUTSTANDING, ("Chưa hoàn thành", "Outstanding")),
    (State.EXEMPT, ("Đặc thù, không phải thực hiện", "Exempt")),
)
VERDICTS = {
    Verdict.MISSED: ("không đạt khi đến hạn", "missed when due"),
    Verdict.MET_LATE: ("đạt, sau thời hạn", "met after it was due"),
    Verdict.MET: ("đạt", "met"),
    Verdict.OPEN: ("chưa đạt, số liệu trước thời hạn", "not met by figures from before it was due"),
    Verdict.UNKNOWN: ("không có số liệu để kết luận", "no figure tells"),
}


def report_page(
    snapshots: Sequence[Snapshot],
    definitions: Definitions,
    obligations: Sequence[PlacedObligation],
    data: str,
    lang: Lang,
) -> Page:
    """The report of the last of these quarters; the earlier ones are evidence for the obligations."""
    snapshot = snapshots[-1]
    open_questions = view_contradictions(snapshots, definitions, lang)
    views = view_observations(snapshot.observations, definitions, lang, open_questions)
    numbers = Numbers(views)
    changed = _changed(snapshots[-2], snapshot, definitions, lang) if len(snapshots) > 1 else ()
    sections = (*_figures(views, numbers, lang), *changed, _duties(view_duties(obligations, snapshots), lang))
    period = phrases.quarter(snapshot.period, lang)
    return Page(
        lang=lang,
        title=phrases.pick(
            (f"Báo cáo tình hình thực hiện Nghị quyết 36a, {period}", f"Report on Resolution 36a, {period}"), lang
        ),
        lead=tuple(_lead(snapshot, data, lang)),
        sections=sections,
        footnotes=numbers.footnotes,
        sources=tuple(source_line(number, source, lang) for source, number in numbers.sources),
        headings=phrases.headings(lang),
    )


def _lead(snapshot: Snapshot, data: str, lang: Lang) -> Iterator[str]:
    """The period, the days that its figures speak of, how many there are of what, and the data in use."""
    seen = snapshot.observations
    first, last = (
        phrases.day(parse_as_of(str(day)), lang) for day in (snapshot.period.first_day, snapshot.period.last_day)
    )
    dated = sorted((one.as_of for one in seen if one.as_of.is_day), key=lambda when: when.sort_key)
    undated = len(seen) - len(dated)
    yield phrases.pick((f"Kỳ báo cáo: từ {first} đến {last}", f"Period: {first} to {last}"), lang)
    if dated:
        since, until = phrases.day(dated[0], lang), phrases.day(dated[-1], lang)
        more = (
            (f"; {undated} số liệu không in rõ ngày", f"; {undated} figures print no exact day")
            if undated
            else ("", "")
        )
        pair = (f"Số liệu tính đến: {since} – {until}{more[0]}", f"Figures as of: {since} – {until}{more[1]}")
        yield phrases.pick(pair, lang)
    indicators, sources = {one.indicator.id for one in seen}, {one.source.id for one in seen}
    counts = len(seen), len(indicators), len(sources)
    yield phrases.pick(
        ("{} số liệu, {} chỉ tiêu, {} nguồn".format(*counts), "{} figures, {} indicators, {} sources".format(*counts)),
        lang,
    )
    yield f"{phrases.pick(('Dữ liệu', 'Data'), lang)}: {data}"


def _changed(old: Snapshot, new: Snapshot, definitions: Definitions, lang: Lang) -> Iterator[Section]:
    """What changed since the previous snapshot; the obligations have a section of their own."""
    before = phrases.quarter(old.period, lang)
    since = phrases.pick((f"So với {before}", f"Since {before}"), lang)
    for section in diff_sections(view_diff(old, new, definitions, (), lang), lang):
        yield Section(
            f"{since}: {section.heading[:1].lower()}{section.heading[1:]}" if section.heading else since, section.blocks
        )


def _figures(views: Sequence[ObservationView], numbers: Numbers, lang: Lang) -> Iterator[Section]:
    """One section an indicator: its figures, then who is outstanding, exempt or unknown by name."""
    columns = phrases.columns(FIGURES, lang)
    for indicator in {view.observation.indicator.id: view.observation.indicator for view in views}.values():
        mine = [view for view in views if view.observation.indicator.id == indicator.id]
        name = phrases.indicator(indicator, lang)
        blocks: list[Block] = [_without_empty(Table(columns, tuple(_row(view, numbers, lang) for view in mine), name))]
        blocks += [block for view in mine for block in _named(view, numbers, lang)]
        yield Section(name, (*blocks, *_unknown(mine, lang)))


def _without_empty(table: Table) -> Table:
    """The table without the columns in which nothing stands."""
    kept = [location for location in range(len(table.columns)) if any(row[location] for row in table.rows)]
    rows = tuple(tuple(row[location] for location in kept) for row in table.rows)
    return Table(tuple(table.columns[location] for location in kept), rows, table.caption)


def _row(view: ObservationView, numbers: Numbers, lang: Lang) -> tuple[str, ...]:
    seen, counted = view.observation, view.counts
    return (
        who(seen, lang),
        figure_text(seen, lang),
        _rate(view, lang),
        outstanding_text(seen, lang),
        str(seen.exempt.total) if seen.exempt else "",
        str(counted.unknown) if counted and counted.unknown else "",
        when_text(seen, lang),
        f"{numbers.source(view)} {seen.at}",
        numbers.of(view),
    )


def _rate(view: ObservationView, lang: Lang) -> str:
    if view.observation.base and view.percent is not None:
        return f"{phrases.number(view.percent, lang, 2)}%"
    return ""


def _named(view: ObservationView, numbers: Numbers, lang: Lang) -> Iterator[Block]:
    """The bodies that are not done, by name; those whom the source only counts, as a count."""
    points = tuple(_points(view.counts, lang)) if view.counts else ()
    if points:
        yield Paragraph(f"{who(view.observation, lang)}, {when_text(view.observation, lang)} {numbers.source(view)}:")
        yield Items(points)


def _points(counted: Counts, lang: Lang) -> Iterator[str]:
    for state, pair in NOT_DONE:
        if bodies := counted.bodies(state):
            names = "; ".join(_name(status.body, lang, inferred=status.inferred) for status in bodies)
            yield f"{phrases.pick(pair, lang)} ({len(bodies)}): {names}."
    if counted.unnamed:
        yield phrases.pick(_unnamed(counted.unnamed), lang)


def _unknown(views: Sequence[ObservationView], lang: Lang) -> Iterator[Block]:
    """Why nothing can be said of the bodies that are counted as unknown, reason by reason."""
    reasons: dict[Rationale, list[str]] = {}
    for view in views:
        if view.counts and view.counts.unknown and view.counts.rationale is not Rationale.NAMED:
            location = f"{who(view.observation, lang)} {when_text(view.observation, lang)} ({view.counts.unknown})"
            reasons.setdefault(view.counts.rationale, []).append(location)
    if reasons:
        heading = ("Chưa rõ từng cơ quan (số cơ quan trong ngoặc):", "Unknown one by one (how many in brackets):")
        yield Paragraph(phrases.pick(heading, lang))
        yield Items(
            tuple(f"{'; '.join(them)}: {phrases.pick(RATIONALES[why], lang)}." for why, them in reasons.items())
        )


def _name(body: Body, lang: Lang, *, inferred: bool) -> str:
    mark = phrases.pick((" (suy ra)", " (inferred)"), lang) if inferred else ""
    return phrases.body(body, lang) + mark


def _unnamed(count: int) -> tuple[str, str]:
    return (
        f"Nguồn còn tính {count} cơ quan chưa hoàn thành mà không nêu tên.",
        f"The source counts {count} more outstanding, whom it does not name.",
    )


def _duties(duties: Sequence[Duty], lang: Lang) -> Section:
    """What was due, and whether the figures show it done."""
    heading = phrases.pick(("Nhiệm vụ có thời hạn", "Obligations"), lang)
    if not duties:
        nothing = ("Không có nhiệm vụ nào được biết đến trong quý.", "No obligation is known in the quarter.")
        return Section(heading, (Paragraph(phrases.pick(nothing, lang)),))
    rows = tuple(_duty_row(duty, lang) for duty in duties)
    return Section(heading, (Table(phrases.columns(DUTIES, lang), rows, heading),))


def _duty_row(duty: Duty, lang: Lang) -> tuple[str, ...]:
    obligation = duty.obligation
    due = phrases.day(obligation.due, lang)
    return (
        obligation.what_en if lang is Lang.EN else obligation.what_vi,
        obligation.by,
        phrases.pick((f"trước {due}", f"before {due}"), lang) if obligation.before else due,
        _target(obligation, lang),
        phrases.pick(VERDICTS[duty.verdict], lang),
        _evidence(duty.evidence, lang) if duty.evidence else "",
    )


def _target(obligation: Obligation, lang: Lang) -> str:
    """The target as printed; where a list of bodies is measured and none is printed, every body."""
    if obligation.target:
        return obligation.target.printed
    return phrases.pick(("mọi cơ quan", "every body"), lang) if obligation.indicator else ""


def _evidence(seen: Observation, lang: Lang) -> str:
    said = figure_text(seen, lang) or outstanding_text(seen, lang)
    return f"{said}, {phrases.day(seen.as_of, lang)} ({seen.period}/{seen.source.id}, {seen.at})"
