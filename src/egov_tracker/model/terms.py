"""The closed vocabularies of the ledger: each word that a field may hold, in one place."""

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


class SourceKind(StrEnum):
    """What sort of document a source is."""

    REPORT = "report"
    LETTER = "letter"
    PRESS = "press"
    STATISTICS = "statistics"


class Level(StrEnum):
    """How bad a finding is: `error` is the snapshot's fault, `warning` the source's, `note` is worth knowing."""

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
    """Which side of the target is enough."""

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
    """Whom a list names."""

    OUTSTANDING = "outstanding"
    DONE = "done"
    EXEMPT = "exempt"
