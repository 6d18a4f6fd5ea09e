"""Tables and annexes: rows and numbered lines whose heading says what they list."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError
from egov_tracker.reading.claims import Claim, Code, Doubt, Listed, doubt
from egov_tracker.reading.dates import UNKNOWN, Role
from egov_tracker.reading.layout import Block, Shape, Span, cells, is_rule
from egov_tracker.reading.mentions import Class
from egov_tracker.reading.parts import level_in
from egov_tracker.reading.sentences import take_apart
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.names import match_key
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.dates import DateMention
    from egov_tracker.reading.lexicon import IndicatorWords
    from egov_tracker.reading.sentences import CueHit, Sentence
    from egov_tracker.text.figures import Figure

_NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s*$")
_NUMBERED = re.compile(r"\s*(?:[-+•*–]\s*)?(?:\(?(?P<number>\d{1,3})[.)\]]?)?\s*")
_ORDER_HEADS = re.compile(r"\s*(?:stt|tt|số tt|số thứ tự|#)\s*$", re.IGNORECASE)


class Entry(NamedTuple):
    """A numbered name of an annex."""

    number: int | None
    name: Listed


class Found(NamedTuple):
    """The claims of a table or annex, and the class of each number that became none, by offset."""

    claims: tuple[Claim, ...] = ()
    classes: tuple[tuple[int, Class, str], ...] = ()


def read_annex(text: str, blocks: Sequence[Block], context: Context) -> tuple[Claim, ...]:
    """Read the lists of an annex: one claim for each sub-heading, or for each kind of body where there is none."""
    title = _title(text, blocks, context)
    if title is None:
        return ()
    hit, sentence = title
    slot = _slot_of(sentence)
    if slot is None:
        return ()
    claims = []
    for group, entries in _lists(text, blocks, context):
        ordered = _in_order(entries)
        claims.append(_annex_claim(context, hit, slot, group, ordered, sentence, _order_doubts(ordered)))
    return tuple(claims)


def _heads(text: str, blocks: Sequence[Block], context: Context) -> list[Block]:
    heads = []
    for block in blocks:
        if _names_in(text, block, context):
            break
        heads.append(block)
    return heads[:8]


def _title(text: str, blocks: Sequence[Block], context: Context) -> tuple[CueHit, Sentence] | None:
    """Find the cue in the lines above the first name of an annex."""
    heads = _heads(text, blocks, context)
    if not heads:
        return None
    sentence = take_apart(text, Span(heads[0].start, heads[-1].end), context.lexicon)
    adopting = [hit for hit in sentence.hits if context.lexicon.indicators[hit.indicator].unit == "bodies"]
    vetoed = {hit.indicator for hit in sentence.vetoes}
    adopting = [hit for hit in adopting if hit.indicator not in vetoed]
    if not adopting:
        return None
    return max(adopting, key=lambda hit: (hit.is_proof, hit.last - hit.first)), sentence


def _slot_of(sentence: Sentence) -> str | None:
    words = sentence.words
    if "chưa" in words:
        return "outstanding"
    if "đang" in words:
        return "in_progress"
    return "done" if "đã" in words or "hoàn" in words else None


def _names_in(text: str, block: Block, context: Context) -> list[Entry]:
    """Give the numbered names of a row or a line that holds nothing else."""
    if block.shape is Shape.ROW:
        return _names_in_cells(text, cells(text, block), context)
    entry = _whole_name(text, Span(block.start, block.end), context)
    return [entry] if entry else []


def _names_in_cells(text: str, row: Sequence[Span], context: Context) -> list[Entry]:
    entries, number = [], None
    for cell in row:
        printed = text[cell.start : cell.end]
        if _NUMBER.match(printed):
            number = int(re.sub(r"\D", "", printed))
        elif printed:
            entry = _whole_name(text, cell, context)
            if entry:
                entries.append(entry if entry.number is not None else entry._replace(number=number))
            elif (
                number is not None and printed[0].isupper() and not any(char.isdigit() for char in printed) and entries
            ):
                entries.append(Entry(number, Listed(printed, (cell.start, cell.end), known=False)))
            number = None
    return entries


def _whole_name(text: str, span: Span, context: Context) -> Entry | None:
    """Read a stretch that is a name and nothing more, perhaps with a number before it."""
    found = _NUMBERED.match(text, span.start, span.end)
    start = found.end() if found else span.start
    printed = text[start : span.end].strip().rstrip(";.,")
    if not printed or len(printed) > 90:  # noqa: PLR2004 - no body has a longer name
        return None
    sentence = take_apart(text, Span(start, start + len(printed)), context.lexicon) if printed[0].isupper() else None
    if sentence is None or len(sentence.names) != 1:
        return None
    name = sentence.names[0]
    covered = all(word in {"tỉnh", "thành", "phố", "tp", "ubnd", "bộ"} for word in sentence.words[: name.first])
    if not covered or name.last != len(sentence.tokens) - 1:
        return None
    number = int(found["number"]) if found and found["number"] else None
    return Entry(number, Listed(printed, (start, start + len(printed)), known=True, kind=name.kind))


def _lists(text: str, blocks: Sequence[Block], context: Context) -> Iterator[tuple[str, list[Entry]]]:
    """Give the lists of an annex with their groups: a line that names a group opens a new one."""
    group: str | None = None
    entries: list[Entry] = []
    for block in blocks:
        found = _names_in(text, block, context)
        if found:
            entries += found
            continue
        if entries:
            yield from _split(group, entries)
            entries = []
        group = _group_line(text, block, context) or group
    if entries:
        yield from _split(group, entries)


def _group_line(text: str, block: Block, context: Context) -> str | None:
    sentence = take_apart(text, Span(block.start, block.end), context.lexicon)
    ids = [group.id for group in sentence.groups if group.id and not group.foreign]
    return ids[0] if len(ids) == 1 else None


def _split(group: str | None, entries: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Hold a list to its group; without one, provinces and central bodies are two lists."""
    provinces = [entry for entry in entries if entry.name.is_province]
    central = [entry for entry in entries if not entry.name.is_province]
    for members, usual in ((central, "central"), (provinces, "provinces")):
        if members:
            fits = (
                group == "provinces"
                if usual == "provinces"
                else group in {"central", "ministries", "government_agencies"}
            )
            yield (group if fits and group else usual), members


