"""Verdicts in words: the one table of obligations, which report and diff print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.obligations import Outcome
from egov_tracker.model.terms import Bound, Force, Kind
from egov_tracker.views.page import Align, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.phrases import Phrases

COLUMNS = (
    (("Nhiệm vụ", "Task"), Align.LEFT),
    (("Cơ quan thực hiện", "By whom"), Align.LEFT),
    (("Thời hạn", "Due"), Align.LEFT),
    (("Mục tiêu", "Target"), Align.LEFT),
    (("Theo văn bản", "Under"), Align.LEFT),
    (("Kết quả", "Result"), Align.LEFT),
    (("Căn cứ", "Evidence"), Align.LEFT),
)
OUTCOMES = {
    Outcome.MISSED: ("không hoàn thành đúng hạn", "missed when due"),
    Outcome.OVERDUE: ("quá hạn, chưa rõ kết quả", "overdue, result not known"),
    Outcome.MET_LATE: ("hoàn thành quá hạn", "met late"),
    Outcome.SHOWN_LATER: (
        "đã hoàn thành; nguồn chỉ nêu sau thời hạn, chưa rõ có đúng hạn hay không",
        "met; shown only after the due date, whether in time is not known",
    ),
    Outcome.MET: ("hoàn thành đúng hạn", "met in time"),
    Outcome.MOVED: ("đã điều chỉnh thời hạn", "moved"),
    Outcome.OPEN: ("chưa đến hạn", "not yet due"),
    Outcome.NO_DUE_DATE: ("nguồn không nêu thời hạn", "no due date is printed"),
}
ALREADY_MET = ("đã đạt trước khi giao", "already met when it was set")
FORCES = {
    Force.PROPOSAL: ("kiến nghị", "proposal"),
    Force.PLAN: ("dự kiến", "plan"),
}
EVERYONE = ("tất cả các cơ quan", "every body")


def obligation_table(verdicts: Iterable[Verdict], say: Phrases, caption: str) -> Table:
    """A row a verdict: what is due, by whom, when, under which document, how it stands, and by which figure."""
    return Table(say.columns(COLUMNS), tuple(_row(verdict, say) for verdict in verdicts), caption)


def in_order_of_weight(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The missed first, then the others in the order of the outcomes; of one outcome, the earlier due first."""
    order = list(Outcome)
    return sorted(verdicts, key=lambda verdict: (order.index(verdict.outcome), verdict.obligation.due.sort_key))


def _row(verdict: Verdict, say: Phrases) -> tuple[str, ...]:
    obligation = verdict.obligation
    return (
        say.task(obligation),
        say.by(obligation),
        due_text(obligation, say),
        _target(obligation, say),
        _under(obligation, say),
        outcome_text(verdict, say),
        _basis(verdict, say),
    )


def _force(obligation: Obligation, say: Phrases) -> str:
    """That a due date is only proposed or planned, where the name of the document does not say so already."""
    force = say(*FORCES[obligation.force]) if obligation.force in FORCES else ""
    return f" ({force})" if force and force not in obligation.under.lower() else ""


def _under(obligation: Obligation, say: Phrases) -> str:
    """The document that sets the obligation, where it was read, and the note on it."""
    place = ", ".join(text for text in (say.quoted(obligation.told_by or ""), say.place(obligation.at or "")) if text)
    source = f" ({say('đọc tại', 'read in')} {place})" if place else ""
    return f"{say.document(obligation.under)}{source}{f'. {say.quoted(obligation.note)}' if obligation.note else ''}"


def due_text(obligation: Obligation, say: Phrases) -> str:
    """When something is due; a day that only follows from how long it is overdue, a plan and a proposal are marked."""
    if obligation.overdue and obligation.deadline:
        day = say.day(obligation.deadline)
        return say(f"không muộn hơn {day} (suy ra)", f"not after {day} (inferred)")
    return say.due(obligation) + _force(obligation, say)


def _target(obligation: Obligation, say: Phrases) -> str:
    """The target as printed; where a list of bodies is measured and none is printed, every body."""
    if not obligation.target:
        return say(*EVERYONE) if obligation.indicator else ""
    bound = say("tối đa", "at most") if obligation.target_is is Bound.AT_MOST else ""
    return f"{bound} {say.printed(obligation.target.printed)}".strip()


def outcome_text(verdict: Verdict, say: Phrases) -> str:
    """How the obligation stands, to which date it was moved and for whom."""
    texts = [say(*OUTCOMES[verdict.outcome])]
    if verdict.already_met:
        texts.append(say(*ALREADY_MET))
    if verdict.moved_to:
        texts = [f"{texts[0]}: {say.due(verdict.moved_to.obligation)}"]
    for moved in verdict.moved_for:
        whom, due = say.by(moved.obligation), say.due(moved.obligation)
        texts.append(f"{whom}: {say('thời hạn mới', 'new due date')} {due}")
    return "; ".join(texts)


def _basis(verdict: Verdict, say: Phrases) -> str:
    return "; ".join(_grounds(verdict, say))


def _grounds(verdict: Verdict, say: Phrases) -> Iterator[str]:
    """What the outcome rests on, with date, source and place; else the latest figure, said to be no more than that."""
    if verdict.settled:
        day = say.day(verdict.settled.date)
        yield f"{day} ({verdict.settled.source}, {say.place(verdict.settled.at)})"
    if verdict.short:
        yield _observed(verdict.short, say)
    if verdict.evidence:
        yield _observed(verdict.evidence, say)
    elif verdict.latest:
        yield f"{say('số liệu gần nhất', 'latest figure')}: {_observed(verdict.latest, say)}"
    if verdict.wider:
        whom = say.group(verdict.wider.group, short=True)
        yield say(
            f"{whom}: {_observed(verdict.wider, say)}, chưa đủ căn cứ kết luận cho riêng nhóm này",
            f"{whom}: {_observed(verdict.wider, say)}, which proves nothing of this group alone",
        )


def _observed(seen: Observation, say: Phrases) -> str:
    """What an observation prints, with what it counts, its days, its source and its place there."""
    return f"{counted_value(seen, say)}, {say.days(seen)} ({seen.period}/{seen.source.id}, {say.place(seen.at)})"


def counted_value(seen: Observation, say: Phrases) -> str:
    """What an observation prints; a bare number of bodies with what it counts."""
    value = say.value(seen)
    figure = seen.figure
    if figure and seen.kind is Kind.ADOPTION and not figure.base and not figure.percent:
        count = say.printed(figure.printed)
        value = value.replace(count, f"{count} {say('đã hoàn thành', 'done')}", 1)
    return value
