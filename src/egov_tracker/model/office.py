"""The fields of an office file: head, recipients and foot that an office puts around a report."""

from __future__ import annotations

from egov_tracker.model.fields import MAX_LISTS, FileModel, Line
from egov_tracker.model.letter import DayText, NumberText, SignerEntry
from egov_tracker.model.terms import Regime
from egov_tracker.values import field


class OfficeFile(FileModel):
    """Who issues a report, under which number and date, to whom it is addressed and who signs it."""

    regime: Regime | None = field(default=None, metadata={"description": "The form; that of the date by default"})
    number: NumberText = field(
        metadata={"description": "Number and sign, 12/BC-VPCP; /BC-VPCP leaves room for the number"}
    )
    date: DayText = field(metadata={"description": "The day of signing, 2016-07-08"})
    place: Line
    parent: Line | None = field(default=None, metadata={"description": "The body above the issuing one"})
    issuer: Line = field(metadata={"description": "The body that issues the report"})
    recipients: tuple[Line, ...] = field(
        default=(),
        metadata={"max_length": 8 * MAX_LISTS, "description": "To whom the report is addressed (Kính gửi)"},
    )
    signer: SignerEntry = field(
        metadata={"description": "On whose behalf and in which position (lines), and the name; nothing is signed"}
    )
    copies: tuple[Line, ...] = field(
        metadata={
            "min_length": 1,
            "max_length": 8 * MAX_LISTS,
            "description": "Who gets the report, and where it is kept (Nơi nhận)",
        },
    )
