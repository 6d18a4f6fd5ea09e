"""The enumerations of the ledger: the words that a field may have."""

from enum import StrEnum


class Kind(StrEnum):
    """How a figure behaves in time: adoption counts bodies, a stock is counted on a day, a flow over an interval."""

    ADOPTION = "adoption"
    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    SHARE = "share"
    RANK = "rank"
    TABLE = "table"


class Unit(StrEnum):
    """What is counted."""

    BODIES = "bodies"
    SERVICES = "services"
    DOCUMENTS = "documents"
    ACCOUNTS = "accounts"
    VISITS = "visits"
    DOSSIERS = "dossiers"
    MESSAGES = "messages"
    TASKS = "tasks"
    POINTS = "points"
    DONG_PER_YEAR = "dong_per_year"
    PERCENT = "percent"
    RANK = "rank"


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


class BodyKind(StrEnum):
    """What a body is: bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, tỉnh, thành phố trực thuộc Trung ương."""

    MINISTRY = "ministry"
    MINISTRY_LEVEL = "ministry_level"
    GOVERNMENT_AGENCY = "government_agency"
    PROVINCE = "province"
    CITY = "city"

    @property
    def is_local(self) -> bool:
        """Whether bodies of this kind are places: provinces and cities."""
        return self in {BodyKind.PROVINCE, BodyKind.CITY}


class SourceKind(StrEnum):
    """What sort of document a source is."""

    REPORT = "report"
    LETTER = "letter"
    PRESS = "press"
    STATISTICS = "statistics"


class Level(StrEnum):
    """How serious a finding is: the snapshot is wrong, sources contradict each other, or it is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Force(StrEnum):
    """How binding an obligation is: somebody is told to, it is decided, proposed (kiến nghị), or planned (dự kiến)."""

    ORDER = "order"
    DECISION = "decision"
    PROPOSAL = "proposal"
    PLAN = "plan"


class Bound(StrEnum):
    """Whether a target is a lower or an upper limit."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Role(StrEnum):
    """What a letter file is: a letter that was really sent, or one that is to be signed."""

    RECORD = "record"
    DRAFT = "draft"


class Regime(StrEnum):
    """The decree whose form a letter has: Circular 01/2011/TT-BNV, and from 2020-03-05 Decree 30/2020/NĐ-CP."""

    TT01 = "tt01"
    ND30 = "nd30"


class Numerals(StrEnum):
    """How appendices are numbered."""

    ROMAN = "roman"
    ARABIC = "arabic"


class Order(StrEnum):
    """How a list is ordered: protocol order with provinces by alphabet, by alphabet throughout, or as the source."""

    PROTOCOL = "protocol"
    ALPHABET = "alphabet"
    SOURCE = "source"


class ListState(StrEnum):
    """The state of the bodies that a list of an appendix names."""

    OUTSTANDING = "outstanding"
    DONE = "done"
    EXEMPT = "exempt"


class Lang(StrEnum):
    """The language of a page."""

    VI = "vi"
    EN = "en"
