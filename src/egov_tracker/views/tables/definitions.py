"""The seven tables of the ledger: their columns, keys and links, with the words of both languages."""

from __future__ import annotations

from egov_tracker.inference.body_status import Rationale
from egov_tracker.model.terms import Bound, Direction, Force, SourceKind
from egov_tracker.views.obligations import FORCES, OUTCOMES
from egov_tracker.views.observation import RATIONALES
from egov_tracker.views.phrases import KINDS, STATES
from egov_tracker.views.tables.schema import Field, Link, TableSchema, Type

TEXT, INTEGER, NUMBER, BOOLEAN, DATE = Type.TEXT, Type.INTEGER, Type.NUMBER, Type.BOOLEAN, Type.DATE

BINDING = {Force.ORDER: "giao nhiệm vụ", Force.DECISION: "quyết định"}
KIND_CODES = {name: words[0] for name, words in KINDS.items()}
STATE_CODES = {str(state): words[0] for state, words in STATES.items()}
REASON_CODES = {str(reason): RATIONALES[reason][0] for reason in Rationale}
OUTCOME_CODES = {str(outcome): words[0] for outcome, words in OUTCOMES.items()}
FORCE_CODES = {str(force): FORCES[force][0] if force in FORCES else BINDING[force] for force in Force}
LEVEL_CODES = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
SOURCE_CODES = dict(zip(map(str, SourceKind), ("báo cáo", "công văn", "báo chí", "thống kê"), strict=True))
BOUND_CODES = dict(zip(map(str, Bound), ("ít nhất", "nhiều nhất"), strict=True))
DIRECTION_CODES = dict(zip(map(str, Direction), ("càng nhiều càng tốt", "càng ít càng tốt"), strict=True))

QUARTER = Field("quarter", TEXT, "Quý", "Quarter whose snapshot holds it", required=True)
PLACE = (
    Field("path", TEXT, "Tệp trong sổ số liệu", "File of the ledger", "place.path", required=True),
    Field("line", INTEGER, "Dòng trong tệp", "Line of the file", "place.line", required=True),
)
SUBJECT = (
    Field("indicator", TEXT, "Mã chỉ tiêu", "Id of the indicator", required=True),
    Field("group_id", TEXT, "Mã nhóm hoặc cơ quan", "Id of the group, cohort or body", required=True),
)
WHEN = (
    Field("as_of", TEXT, "Số liệu tính đến", "As-of date, as precise as the source is", required=True),
    Field("as_of_first", DATE, "Tính đến: ngày sớm nhất", "First day that the as-of date may mean"),
    Field("as_of_last", DATE, "Tính đến: ngày muộn nhất", "Last day that the as-of date may mean"),
)


def _bounds(vi: str, en: str, prefix: str, path: str = "") -> tuple[Field, ...]:
    """The word of doubt and the bounds of a number; those of an exact one are the number itself."""
    return (
        Field(f"{prefix}qualifier", TEXT, f"{vi}: từ ước lượng", f"{en}: word of doubt", f"{path}qualifier"),
        Field(f"{prefix}low", NUMBER, f"{vi}: cận dưới", f"{en}: lower bound", f"{path}low"),
        Field(f"{prefix}high", NUMBER, f"{vi}: cận trên", f"{en}: upper bound", f"{path}high"),
    )


def _list(name: str, key: str, vi: str, en: str) -> tuple[Field, ...]:
    return (
        Field(name, INTEGER, vi, f"{en}: as stated, else as named", f"{key}.count"),
        Field(f"{name}_printed", TEXT, f"{vi}: như nguồn in", f"{en}: count as printed", f"counts.{key}.printed"),
        *_bounds(vi, en, f"{name}_", f"counts.{key}."),
        Field(f"{name}_named", INTEGER, f"{vi}: số được nêu tên", f"{en}: named", f"counts.{key}.named"),
        Field(f"{name}_unnamed", INTEGER, f"{vi}: số không nêu tên", f"{en}: not named", f"counts.{key}.unnamed"),
    )


