"""The catalogue as a reader sees it: what each indicator counts, what an entry of it needs, and where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.terms import Kind
from egov_tracker.values import NamedTuple
from egov_tracker.views.page import RIGID, Align, Column, Items, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import KINDS, Phrases
from egov_tracker.views.records import envelope_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.catalogue import Dimension, Indicator
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.page import Block
    from egov_tracker.views.record_types import DimensionRecord, IndicatorRecord, IndicatorsRecord

UNITS = {
    "bodies": ("cơ quan", "bodies"),
    "services": ("dịch vụ công", "services"),
    "documents": ("văn bản", "documents"),
    "accounts": ("tài khoản", "accounts"),
    "visits": ("lượt truy cập", "visits"),
    "dossiers": ("hồ sơ", "dossiers"),
    "messages": ("ý kiến", "messages"),
    "tasks": ("nhiệm vụ", "tasks"),
    "points": ("điểm", "points"),
    "dong_per_year": ("đồng mỗi năm", "dong a year"),
    "percent": ("phần trăm", "percent"),
    "rank": ("thứ hạng", "rank"),
}
COLUMNS = (
    (("Mã", "Id"), Align.LEFT),
    (("Tên", "Name"), Align.LEFT),
    (("Loại", "Kind"), Align.LEFT),
    (("Đơn vị", "Unit"), Align.LEFT),
    (("Phân tổ", "Breakdown"), Align.LEFT),
    (("Số liệu", "Figures"), Align.RIGHT, RIGID),
    (("Từ quý", "First"), Align.LEFT, RIGID),
    (("Đến quý", "Latest"), Align.LEFT, RIGID),
)


class IndicatorUse(NamedTuple):
    """An indicator, the others of its series, how many figures the ledger holds of it, and in which quarters."""

    indicator: Indicator
    siblings: tuple[Indicator, ...]
    figures: int
    quarters: tuple[Quarter, ...]


def view_indicators(coverage: Coverage) -> tuple[IndicatorUse, ...]:
    """The indicators of the catalogue in its order, with their use in the quarters that were counted."""
    return tuple(_use(indicator, coverage) for indicator in coverage.indicators)


def _use(indicator: Indicator, coverage: Coverage) -> IndicatorUse:
    counts = {quarter: coverage.counts.get((indicator.id, quarter), 0) for quarter in coverage.quarters}
    siblings = tuple(
        other
        for other in coverage.indicators
        if indicator.series and other.series == indicator.series and other.id != indicator.id
    )
    used = tuple(quarter for quarter, count in counts.items() if count)
    return IndicatorUse(indicator, siblings, sum(counts.values()), used)


def required_fields(indicator: Indicator) -> tuple[str, ...]:
    """The fields that every entry of an indicator needs beside its figure or list, in the order of the format."""
    dimensions = ("breakdown",) if indicator.dimensions and Kind.TABLE not in indicator.kind else ()
    kind = ("kind",) if len(indicator.kind) > 1 else ()
    return ("indicator", "group", *dimensions, *kind, "as_of", "source", "at")


def indicators_record(uses: Iterable[IndicatorUse], folder: DataFolder) -> IndicatorsRecord:
    """The catalogue and its use."""
    return {**envelope_record(folder), "indicators": [_indicator_record(use) for use in uses]}


def _indicator_record(use: IndicatorUse) -> IndicatorRecord:
    indicator = use.indicator
    return {
        "id": indicator.id,
        "series": indicator.series,
        "name_vi": indicator.name_vi,
        "name_en": indicator.name_en,
        "definition_vi": indicator.definition_vi,
        "definition_en": indicator.definition_en,
        "kinds": list(indicator.kind),
        "unit": indicator.unit,
        "direction": indicator.direction,
        "one_way": indicator.one_way,
        "dimensions": [_dimension_record(name, dimension) for name, dimension in indicator.dimensions.items()],
        "groups": list(indicator.groups),
        "required": list(required_fields(indicator)),
        "figures": use.figures,
        "quarters": [str(quarter) for quarter in use.quarters],
    }


def _dimension_record(name: str, dimension: Dimension) -> DimensionRecord:
    labels = ((value, *dimension.labels(value)) for value in dimension.values)
    return {"name": name, "values": [{"value": value, "label_vi": vi, "label_en": en} for value, vi, en in labels]}


def describe_indicator(indicator: Indicator) -> str:
    """An indicator in one line in both languages, as an editor shows it beside the id: name, fields, definition."""
    fields = ", ".join(required_fields(indicator))
    return f"{indicator.name_vi} / {indicator.name_en}. {fields}. {' '.join(indicator.definition_vi.split())}"


def indicators_page(uses: Sequence[IndicatorUse], data: str, lang: Lang) -> Page:
    """One table of all indicators; of a single one its page."""
    say = Phrases(lang)
    if len(uses) == 1:
        return _page_of_one(uses[0], data, say)
    rows = tuple(_row(use, say) for use in uses)
    caption = say("Danh mục chỉ tiêu", "The catalogue of indicators")
    note = say("Chi tiết của một chỉ tiêu: egov indicators MÃ", "All of one indicator: egov indicators ID")
    return Page(lang, caption, (say.data(data), note), (Section("", (Table(say.columns(COLUMNS), rows, caption),)),))


def _row(use: IndicatorUse, say: Phrases) -> tuple[str, ...]:
    indicator = use.indicator
    return (
        indicator.id,
        say(indicator.name_vi, indicator.name_en),
        ", ".join(indicator.kind),
        say(*UNITS[indicator.unit]),
        ", ".join(indicator.dimensions),
        str(use.figures),
        str(use.quarters[0]) if use.quarters else "",
        str(use.quarters[-1]) if use.quarters else "",
    )


def _page_of_one(use: IndicatorUse, data: str, say: Phrases) -> Page:
    indicator = use.indicator
    title = f"{say(indicator.name_vi, indicator.name_en)} ({indicator.id})"
    definition = Paragraph(say(indicator.definition_vi, indicator.definition_en))
    sections = (
        Section(say("Định nghĩa", "Definition"), (definition, Items(tuple(_facts(use, say))))),
        Section(say("Khi nhập", "To enter it"), (Items(tuple(_entry(indicator, say))),)),
        *(
            Section(_heading(name, say), (_codes(name, dimension, say),))
            for name, dimension in indicator.dimensions.items()
        ),
    )
    return Page(say.lang, title, (say.data(data),), sections)


def _facts(use: IndicatorUse, say: Phrases) -> Iterator[str]:
    indicator = use.indicator
    yield f"{say('Loại', 'Kind')}: {', '.join(f'{say(*KINDS[kind])} ({kind})' for kind in indicator.kind)}"
    yield f"{say('Đơn vị', 'Unit')}: {say(*UNITS[indicator.unit])}"
    if use.siblings:
        names = "; ".join(f"{say(one.name_vi, one.name_en)} ({one.id})" for one in use.siblings)
        yield f"{say('Cùng chuỗi, định nghĩa khác', 'Of the same series, by another definition')}: {names}"
    if not use.quarters:
        yield say("Sổ số liệu chưa có số liệu nào của chỉ tiêu này", "The ledger holds no figure of it yet")
        return
    first, last = use.quarters[0], use.quarters[-1]
    span = str(first) if first == last else f"{first}–{last}"
    among = say(
        f"{use.figures} số liệu trong {len(use.quarters)} quý",
        f"{use.figures} figures in {_quarters(len(use.quarters))}",
    )
    yield f"{say('Trong sổ số liệu', 'In the ledger')}: {among}, {span}"


def _quarters(count: int) -> str:
    return "one quarter" if count == 1 else f"{count} quarters"


def _entry(indicator: Indicator, say: Phrases) -> Iterator[str]:
    yield f"{say('Trường bắt buộc', 'Required fields')}: {', '.join(required_fields(indicator))}"
    groups = ", ".join(indicator.groups) or say("nhóm, tập hợp hoặc cơ quan bất kỳ", "any group, cohort or body")
    yield f"group: {groups}"
    if len(indicator.kind) > 1:
        yield f"kind: {', '.join(indicator.kind)}"
    yield from (f"breakdown {name}: {', '.join(one.values)}" for name, one in indicator.dimensions.items())


def _heading(name: str, say: Phrases) -> str:
    return say(f"Giá trị của {name}", f"Values of {name}")


def _codes(name: str, dimension: Dimension, say: Phrases) -> Block:
    rows = tuple((value, say(*dimension.labels(value))) for value in dimension.values)
    return Table((Column(say("Giá trị", "Value"), rigid=RIGID), Column(say("Nghĩa", "Meaning"))), rows, name)
