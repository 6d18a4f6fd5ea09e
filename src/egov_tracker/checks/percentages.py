"""The rule on printed percentages: FIG004, and the words of doubt beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.evidence import Evidence, Sighting, field_place
from egov_tracker.model.findings import Level
from egov_tracker.text.numbers import Count, Ratio, format_number, percentage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from egov_tracker.model.places import Place
    from egov_tracker.model.snapshot import Observation
    from egov_tracker.text.numbers import Number

HUNDRED = 100
MORE_DIGITS = 2


def find_wrong_percentages(evidence: Evidence) -> Iterator[Sighting]:
    """A printed percentage is not what its two figures give.

    **What it does.** 100 × done / N is recomputed exactly and rounded half up, away from zero at five, at as many
    decimals as are printed: 583/1.578 is 36,95%. If the printed last digit was cut off instead of rounded (44/71 is
    61,97%, printed 61,9%), it says that it was cut, as a note. These are per cent of the base; a rise "by 10%" is
    something else and belongs in a note.

    **Why it matters.** A wrong percentage is quoted on and on. A cut one is harmless, but shows how the source rounds.

    **What to do.** Compare the three figures with the source. Mend a slip; a percentage that the source itself gets
    wrong stays as printed, with a remark with `rule: FIG004` that gives the recomputed one.
    """
    for observation, printed, done, of, place in stated_shares(evidence):
        if not printed.qualifier:
            yield from _compare(observation, printed, done, of, place)


def stated_shares(evidence: Evidence) -> Iterator[tuple[Observation, Number, Decimal, Decimal, Place]]:
    """Every printed percentage whose two figures are printed beside it and exact."""
    for observation in evidence.observations:
        figure, share = observation.figure, observation.share
        if isinstance(figure, Ratio) and figure.percent and figure.done.exact and figure.of.exact:
            place = field_place(observation, "value")
            yield observation, figure.percent, figure.done.value, figure.of.value, place
        base = share.of.number if share and share.of else None
        part = figure.number if isinstance(figure, Count) else figure.done if isinstance(figure, Ratio) else None
        if share and base and part and base.exact and part.exact and base.value:
            yield observation, share.printed.percent, part.value, base.value, field_place(observation, "share")


def _compare(observation: Observation, printed: Number, done: Decimal, of: Decimal, place: Place) -> Iterator[Sighting]:
    decimals = max(0, -int(printed.step.as_tuple().exponent))
    right = percentage(done, of, decimals)
    if printed.value == right:
        return
    ratio = f"{format_number(done)}/{format_number(of)}"
    said, exact = format_number(printed.value), format_number(percentage(done, of, decimals + MORE_DIGITS))
    if printed.value == HUNDRED * done / of // printed.step * printed.step:
        message = f"{ratio} is {exact}%; {said}% has its last digit cut, not rounded to {format_number(right)}%"
        yield Sighting(message, place, (observation,), level=Level.NOTE)
    else:
        yield Sighting(f"{ratio} is {format_number(right)}%, not {said}%", place, (observation,))
