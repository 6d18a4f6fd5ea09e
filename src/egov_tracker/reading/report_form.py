"""The form that a body fills in: its questions, where they stand, and what may be answered.

The first column, which is hidden, says of each row what it is, so that rows may be moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.model.terms import Kind
from egov_tracker.text.names import match_key
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.quarters import Quarter

MARK = "egov-form"
VERSION = "1"
BODY, AS_OF, NUMBER, DATE, CONTACT = "@body", "@as_of", "@number", "@date", "@contact"
# The columns of a question, from 0: its key, number, name, definition, unit, and what is filled in.
KEY, RUNNING, NAME, DEFINITION, UNIT, ANSWER, ANSWER_AS_OF, EVIDENCE, REMARK = range(9)
HEAD_ANSWER = DEFINITION  # where the head is filled in, right beside its labels
# The answers to a question of adoption, and the lists that they put a body on.
ANSWERS = {
    "Đã hoàn thành": "done",
    "Chưa hoàn thành": "outstanding",
    "Đang thực hiện": "in_progress",
    "Đặc thù, không áp dụng": "exempt",
}
ASKABLE = (Kind.ADOPTION, Kind.STOCK, Kind.SHARE)


class Question(NamedTuple):
    """What is asked: an indicator, in one of its parts where it has dimensions, and in which kind."""

    indicator: Indicator
    kind: Kind
    breakdown: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What the first column says of its row."""
        return "|".join((self.indicator.id, *(f"{name}={value}" for name, value in self.breakdown)))

    @property
    def name(self) -> str:
        """What is measured, with its part, in Vietnamese."""
        labels = (self.indicator.dimensions[name].labels(value)[0] for name, value in self.breakdown)
        return ", ".join((self.indicator.name_vi, *labels))


class ReportForm(NamedTuple):
    """The form of a quarter: who is asked, by groups, and what."""

    period: Quarter
    groups: Mapping[str, tuple[Body, ...]]
    questions: tuple[Question, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Everybody who is asked, each once, in the order of the groups."""
        return tuple({body.id: body for members in self.groups.values() for body in members}.values())


def mark_of(period: Quarter) -> str:
    """What the first cell of a form says, so that another one is not taken for it."""
    return f"{MARK} {VERSION} {period}"


def make_form(
    period: Quarter,
    registry: Registry,
    catalogue: Mapping[str, Indicator],
    asked: Sequence[str],
    before: Iterable[Snapshot],
) -> ReportForm:
    """The form of a quarter on the indicators that are asked for; else on those that the quarters before print.

    Everybody of the largest group is asked, by its parts, as of the last day of the quarter. Raises `EgovError` for an
    indicator that no single body can be asked for.
    """
    from egov_tracker.text.dates import parse_as_of

    when = parse_as_of(period.last_day.isoformat())
    groups = {name: registry.members(registry.groups[name], when) for name in asked_groups(registry)}
    names = (
        asked
        or _printed(catalogue, before)
        or [name for name, one in catalogue.items() if one.kind == (Kind.ADOPTION,)]
    )
    return ReportForm(period, groups, tuple(_questions([catalogue[name] for name in names], strict=bool(asked))))


def questions_of(keys: Iterable[str], catalogue: Mapping[str, Indicator]) -> tuple[Question, ...]:
    """The questions of these keys, in the order of the catalogue; a key of no question is left out."""
    wanted = set(keys)
    every = _questions(catalogue.values(), strict=False)
    return tuple(question for question in every if question.key in wanted)


def asked_groups(registry: Registry) -> tuple[str, ...]:
    """The parts of the group with the most kinds of body; the group itself where it has none."""
    if not registry.groups:
        return ()
    whole = max(registry.groups.values(), key=lambda group: len(group.kinds))
    return whole.parts or (whole.id,)


def _printed(catalogue: Mapping[str, Indicator], before: Iterable[Snapshot]) -> list[str]:
    """The indicators that snapshots print for groups of bodies, in the order of the catalogue."""
    printed = {seen.indicator.id for snapshot in before for seen in snapshot.observations if seen.group.kinds}
    return [name for name, one in catalogue.items() if name in printed and _is_askable(one)]


def _is_askable(one: Indicator) -> bool:
    return len(one.kind) == 1 and one.kind[0] in ASKABLE and not one.groups


def _questions(indicators: Iterable[Indicator], *, strict: bool) -> Iterator[Question]:
    for one in indicators:
        if not _is_askable(one):
            if strict:
                raise EgovError(f"-i: {one.id} cannot be asked of a single body")
            continue
        yield from (Question(one, one.kind[0], breakdown) for breakdown in _breakdowns(one))


def _breakdowns(one: Indicator) -> list[tuple[tuple[str, str], ...]]:
    """Every part of an indicator: one value of each dimension."""
    found: list[tuple[tuple[str, str], ...]] = [()]
    for name, dimension in one.dimensions.items():
        found = [(*before, (name, value)) for before in found for value in dimension.values]
    return found


def list_of_answer(text: str) -> str | None:
    """The list that an answer puts a body on, whatever its case and spaces; None for another text."""
    known = {match_key(answer): name for answer, name in ANSWERS.items()}
    return known.get(match_key(text))
