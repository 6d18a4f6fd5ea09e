"""What the reader knows: names of bodies, units and cues, built from the plain contents of the registry files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from egov_tracker.reading.cues import Cues, compile_cues
from egov_tracker.reading.tokens import words_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.reading.tokens import Token

CENTRAL_KINDS = frozenset({"ministry", "ministry_level", "government_agency"})
PROVINCE_KINDS = frozenset({"province", "city"})

_FRONTS = frozenset({"thành", "phố", "tp"})
_BEFORE_PROVINCE = _FRONTS | {"tỉnh", "ubnd", "dân", "các", "và", "gồm", "là", "như", "tại", "ở"}
_INSTITUTIONS = frozenset({"bộ", "ban", "bảo", "đài", "thông", "viện", "học", "uỷ", "ủy", "ngân", "thanh", "văn"})
_SHORT = 3


class Name(NamedTuple):
    """A body named in the text: tokens `first` to `last`, characters `start` to `end`.

    `bare` says that the words mean a body only in a list of bodies: "Tài chính" for "Bộ Tài chính".
    """

    first: int
    last: int
    start: int
    end: int
    ids: tuple[str, ...]
    kind: str
    bare: bool

    @property
    def is_province(self) -> bool:
        """Whether it is a province or a city."""
        return self.kind in PROVINCE_KINDS


class _Entry(NamedTuple):
    ids: tuple[str, ...]
    kind: str
    bare: bool
    capitals: bool


class IndicatorWords(NamedTuple):
    """What the reader must know of an indicator.

    `counts` is the unit that it counts beside its percentages, "" where there is none. `percentages` says where one
    may stand: "alone" without a counted noun, "in_name" as a part of what the indicator is called.
    """

    id: str
    unit: str
    kinds: tuple[str, ...]
    breakdown: Mapping[str, tuple[str, ...]]
    since: str | None
    dimensions: Cues
    national: bool
    counts: str
    percentages: str


@dataclass(frozen=True)
class Lexicon:
    """Names, units and cues, ready to be matched."""

    indicators: Mapping[str, IndicatorWords]
    cues: Cues
    names: Mapping[str, object]
    spellings: Mapping[str, str]
    vocabulary: Mapping[str, frozenset[str]]

    def find_names(self, text: str, tokens: Sequence[Token]) -> list[Name]:
        """Find the bodies named, at each place the longest name, never one inside another."""
        found, at = [], 0
        while at < len(tokens):
            name = self._name_at(text, tokens, at)
            if name:
                found.append(name)
            at = name.last + 1 if name else at + 1
        return found

    def _name_at(self, text: str, tokens: Sequence[Token], at: int) -> Name | None:
        node, best = self.names, None
        for index in range(at, len(tokens)):
            node = node.get(tokens[index].word)  # type: ignore[assignment]
            if node is None or (index > at and not _is_joined(text[tokens[index - 1].end : tokens[index].start])):
                break
            entry = node.get("")
            if isinstance(entry, _Entry) and _looks_right(text, tokens, at, index, entry):
                best = Name(at, index, tokens[at].start, tokens[index].end, *entry[:3])
        return _with_front(text, tokens, best) if best else None


def build_lexicon(
    bodies: Mapping[str, Mapping[str, object]],
    catalogue: Mapping[str, Mapping[str, Any]],
    words: Mapping[str, object],
) -> Lexicon:
    """Build from the registry, the catalogue and the cues of its indicators; TextError for a bad cue."""
    known: Mapping[str, Mapping[str, object]] = words["indicators"]  # type: ignore[assignment]
    units: Mapping[str, Sequence[str]] = words["units"]  # type: ignore[assignment]
    names, spellings = _name_tree(bodies)
    indicators, lists = catalogue["indicators"], catalogue.get("dimensions", {})
    cues_of = {name: cues for name, cues in known.items() if name in indicators}
    national = _texts(words["national"])
    return Lexicon(
        {
            indicator: _indicator_words(
                indicator, row, cues_of.get(indicator, {}), lists, national=indicator in national
            )
            for indicator, row in indicators.items()
        },
        compile_cues([*_labelled(cues_of), *_labelled_more(units, words)]),
        names,
        spellings,
        {indicator: _vocabulary(cues_of.get(indicator, {})) for indicator in indicators},
    )


def _vocabulary(cues: Mapping[str, object]) -> frozenset[str]:
    """Give the words of the cues that name an indicator in full."""
    return frozenset(word for cue in _texts(cues.get("proof", ())) for word in words_of(cue))


def _labelled(cues_of: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    for indicator, cues in cues_of.items():
        for strength in ("proof", "hint", "not"):
            for cue in _texts(cues.get(strength, ())):
                yield f"{indicator} {strength}", cue


def _labelled_more(units: Mapping[str, Sequence[str]], words: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give the cues that belong to no indicator: units, and what lies outside the ledger."""
    yield from ((f"{unit} unit", cue) for unit, cues in units.items() for cue in cues)
    yield from ((f"{place} place", cue) for place in ("elsewhere", "abroad") for cue in _texts(words[place]))