def _in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Sort by the printed numbers, which run down one column and on in the next."""
    if any(entry.number is None for entry in entries):
        return list(entries)
    return sorted(entries, key=lambda entry: entry.number or 0)


def _order_doubts(entries: Sequence[Entry]) -> tuple[Doubt, ...]:
    doubts = []
    numbers = [entry.number for entry in entries if entry.number is not None]
    missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers)) if numbers else []
    if missing:
        doubts.append(doubt(Code.COUNT_NAMES, f"numbers missing: {', '.join(map(str, missing[:20]))}"))
    keys = Counter(match_key(entry.name.printed) for entry in entries)
    twice = dict.fromkeys(entry.name.printed for entry in entries if keys[match_key(entry.name.printed)] > 1)
    if twice:
        doubts.append(doubt(Code.COUNT_NAMES, f"printed more than once: {', '.join(twice)}"))
    if unknown := [entry.name.printed for entry in entries if not entry.name.known]:
        doubts.append(doubt(Code.UNKNOWN_NAME, ", ".join(unknown)))
    return tuple(doubts)


def _annex_claim(  # noqa: PLR0913, PLR0917 - the sides of one claim
    context: Context,
    hit: CueHit,
    slot: str,
    group: str,
    entries: Sequence[Entry],
    title: Sentence,
    doubts: Sequence[Doubt],
) -> Claim:
    dates = [date for date in title.dates if date.role is Role.AS_OF and date.as_of != UNKNOWN]
    carried = None if dates else context.paragraph_date
    date = dates[0] if dates else carried
    more = [doubt(Code.ANNEX)]
    if date is None:
        more.append(doubt(Code.DATE_UNKNOWN))
    elif carried:
        more.append(doubt(Code.DATE_ELSEWHERE))
    if not hit.is_proof:
        more.append(doubt(Code.INDICATOR_HINT))
    return Claim(
        indicator=hit.indicator,
        group=group,
        slot=slot,
        quote=(title.span.start, title.span.end),
        names=tuple(entry.name for entry in entries),
        as_of=date.as_of if date else UNKNOWN,
        date=(date.start, date.end) if date else None,
    ).doubted(*more, *doubts)


def read_table(text: str, rows: Sequence[Block], context: Context, caption: Sentence | None) -> Found:
    """Read the figures of a table: the row and the column say what each counts, and of whom."""
    grid = [cells(text, block) for block in rows if not is_rule(text, block)]
    if not grid:
        return Found()
    header = _header(text, grid)
    columns = [take_apart(text, cell, context.lexicon) for cell in header]
    claims: list[Claim] = []
    classes: list[tuple[int, Class, str]] = []
    for row in grid[1 if header else 0 :]:
        found = _read_row(text, row, columns, context, caption)
        claims += found.claims
        classes += found.classes
    return Found(tuple(claims), tuple(classes))


def _header(text: str, grid: Sequence[Sequence[Span]]) -> Sequence[Span]:
    """Take the first row for a header where none of its cells is a number."""
    first = grid[0]
    return () if any(_figure(text, cell) or _NUMBER.match(text[cell.start : cell.end]) for cell in first) else first


def _read_row(
    text: str, row: Sequence[Span], columns: Sequence[Sentence], context: Context, caption: Sentence | None
) -> Found:
    label = next((cell for cell in row if _is_label(text, cell)), None)
    said = take_apart(text, label, context.lexicon) if label else None
    claims: list[Claim] = []
    classes: list[tuple[int, Class, str]] = []
    for index, cell in enumerate(row):
        figure = _figure(text, cell)
        if figure is None:
            continue
        column = columns[index] if index < len(columns) else None
        if (column and _ORDER_HEADS.match(text[column.span.start : column.span.end])) or (
            index == 0 and _NUMBER.match(text[cell.start : cell.end])
        ):
            classes.append((cell.start, Class.LIST_NUMBER, "the number of a row"))
            continue
        claim = _cell_claim(text, cell, figure, said, column, context, caption)
        if claim:
            claims.append(claim)
        else:
            classes.append((cell.start, Class.UNREAD, "row and column do not say which indicator it is"))
    return Found(tuple(claims), tuple(classes))


def _is_label(text: str, cell: Span) -> bool:
    printed = text[cell.start : cell.end]
    return bool(printed) and _figure(text, cell) is None and not _NUMBER.match(printed) and len(printed) > 2  # noqa: PLR2004


def _figure(text: str, cell: Span) -> Figure | None:
    try:
        return parse_figure(text[cell.start : cell.end])
    except TextError:
        return None


def _cell_claim(  # noqa: PLR0913, PLR0917 - the sides of one cell
    text: str,
    cell: Span,
    figure: Figure,
    row: Sentence | None,
    column: Sentence | None,
    context: Context,
    caption: Sentence | None,
) -> Claim | None:
    sides = [side for side in (row, column, caption) if side]
    chosen = next(((hit, side) for side in sides if (hit := _cue(side, sides, figure, context))), None)
    if chosen is None:
        return None
    hit, side = chosen
    words = context.lexicon.indicators[hit.indicator]
    group, group_doubts = _group(sides, row)
    group = "national" if words.national else group
    breakdown, part_doubts = _breakdown(text, sides, column, words)
    date, date_doubts = _cell_date(row, column, context)
    elsewhere = (doubt(Code.INDICATOR_ELSEWHERE),) if side is caption else ()
    return Claim(
        indicator=hit.indicator,
        group=group,
        slot=_cell_slot(words.unit, sides),
        quote=(row.span.start if row and row.span.start < cell.end else cell.start, cell.end),
        breakdown=breakdown,
        kind="cumulative" if len(words.kinds) > 1 else None,
        value=(cell.start, cell.end),
        printed=text[cell.start : cell.end],
        as_of=date.as_of if date else UNKNOWN,
        date=(date.start, date.end) if date else None,
    ).doubted(doubt(Code.TABLE), *group_doubts, *part_doubts, *date_doubts, *elsewhere)


def _cell_date(
    row: Sentence | None, column: Sentence | None, context: Context
) -> tuple[DateMention | None, tuple[Doubt, ...]]:
    """The date of a cell: of its row, else of its column, else the one before the table; only a column's is its own."""
    dates = [
        date
        for each in (row, column)
        if each
        for date in each.dates
        if date.role in {Role.AS_OF, Role.WITHIN} and date.as_of != UNKNOWN
    ]
    date = dates[0] if dates else context.paragraph_date or context.section_date
    if date is None or date.as_of == UNKNOWN:
        return date, (doubt(Code.DATE_UNKNOWN),)
    own = column is not None and date in column.dates
    return date, () if own else (doubt(Code.DATE_ELSEWHERE),)


