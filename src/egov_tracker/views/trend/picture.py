"""A line as one picture of columns: what stands in each column, between which a vertical line says "not comparable"."""

from __future__ import annotations

from decimal import Decimal
from string import ascii_lowercase
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected
from egov_tracker.inference.comparability import units_between
from egov_tracker.inference.trend import Break, Gap, Mark, place_of
from egov_tracker.values import NamedTuple
from egov_tracker.views.phrases import Phrases, plural
from egov_tracker.views.trend.bars import Fill, Measure, legend_of
from egov_tracker.views.trend.page import break_text, subject_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.observation import Observation
    from egov_tracker.views.page import Lang, Legend
    from egov_tracker.views.trend.bars import Bar
    from egov_tracker.views.trend.lines import Line, TrendView

UPWARD = (Fill.DONE, Fill.PERHAPS)
DOWNWARD = (Fill.OUTSTANDING, Fill.UNNAMED, Fill.IN_PROGRESS)
MOST_TICKS = 5
STEPS = (1, 2, 5)


class Column(NamedTuple):
    """A figure: as printed above, who is outstanding below, its date and sources, and its bar; None is no bar."""

    printed: str
    below: str
    date: str
    sources: str
    quarter: str
    bar: Bar | None

    @property
    def labels(self) -> tuple[str, ...]:
        """Its texts."""
        return self[:5]


class Hole(NamedTuple):
    """Quarters without a figure, in the words of a column."""

    text: str


class Boundary(NamedTuple):
    """Between the figures on both sides nothing may be subtracted; the letter leads to the reason."""

    letter: str
    reason: str


class Picture(NamedTuple):
    """One line, ready to be laid out: `up` and `down` are how far it reaches from zero, `ticks` lie between."""

    lang: Lang
    title: str
    subtitle: str
    description: str
    parts: tuple[Column | Hole | Boundary, ...]
    up: Decimal
    down: Decimal
    ticks: tuple[tuple[Decimal, str], ...]
    legend: Legend
    footer: tuple[str, ...]


def pictures_of(trend: TrendView, data: str, lang: Lang) -> tuple[Picture, ...]:
    """A picture of each line that has bars; `EgovError` where none has: a figure alone is nothing to draw."""
    say = Phrases(lang)
    found = tuple(_picture(trend, line, data, say) for line in trend.lines if any(line.bars))
    if not found:
        got = plural(sum(len(line.marks) for line in trend.lines), "figure")
        raise EgovError(expected(f"a line of {trend.subject.name} with two figures of one unit to draw", got))
    return found


def _picture(trend: TrendView, line: Line, data: str, say: Phrases) -> Picture:
    parts = tuple(_parts(line, say))
    bars = [bar for bar in line.bars if bar]
    up = max(max(_sum(bar, UPWARD), bar.frame or Decimal(0)) for bar in bars)
    down = max(_sum(bar, DOWNWARD) for bar in bars)
    legend = legend_of(bars, say, of_bodies=trend.subject.is_of_bodies)
    if legend is None:
        raise EgovError(expected("a bar that is longer than nothing", "none"))
    framed = any(bar.frame is not None for bar in bars)
    unit = "%" if bars[0].measure is Measure.PERCENT else ""
    return Picture(
        lang=say.lang,
        title=_finding(line, say),
        subtitle=f"{subject_name(trend.subject, say)}. {_scale_text(say, framed=framed)}",
        description="; ".join(_described(parts)),
        parts=parts,
        up=up,
        down=down,
        ticks=tuple(_ticks(up, down, unit, say)),
        legend=legend,
        footer=tuple(_footer(parts, data, say)),
    )


def _scale_text(say: Phrases, *, framed: bool) -> str:
    text = say(
        "Số liệu như nguồn in; cột xếp theo thứ tự, không theo tỷ lệ thời gian",
        "Figures as printed; columns in order, not to a scale of time",
    )
    return text + say("; vạch ngang là tổng số nguồn nêu", "; a line across is the N of the source") if framed else text


def _sum(bar: Bar, fills: Sequence[Fill]) -> Decimal:
    return sum((part.size for part in bar.parts if part.fill in fills), Decimal(0))


