"""The page of one body: its names and life, a matrix of signs, what every source says of it, and what it was asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.body_history import BodyHistories, line_of
from egov_tracker.inference.body_obligations import Timing, bind, judge_own, obligations_on, timing_of
from egov_tracker.inference.obligations import History
from egov_tracker.inference.reminders import all_reminders, reminders_of, select
from egov_tracker.values import NamedTuple
from egov_tracker.views.body_signs import IN_BRACKETS, MEANINGS, sign_rows, state_text
from egov_tracker.views.lineage import life_of
from egov_tracker.views.obligations import due_text, in_order_of_weight, outcome_text
from egov_tracker.views.observation_table import without_empty_columns
from egov_tracker.views.page import (
    Across,
    Align,
    Chart,
    Column,
    Drawn,
    Items,
    Lang,
    Page,
    Paragraph,
    Section,
    Strip,
    Table,
)
from egov_tracker.views.phrases import Phrases, plural
from egov_tracker.views.references import References
from egov_tracker.views.reminders import RemindersView, reminder_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_history import Account, BodyHistory, Line
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.reminders import Reminded
    from egov_tracker.model.findings import Location
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.body_signs import SignRow
    from egov_tracker.views.page import Block

Told: TypeAlias = "dict[Location, tuple[Account, Timing | None]]"

QUARTERS = 16  # columns of signs that fit beside each other
ACCOUNTS = (
    (("Tính đến", "As of"), Align.LEFT),
    (("Trạng thái", "State"), Align.LEFT),
    (("Nguồn viết", "As printed"), Align.LEFT),
    (("Nguồn", "Source"), Align.LEFT),
    (("Chú thích", "Notes"), Align.LEFT),
)
OBLIGATIONS = (
    (("Nhiệm vụ", "Task"), Align.LEFT),
    (("Thời hạn", "Due"), Align.LEFT),
    (("Theo văn bản", "Under"), Align.LEFT),
    (("Kết quả", "Result"), Align.LEFT),
    (("Căn cứ", "Evidence"), Align.LEFT),
)
FIGURES = (
    (("Tính đến", "As of"), Align.LEFT),
    (("Chỉ tiêu", "Indicator"), Align.LEFT),
    (("Số liệu", "Figure"), Align.LEFT),
    (("Nguồn", "Source"), Align.LEFT),
    (("Chú thích", "Notes"), Align.LEFT),
)


class AgencyView(NamedTuple):
    """What a ledger knows of one body.

    `timings` stand beside the accounts of the history. `verdicts` are on what the body can be judged on by itself,
    `shared` are the other obligations of its groups.
    """

    history: BodyHistory
    quarters: tuple[Quarter, ...]
    timings: tuple[Timing | None, ...]
    signs: tuple[SignRow, ...]
    verdicts: tuple[Verdict, ...]
    shared: tuple[PlacedObligation, ...]
    reminded: tuple[Reminded, ...]
    registry: Registry
    lang: Lang

    @property
    def body(self) -> Body:
        """The body."""
        return self.history.body

    @property
    def told(self) -> tuple[tuple[Account, Timing | None], ...]:
        """Each account with its timing."""
        return tuple(zip(self.history.accounts, self.timings, strict=True))

    @property
    def timing_by_place(self) -> dict[Location, Timing | None]:
        """The timing of each account by the place of its observation."""
        return {account.observation.location: timing for account, timing in self.told}


class AgencyViews:
    """The views of any number of bodies of one ledger, out of one walk through its snapshots."""

    def __init__(
        self,
        snapshots: Sequence[Snapshot],
        definitions: Definitions,
        obligations: Sequence[PlacedObligation],
        lang: Lang,
    ) -> None:
        self._definitions = definitions
        self._bindings = bind(obligations, definitions.registry, definitions.catalogue)
        self._lang = lang
        self.histories = BodyHistories(tuple(snapshots), definitions.registry)
        self._evidence = History(tuple(snapshots), definitions.registry)
        self._quarters = tuple(snapshot.period for snapshot in snapshots)

    def of(self, body: Body) -> AgencyView:
        """The view of one body, at the end of the last quarter of the ledger."""
        catalogue = self._definitions.catalogue
        history = self.histories.of(body)
        own, shared = self._obligations_on(body)
        timings = tuple(timing_of(account, own) for account in history.accounts)
        return AgencyView(
            history,
            self._quarters,
            timings,
            sign_rows(history, timings, self._quarters, catalogue),
            judge_own(own, self._evidence, self._quarters[-1]) if self._quarters else (),
            shared,
            self._reminded.get(body.id, ()) if "_reminded" in self.__dict__ else reminders_of(history),
            self._definitions.registry,
            self._lang,
        )

    def reminders(self, indicators: Sequence[str], bodies: Sequence[str] | None, at_least: int) -> RemindersView:
        """Who was reminded of these indicators, of all where there are none, at least so often."""
        found = select((one for some in self._reminded.values() for one in some), indicators, bodies, at_least)
        timings: dict[tuple[str, Location], Timing | None] = {}
        for body in {one.body.id: one.body for one in found}.values():
            own, _ = self._obligations_on(body)
            for account in self.histories.of(body).accounts:
                timings[body.id, account.observation.location] = timing_of(account, own)
        whole = not indicators and bodies is None and at_least == 1
        return RemindersView(found, timings, at_least, whole, self._lang)

    @cached_property
    def _reminded(self) -> dict[str, tuple[Reminded, ...]]:
        """What each body was reminded of, in the order of the registry."""
        found: dict[str, tuple[Reminded, ...]] = {}
        for one in all_reminders(self.histories):
            found[one.body.id] = (*found.get(one.body.id, ()), one)
        return found

    def _obligations_on(self, body: Body) -> tuple[tuple[PlacedObligation, ...], tuple[PlacedObligation, ...]]:
        return obligations_on(body, self._bindings, self._definitions.registry)


def agency_page(view: AgencyView, data: str) -> Page:
    """What is known of one body: its life, signs by quarter, what each source says, obligations, reminders."""
    say = Phrases(view.lang)
    references = References(say)
    sections = tuple(_sections(view, say, references))
    return Page(
        lang=view.lang,
        title=say.body(view.body),
        lead=(say.data(data),),
        sections=sections,
        footnotes=references.footnotes,
        sources=references.sources,
        source_keys=references.source_keys,
        headings=say.headings,
    )


def _sections(view: AgencyView, say: Phrases, references: References) -> Iterator[Section]:
    yield Section(say("Tên gọi và quá trình", "Names and life"), (Items(life_of(view.body, view.registry, say)),))
    if view.signs:
        yield Section(say("Theo quý", "By quarter"), tuple(_matrix(view, say)))
    yield Section(say("Nguồn nói gì", "What the sources say"), tuple(_told(view, say, references)))
    if view.history.figures:
        heading = say("Số liệu riêng của cơ quan", "Figures of its own")
        rows = tuple(_figure_row(seen, say, references) for seen in view.history.figures)
        yield Section(heading, (without_empty_columns(Table(say.columns(FIGURES), rows, heading)),))
    yield from _obligations(view, say, references)
    if view.reminded:
        heading = say("Công văn, phụ lục nêu tên", "Letters and appendices that name it")
        yield Section(heading, (reminder_rows(view.reminded, say, references, heading, with_body=False),))


def _matrix(view: AgencyView, say: Phrases) -> Iterator[Block]:
    """Tables of some years each, the same rows in all, under a legend of the signs that occur."""
    used = {sign for row in view.signs for cell in row.signs for sign in cell.text}
    legend = [f"{sign} {say(*meaning)}" for sign, meaning in MEANINGS.items() if sign in used]
    yield Paragraph("; ".join([*legend, *([say(*IN_BRACKETS)] if "(" in used else [])]) + ".")
    styles = {cell.text: cell.style for row in view.signs for cell in row.signs if cell.text}
    for start in range(0, len(view.quarters), QUARTERS):
        span = view.quarters[start : start + QUARTERS]
        caption = say(f"Trạng thái theo quý, {span[0]}–{span[-1]}", f"State by quarter, {span[0]}–{span[-1]}")
        columns = (
            Column(say("Chỉ tiêu", "Indicator")),
            *(Column(f"{one.year % 100:02} Q{one.number}", Align.CENTER) for one in span),
        )
        rows = (
            (_subject(row, say), *(cell.text for cell in row.signs[start : start + QUARTERS])) for row in view.signs
        )
        yield Table(columns, tuple(rows), caption, styles)


def _subject(one: Observation | SignRow, say: Phrases) -> str:
    """What is measured: the indicator and its part."""
    part = say.breakdown(one.indicator, one.breakdown)
    return f"{say.indicator(one.indicator)}, {part}" if part else say.indicator(one.indicator)


def _told(view: AgencyView, say: Phrases, references: References) -> Iterator[Block]:
    """What each source says of the body, and how many figures of its groups say nothing of it."""
    if view.told:
        yield _accounts(view, say, references)
    silent = len(view.history.silent)
    if silent:
        other, do = say("khác ", "other ") if view.told else "", "does" if silent == 1 else "do"
        yield Paragraph(
            say(
                f"{silent} số liệu {other}của nhóm không cho biết về riêng cơ quan này.",
                f"{plural(silent, f'{other}figure')} of its groups {do} not tell of this body.",
            )
        )
    elif not view.told:
        yield Paragraph(say("Không nguồn nào nói về cơ quan này.", "No source says anything of this body."))


def _accounts(view: AgencyView, say: Phrases, references: References) -> Chart:
    """The accounts in the order of time, under the indicator that they speak of."""
    rows: dict[Line, list[tuple[str, ...]]] = {row.line: [] for row in view.signs}
    for account, timing in view.told:
        rows[line_of(account.observation)].append(_account_row(account, timing, say, references))
    entries: list[Across | Drawn] = []
    for row in view.signs:
        entries.append(Across(Strip.HEADING, _subject(row, say)))
        entries += map(Drawn, rows[row.line])
    caption = say("Nguồn nói gì", "What the sources say")
    return Chart(say.columns(ACCOUNTS), tuple(entries), caption).without_empty_columns


def _account_row(account: Account, timing: Timing | None, say: Phrases, references: References) -> tuple[str, ...]:
    seen = account.observation
    return (
        say.when(seen),
        state_text(account, timing, say),
        "; ".join(f"“{mention.printed}”" for mention in account.mentions),
        references.place(seen),
        references.notes(seen),
    )


def _figure_row(seen: Observation, say: Phrases, references: References) -> tuple[str, ...]:
    return (say.when(seen), _subject(seen, say), say.figure(seen), references.place(seen), references.notes(seen))


def _obligations(view: AgencyView, say: Phrases, references: References) -> Iterator[Section]:
    """What the body had to do, by its own state; of what its groups have to do together, only how much that is."""
    heading = say("Nhiệm vụ, xét theo trạng thái của riêng cơ quan", "Obligations, judged by its own state")
    blocks: list[Block] = []
    if view.verdicts:
        told = {account.observation.location: (account, timing) for account, timing in view.told}
        rows = (_obligation_row(verdict, told, say, references) for verdict in in_order_of_weight(view.verdicts))
        blocks.append(Table(say.columns(OBLIGATIONS), tuple(rows), heading))
    if view.shared:
        count = len(view.shared)
        blocks.append(
            Paragraph(
                say(
                    f"{count} nhiệm vụ khác giao chung cho nhóm, không xét được cho riêng cơ quan này.",
                    f"{plural(count, 'other obligation')} of its groups cannot be judged for this body alone.",
                )
            )
        )
    if blocks:
        yield Section(heading, tuple(blocks))


def _obligation_row(verdict: Verdict, told: Told, say: Phrases, references: References) -> tuple[str, ...]:
    obligation = verdict.obligation
    return (
        say.task(obligation),
        due_text(obligation, say),
        say.document(obligation.under),
        outcome_text(verdict, say),
        "; ".join(_grounds(verdict, told, say, references)),
    )


def _grounds(verdict: Verdict, told: Told, say: Phrases, references: References) -> Iterator[str]:
    """What the outcome rests on: the state of the body by the observations that decided, with date and place."""
    if verdict.settled:
        yield f"{say.day(verdict.settled.date)} ({verdict.settled.source}, {say.place(verdict.settled.at)})"
    for seen in (verdict.short, verdict.shown):
        if seen:
            yield f"{_state_at(seen, told, say)}, {say.days(seen)}, {references.place(seen)}"


def _state_at(seen: Observation, told: Told, say: Phrases) -> str:
    """The state of the body by an observation; what it prints where it does not tell that."""
    if seen.location not in told:
        return say.value(seen)
    account, timing = told[seen.location]
    return state_text(account, timing if timing is Timing.ON_TRIAL else None, say)
