"""What a change is about, and which way it goes: the words of the records."""

from __future__ import annotations

from enum import StrEnum


class Trend(StrEnum):
    """Which way a change goes."""

    BETTER = "better"
    WORSE = "worse"
    UNKNOWN = "unknown"


class ChangeKind(StrEnum):
    """What a change is about: a figure, a list, the map of bodies, one side alone, an obligation, or a correction."""

    COUNT = "count"
    SHARE = "share"
    UNCHANGED = "unchanged"
    BODIES = "bodies"
    NOT_COMPARABLE = "not_comparable"
    REORGANISED = "reorganised"
    APPEARED = "appeared"
    DISAPPEARED = "disappeared"
    OBLIGATION_MET = "obligation_met"
    OBLIGATION_MISSED = "obligation_missed"
    OBLIGATION_MOVED = "obligation_moved"
    OBLIGATION_OPEN = "obligation_open"
    CORRECTED = "corrected"
