"""A ledger of what the quarterly reports on e-government in Vietnam print, and where.

XX
"""

TYPE_CHECKING = False  # as that of `typing`, whose import takes time
if TYPE_CHECKING:
    from egov_tracker.api import Ledger as Ledger
    from egov_tracker.api import Observations as Observations
    from egov_tracker.api import Snapshot as Snapshot
    from egov_tracker.api import check as check
    from egov_tracker.api import compare as compare
    from egov_tracker.api import open_ledger as open_ledger
    from egov_tracker.changes.model import Appeared as Appeared
    from egov_tracker.changes.model import BodiesMoved as BodiesMoved
    from egov_tracker.changes.model import Change as Change
    from egov_tracker.changes.model import Disappeared as Disappeared
    from egov_tracker.changes.model import FigureChanged as FigureChanged
    from egov_tracker.changes.model import NotComparable as NotComparable
    from egov_tracker.changes.model import ObligationChange as ObligationChange
    from egov_tracker.changes.model import Reorganised as Reorganised
    from egov_tracker.changes.model import Unchanged as Unchanged
    from egov_tracker.errors import EgovError as EgovError
    from egov_tracker.inference.body_status import BodyStatus as BodyStatus
    from egov_tracker.inference.body_status import Counts as Counts
    from egov_tracker.inference.body_status import State as State
    from egov_tracker.inference.headlines import Headline as Headline
    from egov_tracker.inference.obligations import Outcome as Outcome
    from egov_tracker.inference.obligations import Verdict as Verdict
    from egov_tracker.inference.timeline import Point as Point
    from egov_tracker.inference.timeline import Step as Step
    from egov_tracker.inference.timeline import Timeline as Timeline
    from egov_tracker.model.findings import Finding as Finding
    from egov_tracker.model.observation import Observation as Observation
    from egov_tracker.text.dates import AsOf as AsOf
    from egov_tracker.text.figures import Figure as Figure
    from egov_tracker.text.quarters import Quarter as Quarter

__version__ = "0.1.0"

# What stands above, for the running program.
_NAMES = {
    "api": "Ledger Observations Snapshot check compare open_ledger",
    "changes.model": (
        "Appeared BodiesMoved Change Disappeared FigureChanged NotComparable ObligationChange Reorganised Unchanged"
    ),
    "errors": "EgovError",
    "inference.body_status": "BodyStatus Counts State",
    "inference.headlines": "Headline",
    "inference.obligations": "Outcome Verdict",
    "inference.timeline": "Point Step Timeline",
    "model.findings": "Finding",
    "model.observation": "Observation",
    "text.dates": "AsOf",
    "text.figures": "Figure",
    "text.quarters": "Quarter",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

if not TYPE_CHECKING:  # so that a type checker knows no names but those above

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *_HOMES})
