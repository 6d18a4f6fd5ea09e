"""From a figure to a sentence: observation, change and verdict in the register of official reports, and in English.

The words of an indicator come from the catalogue. A sentence says no number that its observation does not hold, and of
what is unknown that it is unknown, never that there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import Pair
from egov_tracker.inference.comparability import Reason
from egov_tracker.inference.obligations import Outcome
from egov_tracker.model.terms import Bound, Direction, Kind, Unit
from egov_tracker.views.diff.phrases import reasons_text
from egov_tracker.views.observation import percent_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from egov_tracker.inference.headlines import Change, Headline
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Listing, Observation
    from egov_tracker.model.registry import Body
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.figures import Figure
    from egov_tracker.views.phrases import Phrases

ONE = "1"
UNITS = {Unit.DONG_PER_YEAR: ("đồng", "dong")}
VERDICTS = {
    Outcome.MISSED: ("không hoàn thành đúng thời hạn", "not done by the due date"),
    Outcome.OVERDUE: ("đã quá thời hạn, chưa rõ kết quả", "overdue, with no result known"),
    Outcome.MET_LATE: ("hoàn thành sau thời hạn", "done after the due date"),
    Outcome.SHOWN_LATER: (
        "đã hoàn thành, chưa rõ có đúng thời hạn hay không",
        "done, whether by the due date is not known",
    ),
    Outcome.MET: ("hoàn thành đúng thời hạn", "done by the due date"),
    Outcome.MOVED: ("đã điều chỉnh thời hạn", "the due date was moved"),
    Outcome.OPEN: ("chưa đến thời hạn", "not yet due"),
    Outcome.NO_DUE_DATE: ("nguồn không nêu thời hạn", "no due date is printed"),
}


def observation_sentence(seen: Observation, say: Phrases, most_names: int | None = None) -> str:
    """What an observation prints, as one sentence; lists of more than `most_names` names are only counted."""
    return _sentence(f"{when_clause(seen, say)}, {'; '.join(_clauses(seen, say, most_names))}")


def headline_sentence(
    headline: Headline, say: Phrases, most_names: int | None = None, most_done: int | None = None
) -> str:
    """The headline, and the outstanding by whose list stands beside it, with its own date where that is another.

    Of those who have done it at most `most_done` are named.
    """
    return _sentence("; ".join(_headline_clauses(headline, say, most_names, most_done)))


def _headline_clauses(
    headline: Headline, say: Phrases, most_names: int | None, most_done: int | None = None, *, dated: bool = True
) -> Iterator[str]:
    seen, beside = headline.observation, headline.lists
    said = "; ".join(_clauses(seen, say, most_names, most_done))
    yield f"{when_clause(seen, say)}, {said}" if dated else said
    if beside and beside is not seen and beside.outstanding:
        waiting = waiting_clause(beside.outstanding, beside, say, most_names)
        yield waiting if beside.as_of == seen.as_of else f"{_lower(when_clause(beside, say))}, {waiting}"


def indicator_sentence(headlines: Sequence[Headline], say: Phrases) -> str:
    """The headlines of one indicator in one sentence: groups of one date share a verb, others have a clause each."""
    first = headlines[0].observation
    whens = [when_clause(one.observation, say) for one in headlines]
    alike = all(one.observation.kind is Kind.ADOPTION and one.observation.figure for one in headlines)
    if len(set(whens)) == 1 and alike and len(headlines) > 1:
        counted = _joined([counted_bodies(one.observation, say) for one in headlines], say)
        main = f"{whens[0]}, {counted} {done_words(first.indicator, say)}"
        waiting = [text for one in headlines if (text := _waiting_short(one, say))]
        return _sentence("; ".join((main, *waiting)))
    clauses = [
        _lower(text) if number else text
        for number, one in enumerate(headlines)
        for text in [
            "; ".join(_headline_clauses(one, say, 3, 3, dated=not number or whens[number] != whens[number - 1]))
        ]
    ]
    return _sentence("; ".join(clauses))


def change_sentence(headline: Headline, say: Phrases) -> str:
    """How a headline differs from the one before, or why that cannot be said."""
    if not headline.change:
        return say("Chưa có số liệu kỳ trước để so sánh.", "There is no earlier figure to compare with.")
    return _sentence(_change_clause(headline.change, headline.observation, say))


def verdict_clause(verdict: Verdict, say: Phrases) -> str:
    """How what was due stands, with target, due date and the document that sets it."""
    bound = verdict.obligation
    due = "" if verdict.outcome is Outcome.NO_DUE_DATE else due_words(bound, say)
    about = "; ".join(text for text in (due, say.document(bound.under)) if text)
    target = target_words(bound, say)
    return f"{f'{target}: ' if target else ''}{outcome_words(verdict.outcome, say)} ({about})"


def outcome_words(outcome: Outcome, say: Phrases) -> str:
    """How what was due stands."""
    return say(*VERDICTS[outcome])


def due_words(bound: Obligation, say: Phrases) -> str:
    """The due date within a sentence; empty where none is printed."""
    if bound.overdue and bound.deadline:
        day = say.day(bound.deadline)
        return say(f"suy ra: không muộn hơn ngày {day}", f"inferred: no later than {day}")
    if not bound.due.first:
        return ""
    day = _dated(bound.due, say)
    return say(f"trước {day}", f"before {day}") if bound.before else day


def target_words(bound: Obligation, say: Phrases) -> str:
    """The target that is printed; empty where none is."""
    if not bound.target:
        return ""
    most = say("tối đa ", "at most ") if bound.target_is is Bound.AT_MOST else ""
    return say(f"mục tiêu {most}{bound.target.printed}", f"target {most}{say.printed(bound.target.printed)}")


def verdict_sentence(verdict: Verdict, say: Phrases) -> str:
    """The same as a sentence."""
    return _sentence(verdict_clause(verdict, say))


def when_clause(seen: Observation, say: Phrases) -> str:
    """Of when an observation speaks, as the beginning of a sentence."""
    when, start = seen.as_of, seen.start
    if when.first is None:
        return say("Theo số liệu không rõ ngày", "By figures without a date")
    if start and start != when:
        span = say(f"từ {_dated(start, say)} đến {_dated(when, say)}", f"from {say.day(start)} to {say.day(when)}")
        total = seen.kind is Kind.CUMULATIVE
        return say(f"Lũy kế {span}", f"In all {span}") if total else f"{span[:1].upper()}{span[1:]}"
    if seen.kind is Kind.CUMULATIVE:
        return say(f"Lũy kế đến {_dated(when, say)}", f"In all by {say.day(when)}")
    if seen.kind is Kind.FLOW and not when.is_day:
        return say(f"Trong {say.day(when)}", f"In {say.day(when)}")
    if when.is_day:
        return say(f"Tính đến ngày {say.day(when)}", f"As of {say.day(when)}")
    return say(f"Theo số liệu {say.day(when)}", f"By figures of {say.day(when)}")


def _clauses(seen: Observation, say: Phrases, most_names: int | None, most_done: int | None = None) -> Iterator[str]:
    if seen.kind is Kind.ADOPTION:
        yield from _adoption_clauses(seen, say, most_names, most_names if most_done is None else most_done)
    else:
        yield quantity_clause(seen, say)


def quantity_clause(seen: Observation, say: Phrases) -> str:
    """A quantity, a share or a rank: what is measured, in which part, of whom, and how much it is."""
    indicator = seen.indicator
    measure = say(indicator.measure_vi or _lower(indicator.name_vi), indicator.measure_en or _lower(indicator.name_en))
    part = say.breakdown(indicator, seen.breakdown)
    whom = "" if seen.group.id == "national" else say(f" của {_group(seen, say)}", f" for {_group(seen, say)}")
    unit = f" {say(*UNITS[indicator.unit])}" if indicator.unit in UNITS else ""
    said = f"{say.figure(seen)}{unit}{_rate(seen, say)}"
    return f"{measure}{f' ({part})' if part else ''}{whom} {say('là', 'is')} {said}"


def _adoption_clauses(seen: Observation, say: Phrases, most_names: int | None, most_done: int | None) -> Iterator[str]:
    """Who has done it, who has not, who is at it, who is exempt, as far as the source says."""
    counted = counted_bodies(seen, say)
    told = bool(counted or seen.done)
    if counted:
        yield f"{counted} {_done_words(seen, say)}{_done_names(seen, say, most_done)}"
    elif seen.done:
        yield _named_as_done(seen.done, seen, say, most_done)
    if seen.outstanding:
        yield waiting_clause(seen.outstanding, seen, say, most_names, alone=not told)
    if seen.in_progress:
        what = "" if told or seen.outstanding else f" “{say.indicator(seen.indicator)}”"
        words = (f"đang thực hiện{what}", f"at work on{what or ' it'}")
        yield _listed(seen.in_progress, seen, say, most_names, words)
    if seen.exempt:
        yield _listed(seen.exempt, seen, say, most_names, ("đặc thù", "exempt"))
    if seen.figure and seen.figure.count and not (seen.base or seen.figure.percent or seen.group.cohort):
        yield say("nguồn không nêu tổng số", "the source does not print how many there are in all")


def _named_as_done(done: Listing, seen: Observation, say: Phrases, most_names: int | None) -> str:
    names, whole = _names(done, say, most_names), _group(seen, say)
    if seen.group.body:
        return f"{whole} {say(done_words(seen.indicator, say), _one_has(seen))}"
    words, count = done_words(seen.indicator, say), len(done.bodies)
    return say(
        f"nguồn nêu tên {count} {whole} {words}{names}", f"of the {whole} that {words}, the source names {count}{names}"
    )


def counted_bodies(seen: Observation, say: Phrases) -> str:
    """How many of whom have done it: `19/30 bộ, ngành (63,33%)`; empty where only others are listed."""
    figure, done = seen.figure, seen.done
    if not figure:
        return _of_whom(say.printed(done.stated.printed), seen, say) if done and done.stated else ""
    if not figure.count:
        return say(f"{figure.printed} {_group(seen, say)}", f"{say.printed(figure.printed)} of {_group(seen, say)}")
    count, percent = _split(say.figure(seen))
    beside = seen.of.count if seen.of and not figure.base and seen.of.count else None
    out_of = say(f" trong số {say.number(beside.value)}", f" of {say.number(beside.value)}") if beside else ""
    return _of_whom(f"{count}{out_of}", seen, say) + (f" ({percent})" if percent else _rate(seen, say))


def _split(figure: str) -> tuple[str, str]:
    """A count, and the percentage printed beside it; `27% (25)` as well as `25 (27%)`."""
    main, _, beside = figure.removesuffix(")").partition(" (")
    return (beside, main) if "%" in main and beside else (main, beside)


def _of_whom(count: str, seen: Observation, say: Phrases) -> str:
    """A count with those out of whom it is counted; a cohort has its own number in its name."""
    whole = _group(seen, say)
    if seen.group.cohort:
        return say(f"{count} {_noun(seen, say)} trong {whole}", f"{count} of the {whole}")
    return say(f"{count} {whole}", f"{count} of the {whole}" if count == ONE else f"{count} {whole}")


def _rate(seen: Observation, say: Phrases) -> str:
    """The recomputed percentage in brackets, where the source prints a part of a whole without one."""
    figure = seen.figure
    percent = percent_of(seen)
    printed = (figure and figure.percent) or seen.share
    if printed or percent is None or not seen.base or not figure or figure.qualifier or _says_all_in_words(figure):
        return ""
    return f" ({say.percent(percent).replace(say(',00', '.00'), '')})"


def _says_all_in_words(figure: Figure) -> bool:
    return figure.says_all and not figure.printed[:1].isdigit()


def done_words(indicator: Indicator, say: Phrases) -> str:
    """What those have done who have done it, in the words of the catalogue."""
    return say(
        indicator.done_vi or f"đã thực hiện “{indicator.name_vi}”",
        indicator.done_en or f"have done it (“{indicator.name_en}”)",
    )


def _done_words(seen: Observation, say: Phrases) -> str:
    """The same after a count; the English verbs of the catalogue are those of several."""
    alone = seen.figure and seen.figure.printed == ONE
    return say(done_words(seen.indicator, say), _one_has(seen) if alone else done_words(seen.indicator, say))


def _one_has(seen: Observation) -> str:
    return f"has done it (“{seen.indicator.name_en}”)"


def _outstanding_words(seen: Observation, say: Phrases) -> str:
    return say(
        seen.indicator.outstanding_vi or f"chưa thực hiện “{seen.indicator.name_vi}”",
        seen.indicator.outstanding_en or f"have not done it (“{seen.indicator.name_en}”)",
    )


def waiting_clause(
    listing: Listing, seen: Observation, say: Phrases, most_names: int | None = None, *, alone: bool = False
) -> str:
    """How many have not done it, and whom the source names; `alone` says what it is that they have not done."""
    count, names = _count(listing, say), _names(listing, say, most_names)
    be = "is" if count == ONE else "are"
    if not alone:
        return say(f"còn {count} {_noun(seen, say)} chưa hoàn thành{names}", f"{count} {be} outstanding{names}")
    one = f"is outstanding (“{seen.indicator.name_en}”)"
    if seen.group.body:
        return f"{_group(seen, say)} {say(_outstanding_words(seen, say), one)}"
    words = say(_outstanding_words(seen, say), one if count == ONE else _outstanding_words(seen, say))
    return f"{_of_whom(count, seen, say)} {words}{names}"


def _waiting_short(headline: Headline, say: Phrases) -> str:
    beside = headline.lists
    if not beside or not beside.outstanding or beside.as_of != headline.observation.as_of:
        return ""
    return waiting_clause(beside.outstanding, beside, say, 3)


def _listed(listing: Listing, seen: Observation, say: Phrases, most_names: int | None, words: tuple[str, str]) -> str:
    names, count = _names(listing, say, most_names), _count(listing, say)
    be = "is" if count == ONE else "are"
    return say(f"{count} {_noun(seen, say)} {words[0]}{names}", f"{count} {be} {words[1]}{names}")


def _done_names(seen: Observation, say: Phrases, most_names: int | None) -> str:
    """The names of those who have done it, which a figure may count more of than are named."""
    if not seen.done:
        return ""
    count = seen.figure.count if seen.figure else None
    every = seen.done.is_complete and (not seen.figure or (count and count.exact and count.value == seen.done.total))
    return _named(seen.done.bodies, say, most_names, every=bool(every))


def _count(listing: Listing, say: Phrases) -> str:
    return say.printed(listing.stated.printed) if listing.stated else str(len(listing.bodies))


def _names(listing: Listing, say: Phrases, most_names: int | None) -> str:
    return _named(listing.bodies, say, most_names, every=listing.is_complete)


def _named(bodies: Sequence[Body], say: Phrases, most_names: int | None, *, every: bool) -> str:
    """The names after a count: all of them, those that the source gives, or that it gives none."""
    named = len(bodies)
    if not bodies:
        return say(" (nguồn không nêu tên)", " (the source names none)")
    if most_names is not None and named > most_names:
        return "" if every else say(f" (nguồn nêu tên {named})", f" (the source names {named})")
    names = say.bodies(bodies)
    if every:
        return f": {names}"
    return say(f", trong đó nguồn nêu tên {named}: {names}", f", of whom the source names {named}: {names}")


def _change_clause(change: Change, new: Observation, say: Phrases) -> str:
    old = change.before
    if change.comparable:
        since = say(f"so với {_dated(old.as_of, say)}", f"since {say.day(old.as_of)}")
        return f"{since} ({say.figure(old)}), {difference_words(change.units, change.points, new, say)}"
    if change.outstanding and change.reasons == (Reason.OTHER_FORM,):
        return _fewer(change.outstanding, old, new, say)
    reasons = reasons_text(change.reasons, Pair(old, new), say)
    return say(
        f"không so sánh được với số liệu {_dated(old.as_of, say)} ({say.value(old)}): {reasons}",
        f"not comparable with the figure of {say.day(old.as_of)} ({say.value(old)}): {reasons}",
    )


def difference_words(units: Decimal | None, points: Decimal | None, new: Observation, say: Phrases) -> str:
    """By how much a figure moved, in units and in percentage points: `tăng 6 cơ quan (20,00 điểm phần trăm)`."""
    main = units if units is not None else points
    if not main:
        return say("không thay đổi", "no change")
    way = say("tăng", "up") if main > 0 else say("giảm", "down")
    if new.indicator.direction is Direction.LESS:
        way = say("tăng thêm", "up") if main > 0 else say("giảm còn ít hơn", "down")
    share = f"{say.number(abs(points), 2)} {say('điểm phần trăm', 'percentage points')}" if points else ""
    if units is None:
        return f"{way} {share}"
    noun = f" {_noun(new, say, abs(units))}" if new.kind is Kind.ADOPTION else ""
    return f"{way} {say.number(abs(units))}{noun}{f' ({share})' if share else ''}"


def _fewer(counts: tuple[int, int], old: Observation, new: Observation, say: Phrases) -> str:
    before, now = counts
    noun, day = _noun(new, say), _dated(old.as_of, say)
    if before == now:
        return say(
            f"số {noun} chưa hoàn thành vẫn là {now} như {day}", f"as on {say.day(old.as_of)}, {now} are outstanding"
        )
    way = say(*(("giảm", "down") if now < before else ("tăng", "up")))
    to = say("xuống còn" if now < before else "lên", "to")
    return say(
        f"số {noun} chưa hoàn thành {way} từ {before} ({day}) {to} {now}",
        f"the outstanding went {way} from {before} ({say.day(old.as_of)}) to {now}",
    )


def _group(seen: Observation, say: Phrases) -> str:
    name = say.group(seen.group, short=True)
    return name if seen.group.body else _lower(name).removeprefix("all ")


def _noun(seen: Observation, say: Phrases, count: object = None) -> str:
    """What the members of a group are called when they are counted."""
    kinds = seen.group.kinds
    local = [kind.is_local for kind in kinds]
    vi = "địa phương" if local and all(local) else "cơ quan, địa phương" if any(local) else "cơ quan"
    return say(vi, "body" if count == 1 else "bodies")


def _dated(when: AsOf, say: Phrases) -> str:
    return say(f"ngày {say.day(when)}", say.day(when)) if when.is_day else say.day(when)


def _joined(texts: Iterable[str], say: Phrases) -> str:
    *before, last = texts
    return f"{', '.join(before)}{say(' và ', ' and ') if before else ''}{last}"


def _lower(text: str) -> str:
    """The text without the capital of its first word; a word that has further capitals or digits stays as it is."""
    first = text.split(" ", 1)[0]
    return text if not first[1:].islower() and len(first) > 1 else f"{text[:1].lower()}{text[1:]}"


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."
