"""An indicator with a dimension of its own and a group of its own cost YAML only: every command knows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.building import write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = """\
dimensions:
  speed:
    slow: {label_vi: tốc độ thấp, label_en: low speed, within: any}
    fast: {label_vi: tốc độ cao, label_en: high speed, within: any}
    any: {label_vi: mọi tốc độ, label_en: any speed}
  owner:
    state: {label_vi: nhà nước, label_en: public}
    firm: {label_vi: tư nhân, label_en: private}
    both: {label_vi: cả hai, label_en: both, sum_of: [state, firm]}
indicators:
  network:
    kind: adoption
    unit: bodies
    one_way: true
    groups: [cities]
    name_vi: Mạng cáp quang
    name_en: Fibre networks
    definition_vi: Số thành phố có mạng cáp quang.
    definition_en: Cities with a fibre network.
    breakdown: [speed]
  lines:
    kind: stock
    unit: services
    name_vi: Đường truyền
    name_en: Lines
    definition_vi: Số đường truyền.
    definition_en: Lines.
    breakdown: {owner: [state, firm, both]}
"""
GROUPS = """\
groups:
  cities: {name_vi: Thành phố trực thuộc Trung ương, name_en: Cities, short_vi: Thành phố, kinds: [city]}
  country: {name_vi: Toàn quốc, name_en: The country, kinds: [], parts: [cities]}
"""
HEAD = """\
period: {quarter}
sources: {{vpcp: {{kind: report, title: Báo cáo, reports: Văn phòng Chính phủ}}}}
observations:
"""
LINES = "  - {{indicator: lines, group: country, breakdown: {{owner: {owner}}}, as_of: {day}, value: {n}, {rest}}}\n"
REST = "source: vpcp, at: trang 1"
LATE = "outstanding: {count: 2, names: [Hà Nội, Hải Phòng]}"
REPORTS = {
    "2016Q1": HEAD.format(quarter="2016Q1")
    + f"  - {{indicator: network, group: cities, breakdown: {{speed: fast}}, as_of: 2016-03-31, {LATE}, {REST}}}\n"
    + LINES.format(owner="state", day="2016-03-31", n=10, rest=REST),
    "2016Q2": HEAD.format(quarter="2016Q2")
    + f"  - {{indicator: network, group: cities, breakdown: {{speed: fast}}, as_of: 2016-06-30, {LATE}, {REST}}}\n"
    + "".join(
        LINES.format(owner=owner, day="2016-06-30", n=n, rest=REST)
        for owner, n in (("firm", 20), ("both", 35), ("state", 12))
    ),
}
LETTER = """\
role: draft
number: 1/VPCP-KGVX
date: 2016-07-15
place: Hà Nội
issuer: Văn phòng Chính phủ
subject: mạng cáp quang
recipients: [Các thành phố]
body: [Còn 2 thành phố (phụ lục kèm theo)]
signer: {lines: [Bộ trưởng]}
copies: ['Lưu: VT']
appendices:
  - title: Các thành phố
    lists: [{quarter: 2016Q2, indicator: network, group: cities, breakdown: {speed: fast}}]
"""


REGISTRY = {"indicators": CATALOGUE, "groups": GROUPS, "obligations": "obligations: {}"}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    root = write_ledger(
        tmp_path / "data", REPORTS, {"indicators": CATALOGUE, "groups": GROUPS, "obligations": "obligations: {}"}
    )
    (root / "letters").mkdir()
    (root / "letters" / "cities.yaml").write_text(LETTER, encoding="utf-8")
    return tmp_path


def egov(ledger: Path, *arguments: str, code: int = 0) -> str:
    outcome = run_egov(*arguments, cwd=ledger)
    assert (outcome.code, outcome.err if code == 2 else "") == (code, ""), outcome.err
    return outcome.out


@pytest.mark.parametrize("command", ["status", "diff"])
@pytest.mark.parametrize("form", ["table", "md", "html", "csv", "json"])
@pytest.mark.parametrize(("lang", "labels"), [("vi", ("tốc độ cao", "cả hai")), ("en", ("high speed", "both"))])
def test_status_and_diff_name_the_new_values(
    ledger: Path, command: str, form: str, lang: str, labels: tuple[str, str]
) -> None:
    quarters = ("2016Q1", "2016Q2") if command == "diff" else ()
    language = () if (command, form) == ("diff", "csv") else ("--lang", lang)
    text = egov(ledger, command, *quarters, "-f", form, *language)
    shown = ("fast", "both") if form in {"csv", "json"} else labels
    assert all(label in text.replace("\n", " ") for label in shown)


def test_check_adds_up_the_new_values(ledger: Path) -> None:
    lines = [line for line in egov(ledger, "check").splitlines() if line.startswith("data")]
    assert [line.partition(" ")[2] for line in lines] == [
        "FIG005 warning the figure of country both is 35; country state and country firm add up to 32",
    ]


def test_diff_knows_that_a_new_value_is_a_part_of_another(ledger: Path) -> None:
    report = ledger / "data" / "reports" / "2016Q2.yaml"
    text = report.read_text(encoding="utf-8").replace("speed: fast", "speed: any")
    report.write_text(text, encoding="utf-8")
    compared = json.loads(egov(ledger, "diff", "2016Q1", "2016Q2", "-i", "network", "-f", "json"))
    assert [change["reasons"] for change in compared["changes"]] == [["different_universe"]]


@pytest.mark.parametrize("form", ["md", "html"])
def test_report_appendix_and_letter_name_the_new_group(ledger: Path, form: str) -> None:
    assert "tốc độ cao" in egov(ledger, "report", "2016Q2", "-f", form)
    arguments = ("appendix", "2016Q2", "-i", "network", "-g", "cities", "-f", form)
    assert "Thành phố trực thuộc Trung ương" in egov(ledger, *arguments)
    assert "Thành phố Hải Phòng" in egov(ledger, "letter", "cities", "-f", form)
    assert egov(ledger, "letter", "--check", "cities") == ""


@pytest.mark.parametrize(
    "arguments",
    [("report", "2016Q2"), ("appendix", "2016Q2", "-i", "network", "-g", "cities"), ("letter", "cities")],
    ids=lambda arguments: arguments[0],
)
def test_a_word_document_is_written(ledger: Path, arguments: tuple[str, ...]) -> None:
    egov(ledger, *arguments, "-f", "docx", "-o", "out.docx")
    assert (ledger / "out.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("form", ["table", "csv", "json", "md", "html"])
def test_quarters_counts_the_new_indicator(ledger: Path, form: str) -> None:
    assert "network" in egov(ledger, "quarters", "-f", form)


def test_the_schema_offers_the_new_indicator_and_group(ledger: Path) -> None:
    fields = json.loads(egov(ledger, "schema", "snapshot"))["$defs"]["ObservationEntry"]["properties"]
    assert fields["indicator"]["enum"] == ["network", "lines"]
    assert fields["group"]["examples"][:2] == ["cities", "country"]


def test_the_filters_know_the_new_group(ledger: Path) -> None:
    assert "Mạng cáp quang" in egov(ledger, "status", "-g", "cities")
    assert "did you mean 'cities'" in run_egov("status", "-g", "citis", cwd=ledger).err