FIGURES = TableSchema(
    "figures",
    "Số liệu",
    "Printed figures",
    "Mỗi dòng là một số liệu hoặc danh sách như nguồn in.",
    "One row a printed figure, or a list of bodies that stands for one.",
    (
        Field("id", TEXT, "Mã số liệu", "Quarter, and the place in the order of its file", required=True),
        QUARTER,
        *SUBJECT,
        Field("indicator_name", TEXT, "Chỉ tiêu", "Name of the indicator", required=True),
        Field("group_name", TEXT, "Nhóm hoặc cơ quan", "Name of the group, cohort or body", required=True),
        Field("breakdown", TEXT, "Phân tổ", "Part of the indicator, as dimension=value"),
        Field("kind", TEXT, "Loại số liệu", "How the figure behaves in time", required=True, codes=KIND_CODES),
        Field("start", TEXT, "Tính từ", "First day of a flow or of a running total", "from"),
        *WHEN,
        Field("printed", TEXT, "Số liệu như nguồn in", "Figure as the source prints it"),
        *_bounds("Số liệu", "Figure", ""),
        Field("done", NUMBER, "Số đã thực hiện", "Part of a counted whole", "value.done"),
        Field("of", NUMBER, "Tổng số nguồn nêu", "Whole (N) that the source prints"),
        Field("number", NUMBER, "Số không có tổng", "Number without a whole", "value.number"),
        Field("percent", NUMBER, "Tỷ lệ (%)", "Per cent: recomputed from a ratio, else as printed"),
        *_bounds("Tỷ lệ", "Percentage", "percent_", "percent_"),
        Field("share_printed", TEXT, "Tỷ trọng như nguồn in", "Share of a larger figure as printed", "share.printed"),
        Field("share_of", TEXT, "Tỷ trọng trong", "The larger figure as printed", "share.of"),
        *_list("listed_done", "done", "Danh sách đã hoàn thành", "Listed as done"),
        *_list("exempt", "exempt", "Đặc thù", "Exempt"),
        *_list("outstanding", "outstanding", "Chưa hoàn thành", "Outstanding"),
        *_list("in_progress", "in_progress", "Đang thực hiện", "In progress"),
        Field("unknown", INTEGER, "Chưa rõ", "Bodies of whom nothing is known one by one"),
        Field("inferred", BOOLEAN, "Có suy ra", "Whether the state of any body is inferred", required=True),
        Field("source", TEXT, "Mã nguồn", "Id of the source", "source_id", required=True),
        Field("at", TEXT, "Vị trí trong nguồn", "Place in the source", required=True),
        Field("repeated", BOOLEAN, "Nhắc lại", "Whether it only restates another document", required=True),
        Field("footnotes", TEXT, "Chú thích", "Remarks and notes, in Vietnamese", between=" "),
        *PLACE,
    ),
    ("id",),
    (Link("indicator", "indicators"), Link("group_id", "registry"), Link("source", "sources")),
    ("indicator_name", "group_name", "printed", "footnotes"),
)
BODIES = TableSchema(
    "bodies",
    "Trạng thái cơ quan",
    "States of bodies",
    "Mỗi dòng là một cơ quan thuộc phạm vi của một số liệu, với trạng thái và căn cứ.",
    "One row a body of the group of a figure: its state, and why it is said to be in it.",
    (
        Field("figure", TEXT, "Mã số liệu", "Id of the figure", required=True),
        Field("body", TEXT, "Mã cơ quan", "Id of the body", "body.id", required=True),
        Field("name", TEXT, "Cơ quan", "Name of the body", "body.name", required=True),
        Field("state", TEXT, "Trạng thái", "State", "body.state", required=True, codes=STATE_CODES),
        Field("inferred", BOOLEAN, "Suy ra", "Whether the state is inferred", "body.inferred", required=True),
        Field("reason", TEXT, "Căn cứ", "Why it is in this state", "reason", required=True, codes=REASON_CODES),
        Field("printed", TEXT, "Tên như nguồn in", "Name as printed; empty where it is not named", "body.printed"),
        Field("listed_in", TEXT, "Danh sách nêu tên", "List that names it; several where they contradict each other"),
        QUARTER,
        *SUBJECT,
        *WHEN,
        Field("line", INTEGER, "Dòng trong tệp", "Line of the file where it is named", "body.place.line"),
    ),
    ("figure", "body"),
    (
        Link("figure", "figures"), Link("body", "registry"),
        Link("indicator", "indicators"), Link("group_id", "registry"),
    ),
    ("name",),
)  # fmt: skip
SOURCES = TableSchema(
    "sources",
    "Nguồn",
    "Sources",
    "Mỗi dòng là một văn bản in số liệu.",
    "One row a document that prints figures.",
    (
        Field("id", TEXT, "Mã nguồn", "Quarter and id, 2016Q2/report", required=True),
        QUARTER,
        Field("title", TEXT, "Tên văn bản", "Title", required=True),
        Field("kind", TEXT, "Loại văn bản", "Kind of document", required=True, codes=SOURCE_CODES),
        Field("number", TEXT, "Số, ký hiệu", "Number and sign"),
        Field("publisher", TEXT, "Cơ quan ban hành", "Publisher"),
        Field("date", TEXT, "Ngày văn bản", "Date, as precise as it is printed"),
        Field("date_first", DATE, "Ngày văn bản: sớm nhất", "First day that the date may mean"),
        Field("date_last", DATE, "Ngày văn bản: muộn nhất", "Last day that the date may mean"),
        Field("reports", TEXT, "Số liệu của", "Whose figures it prints"),
        Field("url", TEXT, "Địa chỉ", "Address"),
        Field("repeats", TEXT, "Đăng lại", "Source that it restates"),
        Field("supersedes", TEXT, "Thay thế", "Source that it replaces"),
        *PLACE,
    ),
    ("id",),
    search=("title", "number", "publisher"),
)
INDICATORS = TableSchema(
    "indicators",
    "Chỉ tiêu",
    "Indicators",
    "Danh mục chỉ tiêu.",
    "The catalogue of indicators.",
    (
        Field("id", TEXT, "Mã chỉ tiêu", "Id", required=True),
        Field("name", TEXT, "Chỉ tiêu", "Name in Vietnamese", required=True),
        Field("name_en", TEXT, "Tên tiếng Anh", "Name in English", required=True),
        Field("series", TEXT, "Chuỗi số liệu", "Indicators of one series measure one thing under several definitions"),
        Field("kinds", TEXT, "Các loại số liệu", "How its figures may behave in time", required=True),
        Field("unit", TEXT, "Đơn vị", "What is counted", required=True),
        Field("direction", TEXT, "Chiều hướng", "Which way is better", required=True, codes=DIRECTION_CODES),
        Field("one_way", BOOLEAN, "Không quay lại", "Whether what is done stays done", required=True),
        Field("dimensions", TEXT, "Các chiều phân tổ", "Dimensions and their values"),
        Field("groups", TEXT, "Các nhóm", "Groups that it is printed for; any where empty"),
        Field("definition", TEXT, "Định nghĩa", "Definition in Vietnamese", required=True),
        Field("definition_en", TEXT, "Định nghĩa tiếng Anh", "Definition in English", required=True),
    ),
    ("id",),
    search=("name", "definition"),
)
REGISTRY = TableSchema(
    "registry",
    "Danh mục cơ quan",
    "Registry",
    "Mỗi dòng là một cơ quan, một nhóm cơ quan hoặc một nhóm được văn bản chọn ra.",
    "One row a body, a group of bodies, or a cohort: bodies that a document picked out.",
    (
        Field("id", TEXT, "Mã", "Id", required=True),
        Field("name", TEXT, "Tên", "Name in Vietnamese", required=True),
        Field("kind", TEXT, "Loại", "Kind of body; group or cohort", required=True),
        Field("name_en", TEXT, "Tên tiếng Anh", "Name in English", required=True),
        Field("name_official", TEXT, "Tên đầy đủ", "Official name"),
        Field("short", TEXT, "Tên ngắn", "Short name"),
        Field("aliases", TEXT, "Tên khác", "Other names"),
        Field("special", BOOLEAN, "Đặc thù", "Whether it is often exempt", required=True),
        Field("gso_code", TEXT, "Mã thống kê", "Code of the General Statistics Office"),
        Field("identifier", TEXT, "Mã định danh", "Identifier of the body"),
        Field("valid_from", TEXT, "Có từ", "Since when it exists; empty for always"),
        Field("valid_from_first", DATE, "Có từ: ngày sớm nhất", "First day that this may mean"),
        Field("valid_to", TEXT, "Đến", "Until when it existed; empty where it still does"),
        Field("valid_to_last", DATE, "Đến: ngày muộn nhất", "Last day that this may mean"),
        Field("predecessors", TEXT, "Tiền thân", "Ids of the bodies it came from"),
        Field("successors", TEXT, "Kế thừa", "Ids of the bodies that followed it"),
        Field("basis", TEXT, "Căn cứ thành lập", "Legal document that created it"),
        Field("ended_by", TEXT, "Căn cứ kết thúc", "Legal document that ended it"),
        Field("parts", TEXT, "Gồm", "Groups that a group consists of; names that a cohort consists of"),
        Field("unverified", TEXT, "Chưa kiểm chứng", "Fields that no source confirms"),
        Field("note", TEXT, "Ghi chú", "Note"),
    ),
    ("id",),
    search=("name", "name_official", "short", "aliases"),
)
OBLIGATIONS = TableSchema(
    "obligations",
    "Nhiệm vụ có hạn",
    "Obligations",
    "Mỗi dòng là một nhiệm vụ có thời hạn, với kết quả tính đến quý gần nhất.",
    "One row an obligation, and how it stands at the end of the latest quarter.",
    (
        Field("id", TEXT, "Mã nhiệm vụ", "Id", required=True),
        Field("task", TEXT, "Mã việc", "Obligations of one task are one that moved or is contradicted", required=True),
        Field("what", TEXT, "Nhiệm vụ", "What is to be done, in Vietnamese", "what_vi", required=True),
        Field("what_en", TEXT, "Nhiệm vụ (tiếng Anh)", "What is to be done, in English", required=True),
        Field("indicator", TEXT, "Mã chỉ tiêu", "Id of the indicator that measures it"),
        Field("group_id", TEXT, "Mã nhóm hoặc cơ quan", "Id of the group, cohort or body", required=True),
        Field("by", TEXT, "Cơ quan thực hiện", "By whom, as printed", required=True),
        Field("breakdown", TEXT, "Phân tổ", "Part of the indicator"),
        Field("force", TEXT, "Tính chất", "How binding it is", codes=FORCE_CODES),
        Field("target", TEXT, "Mục tiêu như nguồn in", "Target as printed"),
        Field("target_is", TEXT, "Mục tiêu là", "Which bound the target is", required=True, codes=BOUND_CODES),
        Field("due", TEXT, "Thời hạn", "Due date, as precise as the source is", required=True),
        Field("due_first", DATE, "Thời hạn: ngày sớm nhất", "First day that the due date may mean"),
        Field("due_last", DATE, "Thời hạn: ngày muộn nhất", "Last day that the due date may mean"),
        Field("before", BOOLEAN, "Trước ngày đó", "Whether the day itself is too late", required=True),
        Field("deadline", DATE, "Ngày cuối còn đúng hạn", "Last day that is in time"),
        Field("announced", TEXT, "Ngày giao", "Date of the document that sets it"),
        Field("under", TEXT, "Văn bản giao", "Document that sets it", required=True),
        Field("told_by", TEXT, "Nguồn cho biết", "Source that tells of it"),
        Field("at", TEXT, "Vị trí trong nguồn", "Place in that source"),
        Field("supersedes", TEXT, "Thay thế nhiệm vụ", "Obligation that it replaces"),
        Field("outcome", TEXT, "Kết quả", "How it stands; empty before it is announced", codes=OUTCOME_CODES),
        Field("judged_at", TEXT, "Kết quả tính đến quý", "Quarter at whose end it is judged"),
        Field("evidence", TEXT, "Mã số liệu căn cứ", "Figure that the outcome rests on, else the latest one"),
        Field("note", TEXT, "Ghi chú", "Note"),
        *PLACE,
    ),
    ("id",),
    (Link("indicator", "indicators"), Link("group_id", "registry"), Link("evidence", "figures")),
    ("what", "by", "under"),
)
FINDINGS = TableSchema(
    "findings",
    "Phát hiện",
    "Findings of the checker",
    "Mỗi dòng là một điểm mà bộ kiểm tra phát hiện, kể cả điểm đã được giải thích.",
    "One row a finding of the checker, those that remarks explain included.",
    (
        Field("id", INTEGER, "Số thứ tự", "Running number", required=True),
        Field("rule", TEXT, "Quy tắc", "Id of the rule", required=True),
        Field("level", TEXT, "Mức độ", "How serious it is", required=True, codes=LEVEL_CODES),
        Field("title", TEXT, "Nội dung quy tắc", "Title of the rule, in Vietnamese", required=True),
        Field("message", TEXT, "Phát hiện", "What was seen, in English", required=True),
        Field("remark", TEXT, "Giải thích", "Remark that explains it"),
        Field("figure", TEXT, "Mã số liệu", "Figure that it is about, where it is about one"),
        Field("related", TEXT, "Nơi liên quan", "Other places that it concerns"),
        Field("path", TEXT, "Tệp trong sổ số liệu", "File of the ledger", required=True),
        Field("line", INTEGER, "Dòng trong tệp", "Line of the file", required=True),
        Field("column", INTEGER, "Cột trong tệp", "Column of the line", required=True),
    ),
    ("id",),
    (Link("figure", "figures"),),
    ("title", "message", "remark"),
)
SCHEMAS = (FIGURES, BODIES, SOURCES, INDICATORS, REGISTRY, OBLIGATIONS, FINDINGS)