def _parts(line: Line, say: Phrases) -> Iterator[Column | Hole | Boundary]:
    bars, letters = iter(line.bars), _letters()
    for row in line.rows:
        match row:
            case Mark():
                yield _column(row, next(bars), say)
            case Gap(quarters):
                number = len(quarters)
                yield Hole(say(f"{number} quý không có số", f"{plural(number, 'quarter')} empty"))
            case Break(step):
                yield Boundary(next(letters), break_text(step, say).partition(": ")[2])
            case _:
                pass  # what was due has no place in a picture of figures


def _letters() -> Iterator[str]:
    """From a to z, then aa, ab and so on."""
    number = 0
    while True:
        ahead, place = divmod(number, len(ascii_lowercase))
        yield (ascii_lowercase[ahead - 1] if ahead else "") + ascii_lowercase[place]
        number += 1


def _column(mark: Mark, bar: Bar | None, say: Phrases) -> Column:
    seen = mark.observation
    several = len(mark.witnesses)
    sources = say(f"{several} nguồn", plural(several, "source")) if several > 1 else ""
    sources = say("nguồn khác", "another source") if mark.rival and not sources else sources
    printed = say.figure(seen) or say("danh sách", "list")
    return Column(printed, _waiting(seen, say), say.when(seen), sources, say.quarter(place_of(seen)), bar)


def _waiting(seen: Observation, say: Phrases) -> str:
    """How many are outstanding, as stated, else as named."""
    listing = seen.outstanding
    if not listing:
        return ""
    return listing.stated.printed if listing.stated else say.number(listing.total or 0)


def _finding(line: Line, say: Phrases) -> str:
    """What the picture shows: the latest change between two figures that compare; without one, that none compare.

    Where all sources speak of one date, what they say.
    """
    who, steps = say.who(line.first), line.timeline.steps
    joined = [step for step in steps if step.comparable]
    changed = [step for step in joined if units_between(step.old.observation, step.new.observation)]
    told = (changed or joined or list(steps))[-1:]
    if not told:
        every = "; ".join(dict.fromkeys(_dated(mark.observation, say) for mark in line.marks))
        return say(f"{who}, các nguồn khác nhau: {every}", f"{who}, sources that differ: {every}")
    old, new = (_dated(point.observation, say) for point in (told[0].old, told[0].new))
    if joined:
        return say(f"{who}: từ {old} đến {new}", f"{who}: from {old} to {new}")
    return say(f"{who}: {old} không so sánh được với {new}", f"{who}: {old} cannot be compared with {new}")


def _dated(seen: Observation, say: Phrases) -> str:
    return f"{say.figure(seen) or say('danh sách', 'list')} ({say.days(seen)})"


def _described(parts: Sequence[Column | Hole | Boundary]) -> Iterator[str]:
    for part in parts:
        match part:
            case Column(printed, below, date, sources):
                told = "; ".join(text for text in (printed, below, sources) if text)
                yield f"{date}: {told}"
            case Hole(text):
                yield text
            case Boundary(letter, reason):
                yield f"[{letter}] {reason}"


def _footer(parts: Sequence[Column | Hole | Boundary], data: str, say: Phrases) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for part in parts:
        if isinstance(part, Boundary):
            reasons.setdefault(part.reason, []).append(part.letter)
    told = "; ".join(f"{', '.join(letters)}: {reason}" for reason, letters in reasons.items())
    if told:
        head = say("Hai bên vạch đứt không so sánh được", "Across a broken line nothing compares")
        yield f"{head} — {told}."
    yield say.data(data)


def _ticks(up: Decimal, down: Decimal, unit: str, say: Phrases) -> Iterator[tuple[Decimal, str]]:
    step = _tick_step(up + down)
    value = -step * (down // step)
    while value <= up:
        yield value, f"{say.number(abs(value))}{unit}"
        value += step


def _tick_step(reach: Decimal) -> Decimal:
    """The round step of which at most five reach as far."""
    power = Decimal(1)
    while True:
        for step in STEPS:
            if reach <= MOST_TICKS * step * power:
                return step * power
        power *= 10
