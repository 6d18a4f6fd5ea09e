"""What reading yields: claims with doubts, proposals, and passages that became neither."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.reading.mentions import Class

Anchor = tuple[int, int]


class Code(StrEnum):
    """Why a claim is doubted, the gravest first."""

    LEGACY_ENCODING = "LEGACY_ENCODING"
    OCR = "OCR"
    BOILERPLATE = "BOILERPLATE"
    ELSEWHERE = "ELSEWHERE"
    RIVAL_VALUE = "RIVAL_VALUE"
    RIVAL_INDICATOR = "RIVAL_INDICATOR"
    PLAN_NEARBY = "PLAN_NEARBY"
    PROOF = "PROOF"
    STATE = "STATE"
    COHORT = "COHORT"
    TRIAL = "TRIAL"
    ASKED = "ASKED"
    EXAMPLES = "EXAMPLES"
    COUNT_NAMES = "COUNT_NAMES"
    UNKNOWN_NAME = "UNKNOWN_NAME"
    SUM = "SUM"
    RANGE = "RANGE"
    INDICATOR_ELSEWHERE = "INDICATOR_ELSEWHERE"
    INDICATOR_HINT = "INDICATOR_HINT"
    GROUP = "GROUP"
    BREAKDOWN = "BREAKDOWN"
    PERIOD_KIND = "PERIOD_KIND"
    DATE_UNKNOWN = "DATE_UNKNOWN"
    DATE_RIVAL = "DATE_RIVAL"
    DATE_ELSEWHERE = "DATE_ELSEWHERE"
    DATE_DATED = "DATE_DATED"
    YEAR_ELSEWHERE = "YEAR_ELSEWHERE"
    HEADING = "HEADING"
    TABLE = "TABLE"
    ANNEX = "ANNEX"
    LONG_SENTENCE = "LONG_SENTENCE"
    NOT_ADOPTION = "NOT_ADOPTION"


SENTENCES = {
    Code.LEGACY_ENCODING: "the text seems to be in a font encoding of the time before Unicode",
    Code.OCR: "the text was recognised from a picture",
    Code.BOILERPLATE: "it stands beside the article: navigation, sidebar, caption or footer",
    Code.ELSEWHERE: "the sentence speaks of other bodies, places or programmes",
    Code.RIVAL_VALUE: "the document prints another figure for the same",
    Code.RIVAL_INDICATOR: "the sentence can be read as speaking of something else",
    Code.PLAN_NEARBY: "words of a plan or an order stand near it",
    Code.PROOF: "other words stand between the figure and what it counts",
    Code.STATE: "the words do not say clearly whether it is done",
    Code.COHORT: "it may count only bodies that were picked out",
    Code.TRIAL: "it may be a trial only",
    Code.ASKED: "these bodies were asked; that they are outstanding is inferred",
    Code.EXAMPLES: "the names are examples",
    Code.COUNT_NAMES: "the number does not equal the number of names",
    Code.UNKNOWN_NAME: "a name is not in the registry",
    Code.SUM: "the printed percentage or sum does not recompute",
    Code.RANGE: "the figure does not fit the group",
    Code.INDICATOR_ELSEWHERE: "what is counted is said in another clause, sentence or heading",
    Code.INDICATOR_HINT: "what is counted is not named in full",
    Code.GROUP: "who is counted is not named in full",
    Code.BREAKDOWN: "the part of the indicator is not said",
    Code.PERIOD_KIND: "it may count a period or a running total",
    Code.DATE_UNKNOWN: "no date is printed for it",
    Code.DATE_RIVAL: "more than one date may be meant",
    Code.DATE_ELSEWHERE: "the date stands in another sentence",
    Code.DATE_DATED: "the date is the day given with --dated",
    Code.YEAR_ELSEWHERE: "the year stands elsewhere",
    Code.HEADING: "it stands in a heading",
    Code.TABLE: "it stands in a table",
    Code.ANNEX: "it is a list of an annex",
    Code.LONG_SENTENCE: "the sentence is too long or too full to be read with certainty",
    Code.NOT_ADOPTION: "only counts of bodies are read with certainty so far",
}
RANK = {code: rank for rank, code in enumerate(Code)}


class Doubt(NamedTuple):
    """Why a claim needs a second look: a code, and one sentence."""

    code: Code
    message: str


def doubt(code: Code, detail: str = "") -> Doubt:
    """Word a doubt, with a detail from the text where there is one."""
    return Doubt(code, f"{SENTENCES[code]}: {detail}" if detail else SENTENCES[code])


class Listed(NamedTuple):
    """A name as printed and where; `known` says whether the registry has it, `kind` what it is there."""

    printed: str
    anchor: Anchor
    known: bool
    kind: str = ""

    @property
    def is_province(self) -> bool:
        """Whether it is a province or a city."""
        return self.kind in {"province", "city"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a document seems to state: a figure or a list of bodies for one slot of an observation."""

    indicator: str
    group: str
    slot: str
    quote: Anchor
    breakdown: tuple[tuple[str, str], ...] = ()
    kind: str | None = None
    value: Anchor | None = None
    printed: str | None = None
    share: Anchor | None = None
    names: tuple[Listed, ...] = ()
    as_of: str = "unknown"
    date: Anchor | None = None
    start: str | None = None
    doubts: tuple[Doubt, ...] = field(default=())

    @property
    def is_clean(self) -> bool:
        """Whether nothing about it is doubted."""
        return not self.doubts

    @property
    def series(self) -> tuple[object, ...]:
        """What it measures, without its date."""
        return (self.indicator, self.group, self.breakdown, self.kind, self.slot)

    @property
    def at(self) -> int:
        """Where in the document it stands."""
        return self.value[0] if self.value else self.names[0].anchor[0] if self.names else self.quote[0]

    def doubted(self, *more: Doubt) -> Claim:
        """Give the claim with more doubts, the gravest first, none twice."""
        united = {each.code: each for each in (*more, *self.doubts)}
        return replace(self, doubts=tuple(sorted(united.values(), key=lambda each: RANK[each.code])))


class Proposal(NamedTuple):
    """A plan, target or order with a number: material for an obligation, never an observation."""

    quote: Anchor
    printed: str
    due: str | None
    value: Anchor
    due_at: Anchor | None


class Passage(NamedTuple):
    """A number or a list of names that became no observation: its class, and why."""

    start: int
    end: int
    kind: Class
    reason: str
    runs: int
