"""Every kind of output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.outputs.bodies import AGENCY, REMINDERS
from egov_tracker.render.outputs.comparison import DIFF
from egov_tracker.render.outputs.definitions import INDICATORS, SCHEMA
from egov_tracker.render.outputs.documents import COLLECT, FORM, READ, TRACE
from egov_tracker.render.outputs.findings import CHECK, EXPLAIN
from egov_tracker.render.outputs.history import TREND, TREND_TILES
from egov_tracker.render.outputs.letters import APPENDIX, LETTER, LETTER_CHECK
from egov_tracker.render.outputs.quarter import QUARTERS, REPORT, STATUS
from egov_tracker.render.outputs.tables import EXPORT

if TYPE_CHECKING:
    from egov_tracker.render.formats import Kind

KINDS: tuple[Kind[Any], ...] = (
    STATUS,
    AGENCY,
    REMINDERS,
    QUARTERS,
    INDICATORS,
    DIFF,
    TREND,
    TREND_TILES,
    REPORT,
    LETTER,
    APPENDIX,
    CHECK,
    LETTER_CHECK,
    EXPLAIN,
    READ,
    TRACE,
    EXPORT,
    FORM,
    COLLECT,
    SCHEMA,
)
FORMATS = tuple(dict.fromkeys(one for kind in KINDS for one in kind.formats))
