"""The matrix of a body: an indicator a row, a quarter a column, a sign for what is said of it there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.body_history import conflicting, line_of
from egov_tracker.inference.body_obligations import Timing
from egov_tracker.inference.body_status import State
from egov_tracker.model.terms import Kind
from egov_tracker.text.dates import parse_as_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from egov_tracker.inference.body_history import Account, BodyHistory, Line
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.registry import Body
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.phrases import Phrases

Heard: TypeAlias = "tuple[Account, Timing | None]"

LATE, NOT_DUE, ON_TRIAL, DONE, EXEMPT = "●", "○", "◐", "✓", "–"
SILENT, NOTHING, CONFLICT, NOT_THERE = "?", "·", "!", ""
THEN, OR = "→", "/"
# The signs with their meaning, in the order of the legend.
MEANINGS = {
    LATE: ("chưa hoàn thành", "outstanding"),
    NOT_DUE: ("chưa hoàn thành, chưa đến hạn", "outstanding, not due yet"),
    ON_TRIAL: ("đang thực hiện", "on trial or under way"),
    DONE: ("đã hoàn thành", "done"),
    EXEMPT: ("đặc thù", "exempt"),
    CONFLICT: ("các nguồn mâu thuẫn", "the sources contradict each other"),
    SILENT: ("có số liệu của nhóm, không rõ riêng cơ quan này", "the group has figures, which do not tell"),
    NOTHING: ("không có số liệu", "no figure"),
}
IN_BRACKETS = ("trong ngoặc: suy ra", "in brackets: inferred")
# The classes of the signs for style sheets.
STYLES = {
    LATE: "late", NOT_DUE: "not-due", ON_TRIAL: "on-trial", DONE: "done", EXEMPT: "exempt", CONFLICT: "conflict",
    SILENT: "silent", NOTHING: "nothing",
}  # fmt: skip

TIMINGS = {
    Timing.LATE: ("quá hạn", "late"),
    Timing.NOT_DUE: ("chưa đến hạn", "not due yet"),
    Timing.ON_TRIAL: ("đang thực hiện", "on trial or under way"),
}


class Sign(NamedTuple):
    """What stands in a cell, and the accounts that it sums up."""

    text: str
    accounts: tuple[Account, ...] = ()

    @property
    def style(self) -> str:
        """The classes of the cell: the last state in it, and whether it is inferred."""
        last = self.text.strip("()")[-1:]
        return " ".join(word for word in ("sign", STYLES.get(last, ""), "inferred" if "(" in self.text else "") if word)


class SignRow(NamedTuple):
    """An indicator or a part of it, with a sign for each quarter."""

    indicator: Indicator
    breakdown: tuple[tuple[str, str], ...]
    signs: tuple[Sign, ...]

    @property
    def line(self) -> Line:
        """What the row tells of, as `line_of` says it of an observation."""
        return (self.indicator.id, self.breakdown)


def sign_rows(
    history: BodyHistory,
    timings: Sequence[Timing | None],
    quarters: Sequence[Quarter],
    catalogue: Mapping[str, Indicator],
) -> tuple[SignRow, ...]:
    """The rows of the indicators of which any source tells the state of the body, in the order of the catalogue.

    `timings` are those of the accounts of the history, in their order.
    """
    told: dict[tuple[Line, Quarter], list[Heard]] = {}
    for account, timing in zip(history.accounts, timings, strict=True):
        told.setdefault((line_of(account.observation), account.observation.period), []).append((account, timing))
    silent = {(line_of(one), one.period) for one in history.silent if one.kind is Kind.ADOPTION}
    there = {quarter for quarter in quarters if was_there(history.body, quarter)}

    def sign(line: Line, quarter: Quarter) -> Sign:
        if heard := told.get((line, quarter)):
            return _sign(heard)
        if quarter not in there:
            return Sign(NOT_THERE)
        return Sign(SILENT if (line, quarter) in silent else NOTHING)

    indicators = {line_of(account.observation): account.observation.indicator for account in history.accounts}
    ranks = {name: rank for rank, name in enumerate(catalogue)}
    lines = sorted(indicators, key=lambda line: (ranks[line[0]], line[1]))
    return tuple(SignRow(indicators[line], line[1], tuple(sign(line, one) for one in quarters)) for line in lines)


def was_there(body: Body, quarter: Quarter) -> bool:
    """Whether a body existed on any day of a quarter."""
    return body.existed(parse_as_of(str(quarter)))


def _sign(told: Sequence[Heard]) -> Sign:
    if len(told) == 1:
        account, timing = told[0]
        return Sign(mark_of(account, timing), (account,))
    accounts = tuple(account for account, _ in told)
    if conflicting(accounts):
        return Sign(CONFLICT, accounts)
    heard = [(account, timing) for account, timing in told if account.first_hand] or told
    marks = [(mark_of(account, timing), account.observation.as_of) for account, timing in heard]
    return Sign(_in_order(marks), accounts)


def _in_order(marks: Sequence[tuple[str, AsOf]]) -> str:
    """The signs of a quarter, each where the state changes: with an arrow where one is surely later than the other."""
    kept = [marks[0]]
    for mark, when in marks[1:]:
        if mark.strip("()") == kept[-1][0].strip("()"):
            kept[-1] = (min(mark, kept[-1][0], key=len), kept[-1][1])
        else:
            kept.append((mark, when))
    steps = (f"{THEN if old.is_before(new) else OR}{mark}" for (_, old), (mark, new) in pairwise(kept))
    return kept[0][0] + "".join(steps)


def mark_of(account: Account, timing: Timing | None) -> str:
    """The sign of one account; in brackets where the state is inferred."""
    match account.status.state:
        case State.DONE:
            mark = DONE
        case State.EXEMPT:
            mark = EXEMPT
        case State.OUTSTANDING:
            mark = {Timing.ON_TRIAL: ON_TRIAL, Timing.NOT_DUE: NOT_DUE}.get(timing or Timing.LATE, LATE)
        case _:
            mark = CONFLICT
    return f"({mark})" if account.status.inferred else mark


def state_text(account: Account, timing: Timing | None, say: Phrases) -> str:
    """The state of a body in words: whether it is late, in which list it stands on trial, whether it is inferred."""
    if account.contradicted:
        return say("nguồn mâu thuẫn", "contradictory")
    if timing is Timing.ON_TRIAL:
        return say(*TIMINGS[timing])
    state = say.state(account.status.state).lower()
    text = f"{state}, {say(*TIMINGS[timing])}" if timing in TIMINGS else state
    return say.inferred(text) if account.status.inferred else text
