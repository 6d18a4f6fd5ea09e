"""The first screen of a quarter: its leading figures, what changed, who is late, what is due next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.comparability import Reason
from egov_tracker.inference.obligations import Outcome
from egov_tracker.inference.outstanding import outstanding_bodies
from egov_tracker.model.terms import Bound, Kind
from egov_tracker.values import NamedTuple
from egov_tracker.views.headlines import fits, leading_observations
from egov_tracker.views.observation_table import YAML_LINE
from egov_tracker.views.page import RIGID, Across, Align, Chart, Drawn, Page, Paragraph, Section, Strip
from egov_tracker.views.phrases import Phrases, plural
from egov_tracker.views.trend.bars import Fill, Measure, draw_bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.headlines import Change
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.outstanding import Waiting
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.headlines import HeadlineView, QuarterView
    from egov_tracker.views.page import Lang
    from egov_tracker.views.status import Filters, StatusView
    from egov_tracker.views.trend.bars import Bar

COLUMNS = (
    (("Chỉ tiêu, cơ quan", "Indicator, bodies"), Align.LEFT),
    (("Số liệu", "Figure"), Align.LEFT),
    (("Hình", "Bar"), Align.LEFT, RIGID),
    (("Tỷ lệ", "Rate"), Align.RIGHT, RIGID),
    (("Chưa xong", "Not done"), Align.LEFT),
    (("Tính đến", "As of"), Align.LEFT),
    (("Thay đổi", "Change"), Align.LEFT),
    (("Thời hạn", "Due"), Align.LEFT),
    YAML_LINE,
)
BAR, BAR_WIDTH = 2, 6
WIDE = frozenset({"national", "all"})
INDENT = "\u00a0\u00a0"
OUTCOMES = {
    Outcome.MISSED: ("quá hạn {}", "missed {}"),
    Outcome.OVERDUE: ("quá hạn {}, chưa rõ", "past {}, unknown"),
    Outcome.MET_LATE: ("xong sau hạn {}", "done after {}"),
    Outcome.SHOWN_LATER: ("đã xong, hạn {}", "done, due {}"),
    Outcome.MET: ("đúng hạn {}", "met {}"),
    Outcome.OPEN: ("hạn {}", "due {}"),
    Outcome.NO_DUE_DATE: ("không nêu hạn", "no date"),
    Outcome.MOVED: ("đã dời hạn", "moved"),
}
REASONS = {
    Reason.BREAK_IN_SERIES: ("khác định nghĩa", "definition"),
    Reason.DIFFERENT_UNIVERSE: ("khác phạm vi", "universe"),
    Reason.DIFFERENT_N: ("khác tổng số", "different N"),
    Reason.DIFFERENT_INTERVAL: ("khác khoảng", "interval"),
    Reason.OTHER_FORM: ("khác dạng", "form"),
    Reason.APPROXIMATE: ("ước tính", "approximate"),
    Reason.UNDATED: ("không rõ ngày", "undated"),
    Reason.DATES_OVERLAP: ("ngày chồng nhau", "dates overlap"),
    Reason.OTHER_PUBLISHER: ("khác nguồn", "publisher"),
}
LATE_ON = 2
LINE = 99  # characters of a terminal
ROOM = 2 * LINE - 10


class FirstScreen(NamedTuple):
    """What the first screen shows under its title: some headlines, and how many other observations there are.

    `bodies` are those that are asked for.
    """

    title: str
    quarter: QuarterView
    shown: tuple[HeadlineView, ...]
    others: int
    bodies: tuple[Body, ...] = ()


def view_first_screen(
    quarter: QuarterView, status: StatusView, filters: Filters, definitions: Definitions, title: str
) -> FirstScreen:
    """The headlines of the first screen; with filters all that pass, as far as there is room for them."""
    if filters == type(filters)():
        shown = quarter.shown
    else:
        wanted = [view for view in quarter.headlines if any(filters.wants(seen) for seen in view.observations)]
        seen = [view.observation for view in wanted]
        chosen = seen if fits(seen) else leading_observations(seen, definitions.catalogue)
        shown = tuple(view for view in wanted if any(view.observation is one for one in chosen))
    return FirstScreen(title, quarter, shown, len(status.views) - len(shown), _bodies_in(filters, definitions))


def _bodies_in(filters: Filters, definitions: Definitions) -> tuple[Body, ...]:
    bodies = definitions.registry.by_id
    return tuple(bodies[name] for name in filters.groups if name in bodies)


def first_screen_page(screen: FirstScreen, registry: Registry, lang: Lang, *, trace: bool = False) -> Page:
    """The first screen as a page; with `trace`, each figure with its line of YAML."""
    say = Phrases(lang)
    entries = tuple(_entries(screen.shown, say, trace=trace))
    chart = Chart(say.columns(COLUMNS), entries, screen.title, BAR, BAR_WIDTH).without_empty_columns
    below = tuple(Paragraph(text) for text in _below(screen, registry, say))
    lead = (say.file(screen.quarter.snapshot.path),) if trace else ()
    return Page(lang, screen.title, lead, (*([Section("", (chart,))] if entries else []), Section("", below)))


def _entries(views: Sequence[HeadlineView], say: Phrases, *, trace: bool) -> Iterator[Across | Drawn]:
    for name, view in named_headlines(views, say):
        yield _row(view, name, say, trace=trace) if view else Across(Strip.HEADING, name)


def named_headlines(views: Sequence[HeadlineView], say: Phrases) -> Iterator[tuple[str, HeadlineView | None]]:
    """Headlines with the names of their rows; an indicator that has several is a row of its own above them.

    What these have in common, such as a level, stands behind the name of the indicator.
    """
    for indicator in {view.observation.indicator.id: view.observation.indicator for view in views}.values():
        own = [view for view in views if view.observation.indicator is indicator]
        parts = [say.who_parts(view.observation) for view in own]
        if len(own) == 1:
            whom = "" if own[0].observation.group.id in WIDE else _lower(parts[0][0])
            yield _joined(say.short(indicator), whom, *parts[0][1:]), own[0]
            continue
        shared = len({one[1:] for one in parts}) == 1
        yield _joined(say.indicator(indicator), *(parts[0][1:] if shared else ())), None
        for view, (whom, *more) in zip(own, parts, strict=True):
            yield INDENT + _joined(whom, *(() if shared else more)), view


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text)


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _row(view: HeadlineView, name: str, say: Phrases, *, trace: bool) -> Drawn:
    seen = view.observation
    cells = (
        name,
        say.figure(seen),
        "",
        _rate(seen, say),
        _waiting(view, say),
        say.day_short(seen.as_of),
        change_mark(view.headline.change, say),
        due_mark(view.verdict, view.observation, say),
        str(seen.location.line) if trace else "",
    )
    return Drawn(cells, _bar(seen))


def _rate(seen: Observation, say: Phrases) -> str:
    """The recomputed percentage, where the source prints a part of a whole without one."""
    printed = seen.share or (seen.figure and seen.figure.percent)
    rate = seen.rate if seen.base and not printed and seen.kind is not Kind.RANK else None
    return say.percent(rate).replace("100,00", "100").replace("100.00", "100") if rate is not None else ""


def _bar(seen: Observation) -> Bar | None:
    """The bar of a figure without its lists, which have a column of their own."""
    bar = figure_bar(seen)
    return bar and bar._replace(parts=tuple(part for part in bar.parts if part.fill in {Fill.DONE, Fill.PERHAPS}))


def figure_bar(seen: Observation) -> Bar | None:
    """How far a figure reaches out of its N or of 100%; none for a figure alone, and for a rank."""
    figure = seen.figure
    if not figure or seen.kind is Kind.RANK or not (seen.base or figure.percent):
        return None
    return draw_bar(seen, Measure.COUNT if seen.base and seen.kind is not Kind.SHARE else Measure.PERCENT)


def _waiting(view: HeadlineView, say: Phrases) -> str:
    """How many are outstanding; with the date, where the list that says so is of another one."""
    beside = view.headline.lists
    listing = beside.outstanding if beside else None
    if not beside or not listing:
        return ""
    count = say.printed(listing.stated.printed) if listing.stated else str(listing.total)
    return count if beside.as_of == view.observation.as_of else f"{count} ({say.day_short(beside.as_of)})"


def change_mark(change: Change | None, say: Phrases) -> str:
    """The change since the headline before in a few signs: ▲ 6, ▼ 2, =, 13 → 1, ≠ and why; or that there is none."""
    if not change:
        return say("lần đầu", "first")
    if change.comparable:
        delta, decimals = (change.points, 2) if change.units is None else (change.units, None)
        if not delta:
            return "="
        points = say(" điểm %", " points") if change.units is None else ""
        return f"{'▲' if delta > 0 else '▼'}\u00a0{say.number(abs(delta), decimals)}{points}"
    if change.outstanding and change.reasons == (Reason.OTHER_FORM,):
        return say("còn {}\u00a0→\u00a0{}", "{}\u00a0→\u00a0{} left").format(*change.outstanding)
    return f"≠ {say(*REASONS[change.reasons[0]])}"


def due_mark(verdict: Verdict | None, seen: Observation, say: Phrases) -> str:
    """How what was due stands, with the last day in time; a day that is only inferred is marked."""
    if not verdict:
        return ""
    bound = verdict.obligation
    deadline = bound.deadline_known_in(seen.period)
    day = f"{'≤' if bound.overdue else ''}{say.day_short(deadline)}" if deadline else ""
    text = say(*OUTCOMES[verdict.outcome]).format(day)
    if not bound.target or not bound.target.percent or bound.target.says_all:
        return text
    most = "≤ " if bound.target_is is Bound.AT_MOST else ""
    return f"{text} ({most}{say.printed(bound.target.printed)})"


def _below(screen: FirstScreen, registry: Registry, say: Phrases) -> Iterator[str]:
    waiting = outstanding_bodies(screen.quarter.snapshot, registry)
    if screen.bodies:
        yield from (_of_body(body, waiting, say) for body in screen.bodies)
    elif late := late_text(waiting, say, ROOM):
        yield late
    if due := next_due_text(screen.quarter, say):
        yield due
    if screen.others > 0:
        yield say(f"+ {screen.others} số liệu khác: --all", f"+ {plural(screen.others, 'other figure')}: --all")


def _of_body(body: Body, waiting: Sequence[Waiting], say: Phrases) -> str:
    """On what a body is outstanding; where no source says so, that."""
    own = [seen for one in waiting if one.body.id == body.id for seen in one.observations.values()]
    if not own:
        nothing = say("không nguồn nào nêu là chưa hoàn thành", "no source says that it is outstanding")
        return f"{say.body(body)}: {nothing}"
    head = say(f"chưa hoàn thành {len(own)} chỉ tiêu", f"outstanding on {len(own)}")
    return f"{say.body(body)}: {head}: {'; '.join(say.short(seen.indicator) for seen in own)}"


def late_text(waiting: Sequence[Waiting], say: Phrases, room: int) -> str:
    """Who is outstanding on two indicators or more, as many names as there is room for, and how many others."""
    late = [one for one in waiting if len(one.observations) >= LATE_ON]
    if not late:
        return ""
    head = say("Chưa hoàn thành từ 2 chỉ tiêu: ", "Outstanding on 2 or more: ")
    names = [f"{say.body(one.body)} ({len(one.observations)})" for one in late]
    shown = list(names)
    while len(shown) > 1 and len(_list(head, shown, len(names), say)) > room:
        shown.pop()
    return _list(head, shown, len(names), say)


def _list(head: str, shown: Sequence[str], count: int, say: Phrases) -> str:
    rest = count - len(shown)
    more = say(f"; và {rest} cơ quan khác", f"; and {rest} more") if rest else ""
    return f"{head}{'; '.join(shown)}{more}"


def next_due_text(quarter: QuarterView, say: Phrases) -> str:
    """The next due date after the quarter, and what is due then; how many obligations are past theirs."""
    past = sum(verdict.outcome in {Outcome.MISSED, Outcome.OVERDUE} for verdict in quarter.verdicts)
    overdue = say(f"Quá hạn: {past} nhiệm vụ", f"Past due: {plural(past, 'obligation')}") if past else ""
    dated = [
        (deadline, verdict.obligation)
        for verdict in quarter.verdicts
        if verdict.outcome is Outcome.OPEN and (deadline := verdict.obligation.deadline)
    ]
    if not dated:
        return overdue
    first = min(day for day, _ in dated)
    due = [bound for day, bound in dated if day == first]
    head = say(f"Sắp đến hạn ({say.due(due[0])}): ", f"Due next ({say.due(due[0])}): ")
    more = say(f"; và {len(due) - 1} việc khác", f"; and {len(due) - 1} more") if len(due) > 1 else ""
    tail = f"{more}; {_lower(overdue)}" if overdue else more
    return f"{head}{_cut(say.task(due[0]), LINE - len(head) - len(tail))}{tail}"


def _cut(text: str, room: int) -> str:
    """The text, cut between words where there is no room for all of it, with a mark."""
    if len(text) <= room:
        return text
    return f"{text[: max(room, 1)].rsplit(' ', 1)[0].rstrip(' ,;(')}…"
