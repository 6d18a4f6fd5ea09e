"""What is wrong in a snapshot: each fault with its rule, place and sentence; and the healthy rest is kept."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.store import snapshots
from egov_tracker.text.dates import parse_as_of
from tests.building import HEAD, LETTERS, entry, load, load_one, snapshot_of
from tests.wording import spoken

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions

NO_DATE = "expected a date such as 2016-06-30, 2016-06, 2016Q2, 2016 or unknown"
ANY_FIGURE = "one of value, done, exempt, outstanding, in_progress, table is missing"
TASKS = {"indicator": "resolution_tasks", "value": None}


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        # SHP001: unknown field
        ({"valeu": "19/30"}, "11:5 SHP001 unknown field 'valeu'; did you mean 'value'?"),
        (
            {"outstanding": "{cuont: 9}"},
            "11:19 SHP001 unknown field 'cuont'; did you mean 'count'?",
        ),
        ({"share": "{xyz: 1, printed: 5%}"}, "11:13 SHP001 unknown field 'xyz'; the fields here are of, printed"),
        # SHP002: missing field
        ({"at": None}, "5:5 SHP002 the field 'at' is missing"),
        ({"as_of": None}, "5:5 SHP002 the field 'as_of' is missing"),
        ({"value": None}, f"5:5 SHP002 {ANY_FIGURE}"),
        ({"value": "~"}, f"5:5 SHP002 {ANY_FIGURE}"),
        ({"outstanding": "{}"}, "11:18 SHP002 outstanding: one of count, names is missing"),
        ({"share": "{of: 5}"}, "11:12 SHP002 the field 'printed' is missing in 'share'"),
        ({"remarks": "[{rule: FIG001}]"}, "11:15 SHP002 the field 'note' is missing"),
        (
            {"indicator": "feedback", "group": "national", "breakdown": "{stage: received}", "value": "8"},
            "5:5 SHP002 the field 'kind' is missing: feedback may be flow or cumulative",
        ),
        # SHP003: wrong kind of value
        ({"value": "[19, 30]"}, "8:12 SHP003 value: expected a text, got a list"),
        ({"at": "{dòng: 4}"}, "10:9 SHP003 at: expected a text, got a mapping"),
        ({"indicator": ""}, "5:15 SHP003 indicator: expected a text, got nothing"),
        ({"remarks": "nguồn in"}, "11:14 SHP003 remarks: expected a list, got 'nguồn in'"),
        ({"breakdown": "[3]"}, "11:16 SHP003 breakdown: expected a mapping, got a list"),
        ({"outstanding": "9"}, "11:18 SHP003 outstanding: expected a mapping, got '9'"),
        ({"outstanding": "{names: Bộ Y tế}"}, "11:26 SHP003 names: expected a list, got 'Bộ Y tế'"),
        ({"outstanding": "{names: [Bộ Y tế, ~]}"}, "11:36 SHP003 names: expected a text, got nothing"),
        (
            {"repeats": "yes"},
            "11:14 SHP003 repeats: expected true or false, got 'yes'; did you mean 'true'?",
        ),
        (
            {"remarks": "[{note: n, rule: fig1}]"},
            "11:31 SHP003 rule: expected the form ^[A-Z]{3}\\d{3}$, got 'fig1'",
        ),
        (
            {"remarks": "[{note: n, exhaustive: outstandng}]"},
            "11:37 SHP003 exhaustive: expected outstanding or done, got 'outstandng'; did you mean 'outstanding'?",
        ),
        (
            {"kind": "stok"},
            (
                "11:11 SHP003 kind: expected adoption, stock, flow, cumulative, share, rank or table, got "
                "'stok'; did you mean 'stock'?"
            ),
        ),
        (
            {"remarks": f"[{', '.join(['{note: n}'] * 51)}]"},
            "11:14 SHP003 remarks: expected at most 50, got a list",
        ),
        (
            {"at": "x" * 1001},
            f"10:9 SHP003 at: expected a text of at most 1,000 characters, got '{'x' * 100}…'",
        ),
        ({"kind": "[stock]"}, "11:11 SHP003 kind: expected a text, got a list"),
        ({"kind": "flow"}, "11:11 SHP003 document_interconnection is adoption, not flow"),
        ({"as_of": "2016-06-31"}, "7:12 SHP003 as_of: there is no day 31 in June 2016: 1 to 30"),
        ({"as_of": "30/6/2016"}, f"7:12 SHP003 as_of: {NO_DATE}, got \"30/6/2016\"; did you mean '2016-06-30'?"),
        ({"as_of": "gần đây"}, f'7:12 SHP003 as_of: {NO_DATE}, got "gần đây"'),
        ({"from": "2016-13"}, "11:11 SHP003 from: there is no month 13: 1 to 12"),
        ({"breakdown": "{level: 3}"}, "11:17 SHP003 document_interconnection has no breakdown 'level'; it has none"),
        (
            {"indicator": "online_services", "group": "national", "breakdown": "{level: 5}", "value": "7"},
            "11:24 SHP003 '5' is no level of online_services; it has all, 3, 4, 3-4",
        ),
        (
            {**TASKS, "table": "{columns: [assigned, done], rows: {Bộ Y tế: [6, 3], Bộ Công an: [1, 1, 0]}}"},
            "10:76 SHP003 Bộ Công an: 3 numbers for 2 columns",
        ),
        (
            {**TASKS, "table": "{columns: [assigned, finished], rows: {Bộ Y tế: [6, 3]}}"},
            "10:22 SHP003 columns: the columns of resolution_tasks are assigned, done, in_progress, each once",
        ),
        (
            {**TASKS, "table": "{columns: [done, done], rows: {Bộ Y tế: [6, 3]}}"},
            "10:22 SHP003 columns: the columns of resolution_tasks are assigned, done, in_progress, each once",
        ),
        (
            {**TASKS, "table": "{columns: [done], rows: {Bộ Y tế: [06]}}"},
            "10:47 SHP003 Bộ Y tế: expected a whole number, got '06'",
        ),
        (
            {**TASKS, "table": "{columns: [], rows: {}}"},
            "10:22 SHP003 columns: expected at least one, got an empty list",
        ),
        # SHP004: not a Vietnamese number
        (
            {"value": "36.95"},
            "8:12 SHP004 value: expected a Vietnamese number, got \"36.95\"; did you mean '36,95%'?",
        ),
        (
            {"value": "1,578"},
            (
                '8:12 SHP004 value: "1,578" has decimals, which need % or one of nghìn, ngàn, triệu, tỷ, tỉ; '
                "did you mean '1.578'?"
            ),
        ),
        ({"value": "1.57"}, "8:12 SHP004 value: expected a Vietnamese number, got \"1.57\"; did you mean '1,57%'?"),
        ({"value": "19/0"}, '8:12 SHP004 value: "19/0" is a part of a group of zero'),
        ({"value": "-5"}, '8:12 SHP004 value: "-5" is negative, which no figure is'),
        ({"value": "nhiều"}, '8:12 SHP004 value: expected a Vietnamese number, got "nhiều"'),
        ({"share": "{printed: 3}"}, "11:22 SHP004 printed: expected a percentage, got \"3\"; did you mean '3%'?"),
        ({"outstanding": "{count: 9.5}"}, '11:26 SHP004 count: expected a Vietnamese number, got "9.5"'),
        (
            {"indicator": "online_services", "group": "national", "value": "7"},
            "5:5 SHP002 the breakdown 'level' is missing: online_services is counted by all, 3, 4, 3-4",
        ),
        # FIG001: more than all
        ({"value": "31/30"}, "8:12 FIG001 31/30: more are done than there are"),
        ({"value": "31", "of": "30"}, "8:12 FIG001 31: more are done than there are"),
        (
            {"value": "12", "of": "30", "outstanding": "{count: 31}"},
            "12:18 FIG001 'outstanding' states 31, more than the 30 there are",
        ),
        (
            {"value": None, "of": "30", "done": "{count: 31}"},
            "11:11 FIG001 'done' states 31, more than the 30 there are",
        ),
        # REG001: unknown body
        ({"outstanding": "{names: [Bộ Phép thuật]}"}, "11:27 REG001 unknown body 'Bộ Phép thuật'"),
        (
            {"outstanding": "{names: [Bộ Y tế, Bộ Tài chánh]}"},
            "11:36 REG001 unknown body 'Bộ Tài chánh'; did you mean 'Bộ Tài chính'?",
        ),
        ({"group": "centrall"}, "6:12 REG001 unknown body 'centrall'; did you mean 'central'?"),
        (
            {**TASKS, "table": "{columns: [done], rows: {Bộ Ma: [6]}}"},
            "10:37 REG001 unknown body 'Bộ Ma'",
        ),
        # REG002: not at that date
        (
            {"outstanding": "{names: [Bộ Dân tộc và Tôn giáo]}"},
            "11:27 REG002 Bộ Dân tộc và Tôn giáo exists since 2025-03-01, not on 2016-06-30",
        ),
        (
            {"as_of": "2025-06-30", "outstanding": "{names: [Bộ Giao thông vận tải]}"},
            "11:27 REG002 Bộ Giao thông vận tải existed until 2025-02-28, not on 2025-06-30",
        ),
        (
            {"outstanding": "{names: [Ủy ban Quản lý vốn nhà nước tại doanh nghiệp]}"},
            (
                "11:27 REG002 Ủy ban Quản lý vốn nhà nước tại doanh nghiệp existed from 2018-02-03 to 2025-02-28, "
                "not on 2016-06-30"
            ),
        ),
        (
            {"as_of": "unknown", "group": "Bộ Dân tộc và Tôn giáo"},
            "6:12 REG002 Bộ Dân tộc và Tôn giáo exists since 2025-03-01, not on 2016Q2",
        ),
        # REG003: of another group
        (
            {"outstanding": "{names: [Bộ Y tế, Hà Nội]}"},
            "11:36 REG003 Hà Nội is a city; central are of government_agency, ministry, ministry_level",
        ),
        (
            {"group": "provinces", "done": "{names: [Bộ Y tế]}"},
            "11:20 REG003 Bộ Y tế is a ministry; provinces are of city, province",
        ),
        # REG005: unknown indicator
        (
            {"indicator": "document_interconection"},
            "5:16 REG005 unknown indicator 'document_interconection'; did you mean 'document_interconnection'?",
        ),
        ({"indicator": "zzz"}, "5:16 REG005 unknown indicator 'zzz'"),
        # SRC001: undefined source
        ({"source": "pres"}, "9:13 SRC001 undefined source 'pres'; did you mean 'press'?"),
        ({"source": "letter-1375"}, "9:13 SRC001 undefined source 'letter-1375'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_observation_is_a_finding_and_is_left_out(
    fields: dict[str, str | None], finding: str, definitions: Definitions
) -> None:
    loaded = load(HEAD + entry(**fields), definitions)
    assert (spoken(loaded.findings), snapshot_of(loaded).observations) == ([finding], ())


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "30/30"},
        {"value": "30", "of": "30", "outstanding": "{count: 30}"},
        {"value": "19/30", "outstanding": "{count: 31}"},
        {"value": "12/30", "of": "11"},
        {"value": "36,95%", "of": "30"},
        {"value": None, "done": "{count: 31}"},
    ],
)
def test_as_many_as_there_are_may_have_done_it(fields: dict[str, str | None], definitions: Definitions) -> None:
    loaded = load(HEAD + entry(**fields), definitions)
    assert (spoken(loaded.findings), len(snapshot_of(loaded).observations)) == ([], 1)


def test_a_draft_says_that_nobody_has_reviewed_it(definitions: Definitions) -> None:
    loaded = load(HEAD.replace("sources:", "draft: {}\nsources:") + entry(), definitions)
    sentence = "2:1 DRF001 this is a draft that nobody has reviewed; egov review asks for every figure"
    assert (spoken(loaded.findings), len(snapshot_of(loaded).observations)) == ([sentence], 1)


TOO_MANY = "YML004 more than 4,000 figures, or figures that speak of more than 70,000 bodies in all"


@pytest.mark.parametrize(
    ("limit", "most", "kept"),
    [
        ("MAX_OBSERVATIONS", 3, 3),
        ("MAX_OBSERVATIONS", 2, 2),
        ("MAX_STATES", 22 + 2, 3),
        ("MAX_STATES", 22 + 1, 2),
        ("MAX_STATES", 21, 0),
    ],
)
def test_no_more_is_read_than_a_quarter_can_hold(
    limit: str, most: int, kept: int, definitions: Definitions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, limit, most)
    entries = [
        entry(group="ministries", value="5"),
        entry(group="Bộ Y tế", value="1"),
        entry(group="national", value="3"),
    ]
    assert len(definitions.registry.members(definitions.registry.groups["ministries"], parse_as_of("2016-06-30"))) == 22
    loaded = load(HEAD + "".join(entries), definitions)
    refused = [f"{5 + 6 * kept}:5 {TOO_MANY}"] if kept < 3 else []
    assert (spoken(loaded.findings), len(snapshot_of(loaded).observations)) == (refused, kept)


@pytest.mark.parametrize(("faults", "said"), [(500, 500), (501, 501), (512, 501)])
def test_after_five_hundred_faults_only_their_number_is_said(faults: int, said: int, definitions: Definitions) -> None:
    found = spoken(load(HEAD + "  - a\n" * faults, definitions).findings)
    assert (len(found), found[499]) == (said, "504:5 SHP003 observations: expected a mapping, got 'a'")
    if said > 500:
        assert found[500] == f"505:5 SHP003 {faults - 500} more faults from here on"
    unknown = "  - {indicator: action_plan, group: central, as_of: 2016, value: 1, source: x, at: a}\n"
    later = spoken(load(HEAD + unknown * faults, definitions).findings)
    assert (len(later), later[499]) == (said, "504:77 SRC001 undefined source 'x'")
    if said > 500:
        assert later[500] == f"505:77 SHP003 {faults - 500} more faults from here on"


def test_what_is_meant_is_looked_for_a_hundred_times(definitions: Definitions) -> None:
    names = ", ".join(f"Bộ Tài chính {number}" for number in range(101))
    found = spoken(load(HEAD + entry(outstanding=f"{{names: [{names}]}}"), definitions).findings)
    assert [one.endswith("; did you mean 'Bộ Tài chính'?") for one in found] == [True] * 100 + [False]
    sources = "".join(entry(source=f"presse{number}") for number in range(101))
    found = spoken(load(HEAD + sources, definitions).findings)
    assert [one.endswith("; did you mean 'press'?") for one in found] == [True] * 100 + [False]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("", ["1:1 SHP003 expected a mapping, got nothing"]),
        ("- a\n", ["1:1 SHP003 expected a mapping, got a list"]),
        ("2016Q2\n", ["1:1 SHP003 expected a mapping, got '2016Q2'"]),
        ("sources: {}\n", ["1:1 SHP002 the field 'period' is missing"]),
        ("period: Q2\n", ['1:9 SHP003 period: expected a quarter such as 2016Q2, got "Q2"']),
        ("period: 2016Q3\n", ["1:9 SHP003 period: 2016Q3 is not the quarter of the file's name"]),
        ("period: 2016Q2\nobservation: []\n", ["2:1 SHP001 unknown field 'observation'; did you mean 'observations'?"]),
        ("period: 2016Q2\nsources: []\n", ["2:10 SHP003 sources: expected a mapping, got an empty list"]),
        ("period: 2016Q2\nobservations: {}\n", ["2:15 SHP003 observations: expected a list, got an empty mapping"]),
        (
            "period: 2016Q2\nobservations: [a, ~]\n",
            [
                "2:16 SHP003 observations: expected a mapping, got 'a'",
                "2:19 SHP003 observations: expected a mapping, got nothing",
            ],
        ),
        (
            "period: 2016Q2\nsources:\n  press: {kind: pres}\n",
            [
                "3:17 SHP003 kind: expected report, letter, press or statistics, got 'pres'; did you mean 'press'?",
                "3:10 SHP002 the field 'title' is missing in 'press'",
            ],
        ),
        (
            "period: 2016Q2\nsources:\n  a b: {kind: press, title: t}\n",
            ["3:3 SHP003 expected an id of at most 80 letters, digits, and - _ . within, got 'a b'"],
        ),
        ("period: 2016Q2\n\tsources: {}\n", ["2:1 YML002 not YAML: a tab where YAML wants blanks"]),
    ],
)
def test_a_file_that_is_no_snapshot_says_so(text: str, findings: list[str], definitions: Definitions) -> None:
    assert spoken(load(text, definitions).findings) == findings


FAULTY = """\
period: 2016Q2
sources:
  press: {kind: press, title: Bài viết, tittle: x}
  letter: {kind: letter, title: Công văn}
