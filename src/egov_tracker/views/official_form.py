"""What all official documents share: head, recipients and foot, by Circular 01/2011/TT-BNV or Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.model.terms import Regime
from egov_tracker.text.dates import format_long_vi
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.model.letter import LetterFile
    from egov_tracker.model.office import OfficeFile
    from egov_tracker.text.dates import AsOf

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FIRST_DAY_OF_ND30 = date(2020, 3, 5)
ROOM = "\u00a0" * 8
ONE_DIGIT = 9


class OfficialForm(NamedTuple):
    """The lines around the text of an official document, each as it is printed; nobody need be addressed."""

    regime: Regime
    day: date
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    recipients: tuple[str, ...]
    signer: tuple[str, ...]
    signer_name: str | None
    copies: tuple[str, ...]
    nation: str = NATION
    motto: str = MOTTO


class Frame(NamedTuple):
    """What an office puts around a page: its form, the kind of document and the title below it.

    The foot stands below the first `signed` sections; what follows is evidence, which begins on a page of its own.
    """

    form: OfficialForm
    kind: str
    title: str
    signed: int


def official_form(file: LetterFile | OfficeFile, regime: Regime | None = None) -> OfficialForm:
    """The lines of a document in the form that is asked for, else that of the file, else that of its date."""
    day, signer = day_of(file.date), file.signer
    return OfficialForm(
        regime=regime or file.regime or regime_of(day),
        day=day,
        issuer=tuple(line.upper() for line in (file.parent, file.issuer) if line),
        number=f"Số: {numbered(file.number)}",
        place_and_date=f"{file.place}, {format_long_vi(day)}",
        recipients=listed(file.recipients) if len(file.recipients) > 1 else file.recipients,
        signer=tuple(line.upper() for line in signer.lines) if signer else (),
        signer_name=signer.name if signer else None,
        copies=listed(file.copies),
    )


def regime_of(day: date | None) -> Regime:
    """The form in force on a day; without a day, Decree 30."""
    return Regime.TT01 if day and day < FIRST_DAY_OF_ND30 else Regime.ND30


def day_of(when: AsOf) -> date:
    """The date of an official document; `EgovError` where it is less precise than a day."""
    if when.first is None:
        raise EgovError("an official document is dated to the day")
    return when.first


def numbered(number: str) -> str:
    """Number and sign: with a zero before a number below 10, and with blanks for a number not yet given."""
    digits, slash, sign = number.partition("/")
    if not digits:
        return f"{ROOM}{slash}{sign}"
    return f"{int(digits):02}{slash}{sign}" if int(digits) <= ONE_DIGIT else number


def listed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines as official documents list them: a dash in front, a semicolon or at last a full stop behind."""
    bare = [line.rstrip(" ;.") for line in lines]
    return (*(f"- {line};" for line in bare[:-1]), *(f"- {line}." for line in bare[-1:]))


def ended(text: str) -> str:
    """The last paragraph of a text that is to be signed."""
    return f"{text.rstrip(' ./')}./."