def _cue(side: Sentence, sides: Sequence[Sentence], figure: Figure, context: Context) -> CueHit | None:
    vetoed = {veto.indicator for each in sides for veto in each.vetoes}
    fitting = []
    for hit in side.hits:
        is_share = context.lexicon.indicators[hit.indicator].unit == "percent"
        fits = is_share if figure.count is None else figure.base or not is_share
        if fits and hit.indicator not in vetoed:
            fitting.append(hit)
    return max(fitting, key=lambda hit: (hit.is_proof, hit.last - hit.first), default=None)


def _group(sides: Sequence[Sentence], row: Sentence | None) -> tuple[str, tuple[Doubt, ...]]:
    if row and len(row.names) == 1 and row.names[0].last - row.names[0].first + 2 >= len(row.tokens):
        return row.text[row.names[0].start : row.names[0].end], ()
    for side in sides:
        ids = [group.id for group in side.groups if group.id and not group.foreign]
        if len(ids) == 1:
            return ids[0], ()
    return "national", (doubt(Code.GROUP),)


def _breakdown(
    text: str, sides: Sequence[Sentence], column: Sentence | None, words: IndicatorWords
) -> tuple[tuple[tuple[str, str], ...], tuple[Doubt, ...]]:
    if not words.breakdown:
        return (), ()
    name, values = next(iter(words.breakdown.items()))
    for side in (column, *sides):
        if side is None:
            continue
        value = _part(text, name, side, words)
        if value in values:
            return ((name, value),), ()
    return ((name, "all" if "all" in values else values[0]),), (doubt(Code.BREAKDOWN),)


def _part(text: str, name: str, side: Sentence, words: IndicatorWords) -> str:
    if name == "level":
        levels = [each for each in side.mentions if each.kind is Class.LEVEL]
        return level_in(text, levels[0].start, levels[0].end) if levels else ""
    hits = words.dimensions.find(side.tokens)
    return max(hits, key=lambda hit: hit.last - hit.first).label.split(" ")[1] if hits else ""


def _cell_slot(unit: str, sides: Sequence[Sentence]) -> str:
    if unit != "bodies":
        return "value"
    words = [word for side in sides for word in side.words]
    if "chưa" in words:
        return "outstanding"
    return "in_progress" if "đang" in words else "value"