observations:
  - indicator: document_interconnection
    group: central
    as_of: 2016-06-30
    value: 36.95
    valeu: 1
    source: letter
    at: dòng 1
  - indicator: document_interconnection
    group: central
    as_of: 2016-06-30
    value: 31/30
    outstanding: {names: [Bộ Ma, Hà Nội, Bộ Dân tộc và Tôn giáo]}
    source: lettre
    at: dòng 2
  - indicator: action_plan
    group: provinces
    as_of: 2016-06-30
    value: 63/63
    source: letter
    at: dòng 3
    at: dòng 4
  - indicator: action_plans
    group: provincess
    source: press
"""


def test_faults_of_every_family_are_found_in_one_run_and_the_healthy_rest_is_kept(definitions: Definitions) -> None:
    loaded = load(FAULTY, definitions)
    assert sorted(spoken(loaded.findings)) == [
        "10:5 SHP001 unknown field 'valeu'; did you mean 'value'?",
        "16:12 FIG001 31/30: more are done than there are",
        "17:27 REG001 unknown body 'Bộ Ma'",
        "17:34 REG003 Hà Nội is a city; central are of government_agency, ministry, ministry_level",
        "17:42 REG002 Bộ Dân tộc và Tôn giáo exists since 2025-03-01, not on 2016-06-30",
        "18:13 SRC001 undefined source 'lettre'; did you mean 'letter'?",
        "26:5 YML003 the key 'at' is repeated; it stands in line 25 already",
        "27:5 SHP002 the field 'as_of' is missing",
        "27:5 SHP002 the field 'at' is missing",
        "3:41 SHP001 unknown field 'tittle'; did you mean 'title'?",
        "9:12 SHP004 value: expected a Vietnamese number, got \"36.95\"; did you mean '36,95%'?",
    ]
    (kept,) = snapshot_of(loaded).observations
    assert (kept.indicator.id, kept.at, kept.location.line) == ("action_plan", "dòng 3", 20)


def test_a_fault_in_one_observation_does_not_shift_the_places_of_the_next(definitions: Definitions) -> None:
    text = HEAD + entry(value="36.95") + entry() + entry(value="1.57") + entry(source="letter") + entry()
    loaded = load(text, definitions)
    assert [found.split(" ")[0] for found in spoken(loaded.findings)] == ["8:12", "20:12", "27:13"]
    assert [seen.location.line for seen in snapshot_of(loaded).observations] == [11, 29]


def test_the_file_s_name_stands_in_for_a_period_that_is_wrong(definitions: Definitions) -> None:
    loaded = load("period: Q2\n" + HEAD.partition("\n")[2] + entry(), definitions)
    assert (str(snapshot_of(loaded).period), len(snapshot_of(loaded).observations)) == ("2016Q2", 1)


@pytest.mark.parametrize(
    ("fields", "rule", "finding"),
    [
        ({"value": "31/30"}, "FIG001", "8:12 FIG001 note: 31/30: more are done than there are"),
        (
            {"outstanding": "{names: [Bộ Dân tộc và Tôn giáo]}"},
            "REG002",
            "11:27 REG002 note: Bộ Dân tộc và Tôn giáo exists since 2025-03-01, not on 2016-06-30",
        ),
        (
            {"outstanding": "{names: [Hà Nội]}"},
            "REG003",
            "11:27 REG003 note: Hà Nội is a city; central are of government_agency, ministry, ministry_level",
        ),
    ],
)
def test_what_a_remark_explains_is_a_note_and_the_observation_stays(
    fields: dict[str, str | None], rule: str, finding: str, definitions: Definitions
) -> None:
    remarks = f"[{{note: Khác.}}, {{rule: FIG009, note: Khác nữa.}}, {{rule: {rule}, note: Nguồn in như vậy.}}]"
    loaded = load(HEAD + entry(**fields, remarks=remarks), definitions)
    assert spoken(loaded.findings) == [finding]
    assert [found.remark for found in loaded.findings] == ["Nguồn in như vậy."]
    assert len(snapshot_of(loaded).observations) == 1


@pytest.mark.parametrize(
    ("until", "level"),
    [("2016-06-30", "note"), ("2016-06", "note"), ("2016-07-01", "note"), ("unknown", "note"), ("2016-06-29", "error")],
)
def test_a_remark_explains_up_to_its_last_day(until: str, level: str, definitions: Definitions) -> None:
    remark = f"[{{rule: FIG001, note: n, until: {until}}}]"
    (found,) = load(HEAD + entry(value="31/30", remarks=remark), definitions).findings
    assert found.level == level


def test_a_source_that_is_wrong_is_not_undefined_too(definitions: Definitions) -> None:
    loaded = load(HEAD.replace("kind: press", "kind: pres") + entry(), definitions)
    assert [found.rule for found in loaded.findings] == ["SHP003"]
    assert snapshot_of(loaded).observations == ()


def test_the_country_as_a_whole_may_name_anybody(definitions: Definitions) -> None:
    seen = load_one(entry(group="national", outstanding="{names: [Bộ Y tế, Hà Nội]}"), definitions)
    assert seen.outstanding is not None
    assert [(one.body.id, one.location.line, one.location.column) for one in seen.outstanding.mentions] == [
        ("bo-y-te", 11, 27), ("ha-noi", 11, 36),
    ]  # fmt: skip
    assert (str(seen.outstanding.location), str(seen.source.location)) == ("f:11:5", "f:3:3")


def test_a_table_may_stand_beside_a_figure(definitions: Definitions) -> None:
    table = "{columns: [done], rows: {Bộ Y tế: [6]}}"
    loaded = load(
        HEAD + entry(indicator="resolution_tasks", value="7", breakdown="{measure: done}", table=table), definitions
    )
    assert [str(seen.group) for seen in snapshot_of(loaded).observations] == ["central", "Bộ Y tế"]


@pytest.mark.parametrize("rule", ["REG001", "REG005", "SRC001", "SHP004"])
def test_no_remark_explains_a_slip_of_the_pen(rule: str, definitions: Definitions) -> None:
    faults = {
        "REG001": {"outstanding": "{names: [Bộ Ma]}"},
        "REG005": {"indicator": "zzz"},
        "SRC001": {"source": "zzz"},
        "SHP004": {"value": "1.57"},
    }
    loaded = load(HEAD + entry(**faults[rule], remarks=f"[{{rule: {rule}, note: n}}]"), definitions)
    assert [(found.rule, found.level) for found in loaded.findings] == [(rule, "error")]


FULL = """\
  - indicator: dossier_publication
    group: central
    from: 2016-04-01
    as_of: 2016-06
    value: 13/30
    share: {of: 109.644, printed: gần 10%}
    done: {names: [Bộ Y tế]}
    exempt: {count: 2, names: [Công an, Quốc phòng]}
    outstanding: {count: 15, names: [LĐTB&XH, "Đài Tiếng Nói Việt Nam", LĐTB&XH]}
    in_progress: {count: 1}
    source: press
    at: dòng 4–5
    repeats: true
    note: ghi chú
    remarks:
      - {note: một, rule: FIG003, until: 2016-12-31}
      - {note: hai, exhaustive: done}
