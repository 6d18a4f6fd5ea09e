"""A draft: YAML that loads as a snapshot once a person has taken `draft` and `anchors` out; doubts stand above."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from egov_tracker.reading.claims import RANK, Claim, Doubt
from egov_tracker.reading.mentions import Class
from egov_tracker.reading.records import quote_of
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.passages import line_starts
from egov_tracker.text.quarters import Quarter
from egov_tracker.text.yaml_scalars import yaml_scalar
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.reading.claims import Anchor, Listed
    from egov_tracker.reading.reader import Reading


class Decisions(NamedTuple):
    """What people have decided about the figures of a text before.

    `starts` are offsets in the text. `blocks` are accepted observations as they stand in an earlier draft, with their
    `keys`; `rejected` are the places where no figure was found.
    """

    starts: frozenset[int] = frozenset()
    rejected: tuple[Anchor, ...] = ()
    blocks: tuple[tuple[str, ...], ...] = ()
    keys: tuple[str, ...] = ()

    def knows(self, claim: Claim) -> bool:
        """Whether a claim stands where something was decided already."""
        spans = (claim.value, *(name.anchor for name in claim.names))
        return any(span[0] in self.starts for span in spans if span)


class Entry(NamedTuple):
    """A document of the draft: what its head says, or what the user said of it."""

    id: str
    kind: str
    title: str
    number: str | None
    date: str | None
    reading: Reading
    starts: tuple[int, ...]
    decided: Decisions = Decisions()

    @property
    def new(self) -> tuple[Claim, ...]:
        """The claims about which nothing is decided yet."""
        return tuple(claim for claim in self.reading.claims if not self.decided.knows(claim))


class Observation(NamedTuple):
    """Claims of one series and date that go together into one observation."""

    claims: tuple[Claim, ...]
    source: Entry

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The doubts of all its claims, none lost; each names its slot where there are several."""
        if len(self.claims) == 1:
            return self.claims[0].doubts
        told = [
            each._replace(message=f"{claim.slot}: {each.message}") for claim in self.claims for each in claim.doubts
        ]
        return tuple(sorted(told, key=lambda each: RANK[each.code]))