def _indicator_words(
    indicator: str,
    row: Mapping[str, object],
    cues: Mapping[str, object],
    lists: Mapping[str, Mapping[str, object]],
    *,
    national: bool,
) -> IndicatorWords:
    dimensions: Mapping[str, Mapping[str, Sequence[str]]] = cues.get("dimensions", {})  # type: ignore[assignment]
    return IndicatorWords(
        indicator,
        str(row["unit"]),
        _texts(row["kind"]),
        _breakdown(row.get("breakdown", {}), lists),
        str(cues["since"]) if "since" in cues else None,
        compile_cues(
            (f"{name} {value}", cue)
            for name, values in dimensions.items()
            for value, cues_of_value in values.items()
            for cue in cues_of_value
        ),
        national,
        str(cues.get("counts", "")),
        str(cues.get("percentages", "")),
    )


def _breakdown(printed: object, lists: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[str, ...]]:
    """Give the dimensions of an indicator with their values: those it names, else all of the dimension's list."""
    if isinstance(printed, dict):
        return {name: _texts(values) for name, values in printed.items()}
    return {name: tuple(lists[name]) for name in _texts(printed)}


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()


def _name_tree(bodies: Mapping[str, Mapping[str, object]]) -> tuple[dict[str, object], dict[str, str]]:
    tree: dict[str, object] = {}
    spellings: dict[str, str] = {}
    for body, row in bodies.items():
        kind = str(row["kind"])
        for name in _names_of(row):
            spellings.setdefault(name, str(row["name_vi"]))
            words = words_of(name)
            _plant(tree, words, _Entry((body,), kind, _is_bare(words, name, kind), name == name.upper()))
    return tree, spellings


def _names_of(row: Mapping[str, object]) -> tuple[str, ...]:
    more = (row.get(field) for field in ("name_official", "name_display", "short"))
    return (str(row["name_vi"]), *(str(name) for name in more if name), *_texts(row.get("aliases")))


def _plant(tree: dict[str, object], words: Sequence[str], entry: _Entry) -> None:
    node = tree
    for word in words:
        node = node.setdefault(word, {})  # type: ignore[assignment]
    known = node.get("")
    if isinstance(known, _Entry):
        entry = known._replace(
            ids=tuple(dict.fromkeys(known.ids + entry.ids)), capitals=known.capitals and entry.capitals
        )
    node[""] = entry


def _is_bare(words: Sequence[str], name: str, kind: str) -> bool:
    """Say whether the name lacks the word that makes it a body; every province has such a name."""
    if kind in PROVINCE_KINDS:
        return False
    return words[0] not in _INSTITUTIONS and "&" not in name and name != name.upper()


def _looks_right(text: str, tokens: Sequence[Token], first: int, last: int, entry: _Entry) -> bool:
    """Hold a match to the capital letters of a name: "hòa bình" is peace, "Nguyễn Hòa Bình" a person."""
    printed = text[tokens[first].start : tokens[last].end]
    if entry.capitals:
        return printed == printed.upper()
    if not printed[0].isupper() or (
        not printed.isupper() and not printed.split()[-1][0].isupper() and entry.kind in PROVINCE_KINDS
    ):
        return False
    if entry.kind in CENTRAL_KINDS and not entry.bare:
        return True
    return not _follows_a_name(text, tokens, first, entry)


def _is_joined(between: str) -> bool:
    return len(between) <= _SHORT and not any(sign in between for sign in ":;()/|\t")


def _follows_a_name(text: str, tokens: Sequence[Token], first: int, entry: _Entry) -> bool:
    if first == 0:
        return False
    before = tokens[first - 1]
    if text[before.end : tokens[first].start] != " " or before.word in _BEFORE_PROVINCE:
        return False
    if entry.bare and before.word in {"bộ", "ngành"}:
        return False
    inside = first > 1 and text[tokens[first - 2].end : before.start].strip() == ""
    return text[before.start].isupper() and inside


def _with_front(text: str, tokens: Sequence[Token], name: Name) -> Name:
    """Take "Thành phố" and "TP." into the printed name."""
    if not name.is_province:
        return name
    first = name.first
    while (
        first > 0
        and tokens[first - 1].word in _FRONTS
        and len(text[tokens[first - 1].end : tokens[first].start]) < _SHORT
    ):
        first -= 1
    if first == name.first or not text[tokens[first].start].isupper() or tokens[first].word == "phố":
        return name
    return name._replace(start=tokens[first].start, first=first)