"""


def test_everything_an_observation_says_is_kept_as_printed_and_resolved(definitions: Definitions) -> None:
    seen = load_one(FULL, definitions)
    assert (seen.indicator.id, seen.group.id, str(seen.start), str(seen.as_of), seen.kind, seen.at) == (
        "dossier_publication", "central", "2016-04-01", "2016-06", "adoption", "dòng 4–5",
    )  # fmt: skip
    assert seen.figure is not None
    assert seen.figure.printed == "13/30"
    assert seen.share is not None
    assert seen.share.of is not None
    assert (seen.share.of.printed, seen.share.printed.printed) == ("109.644", "gần 10%")
    assert {name: (one.total, one.unnamed, [m.printed for m in one.mentions], [b.id for b in one.bodies])
            for name, one in seen.listings.items()} == {
        "done": (1, 0, ["Bộ Y tế"], ["bo-y-te"]),
        "exempt": (2, 0, ["Công an", "Quốc phòng"], ["bo-cong-an", "bo-quoc-phong"]),
        "outstanding": (
            15, 13, ["LĐTB&XH", "Đài Tiếng Nói Việt Nam", "LĐTB&XH"],
            ["bo-lao-dong-thuong-binh-va-xa-hoi", "dai-tieng-noi-viet-nam"],
        ),
        "in_progress": (1, 1, [], []),
    }  # fmt: skip
    assert (seen.repeats, seen.note) == (True, "ghi chú")
    assert [(r.note, r.rule, r.exhaustive, str(r.until), str(r.location)) for r in seen.remarks] == [
        ("một", "FIG003", None, "2016-12-31", "f:20:9"),
        ("hai", None, "done", "None", "f:21:9"),
    ]
    assert (str(seen.location), str(seen.locations["value"]), str(seen.locations["from"])) == (
        "f:5:5",
        "f:9:12",
        "f:7:11",
    )
    assert [str(mention.location) for mention in seen.listings["outstanding"].mentions] == [
        "f:13:38",
        "f:13:47",
        "f:13:73",
    ]


def test_a_table_is_one_observation_for_every_cell(definitions: Definitions) -> None:
    table = "{columns: [assigned, done], rows: {Bộ Y tế: [6, 3], Văn phòng Chính phủ: [2, 0]}}"
    loaded = load(HEAD + entry(indicator="resolution_tasks", value=None, table=table), definitions)
    seen = snapshot_of(loaded).observations
    assert loaded.findings == ()
    assert [(str(s.group), dict(s.breakdown), s.figure.printed if s.figure else "", str(s.location)) for s in seen] == [
        ("Bộ Y tế", {"measure": "assigned"}, "6", "f:10:57"),
        ("Bộ Y tế", {"measure": "done"}, "3", "f:10:60"),
        ("Văn phòng Chính phủ", {"measure": "assigned"}, "2", "f:10:86"),
        ("Văn phòng Chính phủ", {"measure": "done"}, "0", "f:10:89"),
    ]


@pytest.mark.parametrize(
    ("printed", "as_of", "body"),
    [
        ("Tuyên Quang", "2025-06-30", "tuyen-quang"),
        ("Tuyên Quang", "2025-07-01", "tuyen-quang-2025"),
        ("TP.HCM", "2016-06-30", "ho-chi-minh"),
        (unicodedata.normalize("NFD", "Hoà Bình"), "2016-06-30", "hoa-binh"),
    ],
)
def test_a_name_is_looked_up_at_the_as_of_date(printed: str, as_of: str, body: str, definitions: Definitions) -> None:
    seen = load_one(entry(group=printed, as_of=as_of, value="1"), definitions)
    assert seen.group.body is not None
    assert seen.group.body.id == body


def test_an_undated_figure_is_looked_up_in_its_quarter(definitions: Definitions) -> None:
    seen = load_one(entry(as_of="unknown", outstanding="{names: [Bộ Giao thông vận tải]}"), definitions)
    assert (str(seen.as_of), str(seen.membership_date)) == ("unknown", "2016Q2")


SOUND = (LETTERS / "data" / "reports" / "2016Q2.yaml").read_text(encoding="utf-8")
WORDS = st.sampled_from(
    ["", "~", "[]", "{}", "{a: b}", "[x]", "36.95", "31/30", "Bộ Ma", "unknown", "central", "-", "'"]
)


@given(data=st.data())
def test_a_word_put_anywhere_into_a_sound_file_is_read_or_reported(
    data: st.DataObject, definitions: Definitions
) -> None:
    lines = SOUND.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    field = re.match(r"( *(?:- )?[\w-]+:)", lines[number])
    lines[number] = f"{field[1] if field else ''} {data.draw(WORDS)}"
    loaded = load("\n".join(lines), definitions)
    assert loaded.snapshot is not None or loaded.findings
    assert all(1 <= found.location.line <= len(lines) + 1 for found in loaded.findings)


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("repeats: presss", ["3:50 SRC001 undefined source 'presss'; did you mean 'press'?"]),
        ("supersedes: 2016Q2/zzz", ["3:53 SRC001 undefined source '2016Q2/zzz'"]),
        ("repeats: press", []),
        ("repeats: 2016Q2/press", []),
        ("repeats: 2016Q1/nowhere", []),
    ],
)
def test_a_source_repeats_and_supersedes_one_that_is_there(
    link: str, found: list[str], definitions: Definitions
) -> None:
    sources = f"  other: {{kind: press, title: Bài khác, {link}}}\n  press: {{kind: press, title: A}}\n"
    text = f"period: 2016Q2\nsources:\n{sources}observations: []\n"
    assert spoken(load(text, definitions).findings) == found
