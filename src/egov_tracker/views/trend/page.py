"""The page of a trend: a chart for each line, every row of which says what is printed, or what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import Pair
from egov_tracker.inference.comparability import points_between, units_between
from egov_tracker.inference.trend import Break, Gap, Mark, Target
from egov_tracker.views.diff.phrases import reasons_text
from egov_tracker.views.obligations import due_text, outcome_text
from egov_tracker.views.observation import view_observations
from egov_tracker.views.observation_table import ObservationTable
from egov_tracker.views.page import RIGID, Across, Align, Chart, Drawn, Items, Page, Paragraph, Section, Strip
from egov_tracker.views.phrases import Phrases, plural
from egov_tracker.views.trend.bars import legend_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.inference.timeline import Step
    from egov_tracker.inference.trend import Row
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block, Lang
    from egov_tracker.views.trend.bars import Bar
    from egov_tracker.views.trend.lines import Line, Subject, TrendView

COLUMNS = (
    (("Tính đến", "As of"), Align.LEFT),
    (("Nguồn nêu", "As printed"), Align.LEFT),
    (("Hình", "Bar"), Align.LEFT, RIGID),
    (("Thay đổi", "Change"), Align.RIGHT),
    (("Chưa hoàn thành", "Outstanding"), Align.LEFT),
    (("Nguồn", "Source"), Align.LEFT),
)
BAR = 2


def trend_page(trend: TrendView, definitions: Definitions, data: str, lang: Lang) -> Page:
    """The lines of a subject as a page."""
    say = Phrases(lang)
    seen = [one for line in trend.lines for mark in (*line.marks, *line.undated) for one in mark.witnesses]
    views = view_observations(seen, definitions, lang)
    table = ObservationTable(views, say)
    writer = _Writer(trend.subject, {view.observation.location: view for view in views}, table, say)
    return Page(
        lang=lang,
        title=subject_name(trend.subject, say),
        lead=(say.data(data),),
        sections=tuple(writer.sections(trend)),
        footnotes=table.footnotes,
        sources=table.sources,
        source_keys=table.source_keys,
        headings=say.headings,
    )


def subject_name(subject: Subject, say: Phrases) -> str:
    """What the catalogue calls an indicator or a series; without a name of its own, a series is its indicators."""
    first = subject.indicators[0]
    if subject.is_series and first.series_vi and first.series_en:
        return say(first.series_vi, first.series_en)
    return "; ".join(map(say.indicator, subject.indicators))


class _Writer:
    def __init__(
        self, subject: Subject, views: Mapping[Location, ObservationView], table: ObservationTable, say: Phrases
    ) -> None:
        self.subject, self.views, self.table, self.say = subject, views, table, say

    def sections(self, trend: TrendView) -> Iterator[Section]:
        say = self.say
        definitions = [
            Paragraph(f"{say.indicator(one)}: {say(one.definition_vi, one.definition_en)}".strip())
            for one in trend.subject.indicators
        ]
        legend = legend_of(
            (bar for line in trend.lines for bar in line.bars), say, of_bodies=trend.subject.is_of_bodies
        )
        yield Section("", (*definitions, *([legend] if legend else [])))
        for line in trend.lines:
            yield Section(self.name(line.first), tuple(self.blocks(line)))
        if trend.others:
            heading = say("Nhiệm vụ, thời hạn khác", "Other obligations")
            yield Section(heading, (Items(tuple(target_text(Target(one), say) for one in trend.others)),))

    def name(self, seen: Observation) -> str:
        """Of whom a line speaks."""
        return self.say.who(seen, short=False)

    def blocks(self, line: Line) -> Iterator[Block]:
        say = self.say
        entries = tuple(self.entries(line))
        name = f"{subject_name(self.subject, say)}, {self.name(line.first)}"
        yield Chart(say.columns(COLUMNS), entries, name, BAR).without_empty_columns
        if line.repeated:
            yield Paragraph(
                say(
                    f"{line.repeated} số liệu chỉ nhắc lại văn bản khác, không tính là nguồn riêng.",
                    f"{plural(line.repeated, 'figure')} left out: they only repeat another document.",
                )
            )

    def entries(self, line: Line) -> Iterator[Across | Drawn]:
        """Every row; of a series, the indicator stands above its figures where no break has just said it."""
        bars = iter(line.bars)
        said = None if self.subject.is_series else self.subject.indicators[0]
        for row in (*line.rows, *line.undated):
            if isinstance(row, Break):
                said = row.step.new.observation.indicator
            elif isinstance(row, Mark) and row.observation.indicator is not said:
                said = row.observation.indicator
                yield Across(Strip.HEADING, self.say.indicator(said))
            yield self.entry(row, next(bars, None) if isinstance(row, Mark) else None)

    def entry(self, row: Row, bar: Bar | None) -> Across | Drawn:
        """A row in words."""
        match row:
            case Mark():
                return Drawn(self.cells(row), bar)
            case Gap():
                return Across(Strip.GAP, gap_text(row, self.say))
            case Break(step):
                return Across(Strip.BREAK, break_text(step, self.say))
            case Target():
                return Across(Strip.TARGET, target_text(row, self.say))

    def cells(self, mark: Mark) -> tuple[str, ...]:
        """The texts of a figure under `COLUMNS`; who names only bodies prints no figure, but a list."""
        say, seen = self.say, mark.observation
        return (
            say.when(seen),
            say.figure(seen) or say("danh sách", "list"),
            "",
            change_text(mark.joined, say) if mark.joined else "",
            say.outstanding(seen),
            self.sources(mark),
        )

    def sources(self, mark: Mark) -> str:
        """Where all that say the same print it, and how many they are; of a rival, that it differs from those above."""
        rows = (self.table.row(self.views[one.location]) for one in mark.witnesses)
        places = "; ".join(" ".join(cell for cell in row[-2:] if cell) for row in rows)
        several = len(mark.witnesses)
        agreeing = f"{self.say(f'{several} nguồn', plural(several, 'source'))}: " if several > 1 else ""
        rival = self.say("khác nguồn trên: ", "differs from the source above: ") if mark.rival else ""
        return f"{rival}{agreeing}{places}"


def change_text(step: Step, say: Phrases) -> str:
    """By how much a figure differs from the one before, from which it may be subtracted."""
    old, new = step.old.observation, step.new.observation
    units, points = units_between(old, new), points_between(old, new)
    if units is not None:
        return say.signed(units) if units else "="
    if not points:
        return "="
    return f"{say.signed(points)} {say('điểm %', 'points')}"


def break_text(step: Step, say: Phrases) -> str:
    """That two figures must not be compared, and why."""
    pair = Pair(step.old.observation, step.new.observation)
    why = reasons_text(step.reasons, pair, say)
    return say(f"Không so sánh được với số liệu trên: {why}", f"Not comparable with the figure above: {why}")


def gap_text(gap: Gap, say: Phrases) -> str:
    """How many quarters have no figure, which of them have a snapshot, and which print one without a date."""
    number = len(gap.quarters)
    head = say(f"{number} quý không có số liệu", f"{plural(number, 'quarter')} without a figure")
    dated = say(" kèm ngày", " with a date") if gap.undated else ""
    there = _runs([one for one in gap.quarters if one in gap.present])
    if not there:
        which = say("bộ dữ liệu chưa có", "not in the ledger")
    else:
        names = "" if len(gap.present) == number else f" {', '.join(_span(run, say) for run in there)}"
        which = say(
            f"bộ dữ liệu có{names}, không nguồn nào nêu{dated}",
            f"the ledger has{names or ' them'}, no source prints it{dated}",
        )
    undated = ", ".join(_span((one,), say) for one in sorted(gap.undated))
    below = say(f"; {undated}: không rõ ngày, xem dưới", f"; {undated}: date unknown, see below") if undated else ""
    return f"{head} ({_span(gap.quarters, say)}): {which}{below}"


def _runs(quarters: Sequence[Quarter]) -> list[tuple[Quarter, ...]]:
    """The quarters, those that follow each other together."""
    found: list[tuple[Quarter, ...]] = []
    for one in quarters:
        if found and found[-1][-1].next == one:
            found[-1] = (*found[-1], one)
        else:
            found.append((one,))
    return found


def _span(quarters: Sequence[Quarter], say: Phrases) -> str:
    """The first and the last of quarters that follow each other: III/2016–I/2017, Q3 2016–Q1 2017."""
    first, last = (say.quarter(one).removeprefix("quý ") for one in (quarters[0], quarters[-1]))
    return first if first == last else f"{first}–{last}"


def target_text(target: Target, say: Phrases) -> str:
    """What was due, when, under which document, and the verdict."""
    obligation = target.verdict.obligation
    aim = f" ({say.printed(obligation.target.printed)})" if obligation.target else ""
    due = f"{say('Hạn', 'Due')} {due_text(obligation, say)}"
    if not target.day:
        due = say("Không nêu thời hạn", "No due date stated")
    what = f"{say.task(obligation)}{aim} ({say.by(obligation)})"
    return f"{due}: {what}; {say.document(obligation.under)} → {outcome_text(target.verdict, say)}"
