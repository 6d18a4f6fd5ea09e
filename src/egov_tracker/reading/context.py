"""What the reader carries from sentence to sentence: dates, headings, plans, and the options of the user."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.reading.claims import Doubt
    from egov_tracker.reading.dates import DateMention
    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.sentences import Sentence


class Options(NamedTuple):
    """What the user says about a document: the day of writing, the period it reports on."""

    dated: str | None = None
    period: str | None = None


@dataclass
class Context:
    """The state of reading, in the order of the text."""

    lexicon: Lexicon
    options: Options
    year: int | None = None
    topic: Sentence | None = None
    heading: Sentence | None = None
    paragraph_date: DateMention | None = None
    section_date: DateMention | None = None
    last: Sentence | None = None
    planned: bool = False
    ordered: bool = False
    doubts: tuple[Doubt, ...] = field(default=())