_LONGEST_QUOTE = 600
_LONGEST_PASSAGE = 80
_LONGEST_TITLE = 200
_UNPRINTABLE = re.compile("[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"(?:^|\n)\s*Số\s*:?\s*(\d[\w.]*\s?/\s?[A-ZĐ][\w\-&]{1,30})")
_SUBJECT = re.compile(r"(?:^|\n)\s*V/v:?\s+([^\n]+(?:\n[^\n]+){0,5}?)(?=\n\s*\n|\n[^\n]{0,40}, ngày|$)")
_HEAD = 1_500


def describe_all(
    readings: Iterable[tuple[str, Reading]], source: str | None = None, kind: str | None = None
) -> tuple[Entry, ...]:
    """Describe documents by the names of their files; ids that would be the same are numbered."""
    entries: list[Entry] = []
    taken: Counter[str] = Counter()
    for name, reading in readings:
        entry = describe(reading, name, source, kind)
        taken[entry.id] += 1
        number = taken[entry.id]
        entries.append(entry if number == 1 else entry._replace(id=f"{entry.id}-{number}"))
    return tuple(entries)


def describe(reading: Reading, name: str, source: str | None = None, kind: str | None = None) -> Entry:
    """Take from the head of a document what a snapshot says of its source; `name` is the name of the file."""
    head = reading.source.text[:_HEAD]
    number = found[1].replace(" ", "") if (found := _NUMBER.search(head)) else None
    guessed = "letter" if number and "Kính gửi" in head else "report" if "BÁO CÁO" in head else "press"
    return Entry(
        source or slug(name),
        kind or guessed,
        _title(reading.source.text, name),
        number,
        reading.head_date,
        reading,
        line_starts(reading.source.text),
    )


def slug(name: str) -> str:
    """Make an id of a file's name: lower case, ASCII, dashes."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower().replace("đ", "d")
    bare = "".join(char for char in unicodedata.normalize("NFD", stem) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60] or "source"


def _title(text: str, name: str) -> str:
    """Give the subject of a letter, else the first line, else the name of the file."""
    if subject := _SUBJECT.search(text[:_HEAD]):
        return " ".join(subject[1].split())[:_LONGEST_TITLE]
    first = next((line.strip(" #*\t") for line in text.splitlines() if line.strip(" #*\t")), "")
    return first[:_LONGEST_TITLE] or name


def period_of(entries: Sequence[Entry]) -> Quarter | None:
    """Give the quarter of which most figures speak; None where no date is printed."""
    votes: Counter[Quarter] = Counter()
    for entry in entries:
        for claim in entry.reading.claims:
            last = parse_as_of(claim.as_of).last
            if last:
                votes[Quarter(last.year, (last.month + 2) // 3)] += 1
    return max(votes, key=lambda quarter: (votes[quarter], quarter), default=None)


def write_draft(entries: Sequence[Entry], period: Quarter) -> str:
    """Write the draft of one quarter from one or more documents."""
    lines = [*_head(entries), f"period: {period}", "", "draft:", "  read:"]
    lines += [f"    {entry.id}: {scalar(entry.reading.source.extractor)}" for entry in entries]
    if keys := [key for entry in entries for key in entry.decided.keys]:
        lines += ["  accepted:", *(f"    - {scalar(key)}" for key in keys)]
    lines += ["", "sources:"]
    for entry in entries:
        lines += _source(entry)
    observations = [each for entry in entries for each in _observations(entry)]
    kept = [block for entry in entries for block in entry.decided.blocks]
    lines += ["", "observations:" if observations or kept else "observations: []"]
    for block in kept:
        lines += ["", *block]
    for observation in observations:
        lines += ["", *_observation(observation)]
    for entry in entries:
        lines += _rest(entry)
    return "\n".join(lines) + "\n"


def _head(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        reading = entry.reading
        clean = sum(claim.is_clean for claim in reading.claims)
        counts = f"claims {len(reading.claims)}, without doubt {clean}; plans and orders {len(reading.proposals)}"
        before = len(reading.claims) - len(entry.new)
        yield f"# {entry.id}: {counts}{f'; decided before {before}' if before else ''}."
        kinds = Counter(passage.kind for passage in reading.unread)
        classes = ", ".join(
            f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
        )
        runs, classified = reading.digits
        yield f"# {runs} runs of digits, {classified} classed; beside the claims: {classes or 'none'}."


def _source(entry: Entry) -> Iterator[str]:
    yield f"  {entry.id}:"
    yield f"    kind: {entry.kind}"
    yield f"    title: {scalar(entry.title)}"
    yield f"    number: {scalar(entry.number) if entry.number else 'null'}"
    yield f"    date: {entry.date or 'null'}"
    yield f"    text_sha256: {entry.reading.source.text_sha256}"
    if entry.decided.rejected:
        yield f"    rejected: [{', '.join(map(_span, entry.decided.rejected))}]"


def _observations(entry: Entry) -> list[Observation]:
    """Put claims of one series, date and group together, each slot once; in the order of the text."""
    made: dict[tuple[object, ...], list[Claim]] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for claim in entry.new:
        key = (claim.indicator, claim.group, claim.breakdown, claim.kind, claim.as_of, claim.start)
        made.setdefault((*key, seen[(*key, claim.slot)]), []).append(claim)
        seen[(*key, claim.slot)] += 1
    return [Observation(tuple(claims), entry) for claims in made.values()]


def _observation(observation: Observation) -> Iterator[str]:
    text, first = observation.source.reading.source.text, observation.claims[0]
    for quote in dict.fromkeys(quote_of(text, claim.quote) for claim in observation.claims):
        yield f"  # {_shown(quote, _LONGEST_QUOTE)}"
    for each in observation.doubts:
        yield f"  # doubt: {each.code.value} {_shown(each.message, _LONGEST_QUOTE)}"
    yield f"  - indicator: {first.indicator}"
    yield f"    group: {scalar(first.group)}"
    if first.breakdown:
        yield f"    breakdown: {{{', '.join(f'{name}: {value}' for name, value in first.breakdown)}}}"
    if first.kind:
        yield f"    kind: {first.kind}"
    if first.start:
        yield f"    from: {first.start}"
    yield f"    as_of: {first.as_of}"
    for claim in observation.claims:
        yield from _slot(claim, text)
    yield f"    source: {observation.source.id}"
    yield f"    at: {_lines_of(observation.source.starts, observation.claims)}"
    yield f"    anchors: {_anchors(observation.claims, text)}"


def _slot(claim: Claim, text: str) -> Iterator[str]:
    names = _names(claim.names)
    if claim.slot == "value":
        yield f"    value: {scalar(claim.printed or '')}"
        if claim.share:
            yield f"    share: {{printed: {scalar(text[claim.share[0] : claim.share[1]], flow=True)}}}"
        if names:
            yield f"    done: {{names: {names}}}"
        return
    count = _count(claim)
    parts = ([f"count: {scalar(count, flow=True)}"] if count else []) + ([f"names: {names}"] if names else [])
    yield f"    {claim.slot}: {{{', '.join(parts)}}}"


def _count(claim: Claim) -> str | None:
    """Give the number of a list as the format writes it: 2 for "2/23"."""
    if not claim.printed:
        return None
    if parse_figure(claim.printed).base:
        return claim.printed.split("/")[0].strip()
    return claim.printed.split("(")[0].strip()


def _names(names: Sequence[Listed]) -> str:
    return f"[{', '.join(scalar(name.printed, flow=True) for name in names)}]" if names else ""


def _anchors(claims: Sequence[Claim], text: str) -> str:
    """Write the offsets of every field: those of a list beside its own slot."""
    parts = []
    for claim in claims:
        inner = [f"names: [{', '.join(_span(name.anchor) for name in claim.names)}]"] if claim.names else []
        if claim.slot == "value":
            parts += [f"value: {_span(claim.value)}"] if claim.value else []
            parts += [f"share: {_span(claim.share)}"] if claim.share else []
            parts += inner
        else:
            count = [f"count: {_span(_anchor_of_count(claim, text))}"] if claim.value else []
            parts.append(f"{claim.slot}: {{{', '.join(count + inner)}}}")
    dated = next((claim.date for claim in claims if claim.date), None)
    return f"{{{', '.join(parts + ([f'as_of: {_span(dated)}'] if dated else []))}}}"


def _anchor_of_count(claim: Claim, text: str) -> Anchor:
    """Give the place of the number of a list without what stands behind it: of "2" in "2/23"."""
    start, end = claim.value or (0, 0)
    return start, start + len(re.split(r"[/(]", text[start:end])[0].rstrip())


def _span(anchor: Anchor) -> str:
    return f"[{anchor[0]}, {anchor[1]}]"


def _lines_of(starts: Sequence[int], claims: Sequence[Claim]) -> str:
    first = min(bisect_right(starts, claim.at) for claim in claims)
    last = max(bisect_right(starts, claim.value[0] if claim.value else claim.names[-1].anchor[0]) for claim in claims)
    return f"dòng {first}" if first == last else f"dòng {first}–{last}"


def _rest(entry: Entry) -> Iterator[str]:
    """List plans and orders, then every number that became no observation, by class, with its place."""
    text = entry.reading.source.text
    starts = entry.starts
    if entry.reading.proposals:
        yield ""
        yield f"# {entry.id}: plans, targets and orders, for the obligations"
    for proposal in entry.reading.proposals:
        due = f", due {proposal.due}" if proposal.due else ""
        printed, place = _shown(proposal.printed, _LONGEST_PASSAGE), _place(starts, *proposal.value)
        yield f"# - {printed}{due}, {place}: {_shown(quote_of(text, proposal.quote), _LONGEST_QUOTE)}"
    passages = sorted(
        entry.reading.unread, key=lambda passage: (passage.kind is not Class.UNREAD, passage.kind, passage.start)
    )
    for kind, group in groupby(passages, key=lambda passage: passage.kind):
        yield ""
        yield f"# {entry.id}: {kind}"
        for passage in group:
            reason = f" ({passage.reason})" if passage.reason else ""
            printed = _shown(text[passage.start : passage.end], _LONGEST_PASSAGE)
            yield f"# - {printed}, {_place(starts, passage.start, passage.end)}{reason}"


def _place(starts: Sequence[int], start: int, end: int) -> str:
    return f"dòng {bisect_right(starts, start)}, {start}–{end}"


def _shown(text: str, longest: int) -> str:
    """Put a text on one line that YAML can hold, shortened where it is long."""
    line = _UNPRINTABLE.sub("?", " ".join(text.split()))
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def scalar(text: str, *, flow: bool = False) -> str:
    """Write a text as a YAML scalar, in quotes only where it needs them."""
    return yaml_scalar(_shown(text, 10_000), flow=flow)
