"""`egov status` from end to end: the figures that it promises, every format, every filter, every kind of bad input."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import HEAD, LEDGERS, QUARTERS, ROOT, entry, run_egov, write_ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCE_OF_2016Q2 = "q2-report-press"


def read_quarter(quarter: str, *options: str) -> list[dict[str, Any]]:
    outcome = run_egov("status", "--quarter", quarter, "-f", "json", *options)
    assert (outcome.code, outcome.err) == (0, "")
    observations: list[dict[str, Any]] = json.loads(outcome.out)["observations"]
    return observations


def the(observations: list[dict[str, Any]], **wanted: Any) -> dict[str, Any]:
    """The only observation with these facts."""
    (found,) = [seen for seen in observations if all(seen[key] == value for key, value in wanted.items())]
    return found


# What the quarters are known to say.


def test_in_2016q2_nineteen_of_thirty_are_interconnected_and_two_of_nine_are_unnamed() -> None:
    seen = the(
        read_quarter("2016Q2"),
        indicator="document_interconnection",
        group="central",
        as_of="2016-06-30",
        source=SOURCE_OF_2016Q2,
    )
    assert {key: seen[key] for key in ("value", "percent", "exempt", "unknown", "inferred")} == {
        "value": {"done": 19, "of": 30},
        "percent": 63.33,
        "exempt": {"count": 2, "names": ["Bộ Quốc phòng", "Bộ Công an"]},
        "unknown": 21,
        "inferred": False,
    }
    assert (seen["outstanding"]["count"], len(seen["outstanding"]["names"]), seen["outstanding"]["unnamed"]) == (
        9,
        7,
        2,
    )


@pytest.mark.parametrize(
    ("indicator", "group", "as_of", "printed", "outstanding"),
    [
        ("document_interconnection", "provinces", "2016-06-30", "63/63", None),
        ("dossier_publication", "central", "2016-06-28", "13/30", 15),
        ("dossier_publication", "provinces", "2016-06-28", "55/63", 8),
        ("dossier_publication", "ministries", "unknown", None, 5),
        ("dossier_publication", "provinces", "unknown", None, 4),
        ("priority_services", "central", "2016Q2", "83", None),
        ("priority_services", "provinces", "2016Q2", "44", None),
    ],
)
def test_in_2016q2_every_figure_of_the_report_is_there(
    indicator: str, group: str, as_of: str, printed: str | None, outstanding: int | None
) -> None:
    seen = the(read_quarter("2016Q2"), indicator=indicator, group=group, as_of=as_of, source=SOURCE_OF_2016Q2)
    assert (seen["printed"], seen["outstanding"]["count"]) == (printed, outstanding)


def test_in_2016q2_fifty_five_provinces_are_inferred_to_have_published() -> None:
    seen = the(
        read_quarter("2016Q2", "--agencies"),
        indicator="dossier_publication",
        group="provinces",
        as_of="2016-06-28",
        source=SOURCE_OF_2016Q2,
    )
    states = [(body["state"], body["inferred"]) for body in seen["bodies"]]
    assert (states.count(("done", True)), states.count(("outstanding", False)), len(states)) == (55, 8, 63)


@pytest.mark.parametrize(
    ("indicator", "group", "named"),
    [
        ("action_plan", "central", 13),
        ("action_plan", "provinces", 21),
        ("document_interconnection", "central", 6),
        ("dossier_publication", "ministries", 18),
        ("dossier_publication", "provinces", 38),
    ],
)
def test_in_2016q1_the_appendices_of_letter_1375_are_whole(indicator: str, group: str, named: int) -> None:
    seen = the(read_quarter("2016Q1"), indicator=indicator, group=group, as_of="2016-03-01", source="letter-1375")
    assert (len(seen["outstanding"]["names"]), seen["outstanding"]["unnamed"], seen["inferred"]) == (named, 0, False)
    assert (seen["value"], seen["printed"]) == (None, None)


def test_in_2016q1_twenty_printed_cells_are_eighteen_bodies() -> None:
    path = ROOT / "data" / "reports" / "2016Q1.yaml"
    outcome = run_egov("status", "-q", "2016Q1", "-i", "dossier_publication", "-g", "ministries", "--agencies")
    assert outcome.code == 0
    assert "- Chưa hoàn thành (18): " in outcome.out
    assert "20 ô chỉ là 18 cơ quan" in outcome.out
    assert path.read_text(encoding="utf-8").count("Bộ Ngoại giao") >= 2


@pytest.mark.parametrize(("group", "number"), [("central", 25), ("provinces", 63)])
def test_in_2016q1_the_connected_are_counted_without_any_n(group: str, number: int) -> None:
    seen = the(read_quarter("2016Q1"), indicator="document_connection", group=group, as_of="2016-03-24")
    assert (seen["value"], seen["percent"], seen["inferred"]) == ({"number": number}, None, False)
    assert seen["unknown"] == {"central": 30, "provinces": 63}[group]


IN_2018Q2: list[tuple[str, str, dict[str, str], str, tuple[object, ...]]] = [
    ("document_interconnection", "central", {}, "adoption", ("28/29", {"done": 28, "of": 29}, None, 96.55)),
    ("online_services", "central", {"level": "3-4"}, "stock", ("1.578", {"number": 1578}, None, 3.2)),
    ("online_services", "provinces", {"level": "3-4"}, "stock", ("47.774", {"number": 47774}, None, 96.8)),
    ("online_services", "national", {"level": "3-4"}, "stock", ("gần 50.000", {"number": 50000}, "gần", None)),
    ("services_with_dossiers", "central", {}, "share", ("36,95% (583/1.578)", {"done": 583, "of": 1578}, None, 36.95)),
    ("feedback", "national", {"stage": "received"}, "flow", ("868", {"number": 868}, None, None)),
    ("feedback", "national", {"stage": "in_scope"}, "flow", ("194", {"number": 194}, None, None)),
    ("feedback", "national", {"stage": "answered"}, "flow", ("189", {"number": 189}, None, None)),
    ("feedback", "national", {"stage": "received"}, "cumulative", ("7.586", {"number": 7586}, None, None)),
    ("feedback", "national", {"stage": "in_scope"}, "cumulative", ("1.829", {"number": 1829}, None, None)),
    ("feedback", "national", {"stage": "answered"}, "cumulative", ("1.517", {"number": 1517}, None, 82.9)),
]


@pytest.mark.parametrize(("indicator", "group", "breakdown", "kind", "figure"), IN_2018Q2)
def test_in_2018q2_every_figure_of_the_report_is_there(
    indicator: str, group: str, breakdown: dict[str, str], kind: str, figure: tuple[object, ...]
) -> None:
    report = [seen for seen in read_quarter("2018Q2") if seen["source"] == "q2-2018-report-press"]
    seen = the(report, indicator=indicator, group=group, breakdown=breakdown, kind=kind)
    assert tuple(seen[key] for key in ("printed", "value", "qualifier", "percent")) == figure
    assert seen["from"] == ("2018-04-01" if kind == "flow" else None)


def test_in_2018q2_nothing_is_inferred_from_an_n_that_is_not_the_registry_s() -> None:
    seen = the(read_quarter("2018Q2", "--agencies"), indicator="document_interconnection", group="central")
    assert seen["inferred"] is False
    assert {body["state"] for body in seen["bodies"] if body["name"] != "Bộ Quốc phòng"} == {"unknown"}


@pytest.mark.parametrize("quarter", ["2016Q1", "2016Q2", "2018Q2"])
def test_every_figure_leads_to_the_line_where_it_stands(quarter: str) -> None:
    lines = (ROOT / "data" / "reports" / f"{quarter}.yaml").read_text(encoding="utf-8").splitlines()
    for seen in read_quarter(quarter):
        location = seen["place"]
        assert location["path"] == f"data/reports/{quarter}.yaml"
        entry_lines = "\n".join(lines[location["line"] - 1 : location["line"] + 14])
        assert entry_lines.lstrip().startswith(f"- indicator: {seen['indicator']}")
        assert seen["printed"] is None or seen["printed"] in entry_lines


def test_the_table_of_2016q2_says_it_in_the_words_of_the_reports() -> None:
    outcome = run_egov("status", "--quarter", "2016Q2")
    rows = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert rows[:3] == [
        "Tình hình thực hiện Nghị quyết 36a, quý II/2016", "Dữ liệu: data (folder)", "data/reports/2016Q2.yaml",
    ]  # fmt: skip
    for words in (
        "Bộ, ngành 19/30 63,33% 9: 7 nêu tên, 2 không nêu tên 2 21 30/6/2016 ",
        "Tỉnh, thành phố 63/63 100,00% 30/6/2016 ",
        "Bộ, ngành 13/30 43,33% 15, không nêu tên 2 28 28/6/2016 ",
        "Tỉnh, thành phố 55/63 87,30% 8 28/6/2016 ",
        "Bộ, cơ quan ngang bộ 5, không nêu tên 2 20 không rõ ngày ",
        "Tỉnh, thành phố 4, không nêu tên 63 không rõ ngày ",
        "Bộ, ngành, mức độ 3, 4 83 quý II/2016 ",
        "Tỉnh, thành phố, mức độ 3 44 quý II/2016 ",
    ):
        assert any(row.startswith(words) for row in rows), words


def test_the_latest_quarter_is_shown_by_default() -> None:
    assert run_egov("status").out == run_egov("status", "--quarter", QUARTERS[-1]).out


# Whole outputs for a small ledger.


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("status.vi.txt", ()),
        ("status.en.txt", ("--lang", "en")),
        ("status-agencies.vi.txt", ("--agencies",)),
        ("status-agencies.en.txt", ("--agencies", "--lang", "en")),
        ("status.vi.json", ("-f", "json")),
        ("status.en.json", ("-f", "json", "--lang", "en")),
        ("status-agencies.en.json", ("-f", "json", "--lang", "en", "--agencies")),
        ("status.vi.csv", ("-f", "csv")),
        ("status.en.csv", ("-f", "csv", "--lang", "en")),
        ("status-agencies.en.csv", ("-f", "csv", "--lang", "en", "--agencies")),
    ],
)
def test_the_whole_page(golden: Callable[[str, str], None], name: str, options: tuple[str, ...]) -> None:
    outcome = run_egov("status", "--data", "small", *options, cwd=LEDGERS)
    assert (outcome.code, outcome.err) == (0, "")
    golden(name, outcome.out)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [80, 140])
def test_the_whole_page_on_a_terminal(golden: Callable[[str, str], None], lang: str, width: int) -> None:
    env = {"COLUMNS": str(width), "NO_COLOR": "1"}
    outcome = run_egov("status", "--data", "small", "--lang", lang, cwd=LEDGERS, env=env, terminal=True)
    golden(f"status-{width}.{lang}.txt", outcome.out)


def test_a_terminal_has_bold_heads_unless_no_color_is_set() -> None:
    args = ("status", "--data", "small")
    plain = run_egov(*args, cwd=LEDGERS, env={"NO_COLOR": "1", "COLUMNS": "140"}, terminal=True)
    bold = run_egov(*args, cwd=LEDGERS, env={"COLUMNS": "140"}, terminal=True)
    assert "\x1b" not in plain.out
    assert bold.out.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain.out != bold.out


def test_a_pipe_has_no_colours_and_no_wrapped_cells() -> None:
    outcome = run_egov("status", "--quarter", "2016Q2", "--agencies", env={"COLUMNS": "40", "FORCE_COLOR": "1"})
    assert "\x1b" not in outcome.out
    assert "…" not in outcome.out.partition("\nChú thích\n")[0]
    assert "Bộ Lao động - Thương binh và Xã hội" in outcome.out


@pytest.mark.parametrize("options", [("-f", "table"), ("-f", "json", "--agencies"), ("-f", "csv"), ("--lang", "en")])
def test_a_file_holds_the_same_bytes_as_the_screen(tmp_path: Path, options: tuple[str, ...]) -> None:
    target = tmp_path / "out"
    shown = run_egov("status", "-q", "2016Q2", *options)
    written = run_egov("status", "-q", "2016Q2", *options, "-o", target)
    assert written == (0, "", "")
    assert target.read_bytes() == shown.out.encode()


def test_the_same_bytes_come_under_any_hash_seed() -> None:
    seen = set()
    for seed in ("0", "1"):
        digest = hashlib.sha256()
        for args in (("-f", "table", "--agencies"), ("-f", "json", "--agencies"), ("-f", "csv")):
            command = [sys.executable, "-m", "egov_tracker", "status", "-q", "2016Q2", *args]
            done = subprocess.run(  # noqa: S603 - our own program
                command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
            )
            assert done.stderr == b""
            digest.update(done.stdout)
        seen.add(digest.hexdigest())
    assert len(seen) == 1


# Filters and languages.


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 11),
        (("-i", "document_interconnection"), 5),
        (("-i", "document_interconnection", "-i", "feedback"), 7),
        (("-g", "central"), 2),
        (("-g", "Hà Nội"), 1),
        (("-g", unicodedata.normalize("NFD", "TP. Hà Nội")), 1),
        (("-g", "central", "-g", "provinces", "-i", "document_interconnection"), 4),
        (("--as-of", "2016-06-30"), 4),
        (("--as-of", "2016-06"), 7),
        (("--as-of", "unknown"), 1),
        (("--as-of", "2015"), 0),
    ],
)
def test_filters_narrow_what_is_shown(options: tuple[str, ...], count: int) -> None:
    outcome = run_egov("status", "--data", "small", "-f", "json", *options, cwd=LEDGERS)
    assert (outcome.code, len(json.loads(outcome.out)["observations"])) == (0, count)


@pytest.mark.parametrize(
    ("env", "option", "title"),
    [
        ({}, (), "Tình hình thực hiện"),
        ({"EGOV_LANG": "en"}, (), "Resolution 36a, state"),
        ({"EGOV_LANG": "en"}, ("--lang", "vi"), "Tình hình thực hiện"),
        ({"EGOV_LANG": ""}, (), "Tình hình thực hiện"),
    ],
)
def test_the_language_is_the_option_s_then_the_environment_s_then_vietnamese(
    env: dict[str, str], option: tuple[str, ...], title: str
) -> None:
    assert run_egov("status", *option, env=env).out.startswith(title)


# Bad input: exit code 2, a sentence on stderr, nothing on stdout, nothing written.

THERE = ", ".join(QUARTERS)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("-q", "2015Q4"), f"egov: no snapshot of 2015Q4; did you mean 2016Q1? There are {THERE}\n"),
        (("-q", "2016Q7"), f"egov: there is no quarter 7: 1 to 4; there are {THERE}\n"),
        (("-q", "now"), f'egov: "now" is not a quarter such as 2016Q2; there are {THERE}\n'),
        (
            ("-i", "document_interconection"),
            "egov: --indicator document_interconection: no such indicator; did you mean document_interconnection?\n",
        ),
        (("-g", "provincess"), "egov: --group provincess: no such group or body; did you mean provinces?\n"),
        (
            ("--as-of", "30/6/2016"),
            (
                'egov: --as-of: "30/6/2016" is not a date such as 2016-06-30, 2016-06, 2016Q2, 2016 or unknown; '
                "did you mean 2016-06-30?\n"
            ),
        ),
        (("--data", "nowhere"), "egov: --data nowhere: no such folder\n"),
        (("--data", "docs"), "egov: --data docs: no reports/ folder in it, so it is no ledger\n"),
    ],
)
def test_a_wrong_request_is_answered_with_what_was_probably_meant(args: tuple[str, ...], sentence: str) -> None:
    assert run_egov("status", *args) == (2, "", sentence)


def test_a_wrong_language_in_the_environment_is_named() -> None:
    assert run_egov("status", env={"EGOV_LANG": "fr"}) == (2, "", "egov: EGOV_LANG=fr: the languages are vi, en\n")


@pytest.mark.parametrize(
    "args",
    [
        ("status", "--bogus"), ("status", "-f", "xml"), ("status", "--lang", "fr"), ("status", "extra"), ("stat",), (),
        ("schema",), ("schema", "quarters"), ("quarters", "-f", "docx"), ("status", "-q"),
    ],
)  # fmt: skip
def test_a_usage_error_exits_with_2_and_leaves_stdout_alone(args: tuple[str, ...]) -> None:
    outcome = run_egov(*args)
    assert (outcome.code, outcome.out if args else "") == (2, "")
    assert (outcome.err + outcome.out).startswith(("Usage: egov", "Error: "))


BROKEN: dict[str, tuple[bytes, list[str]]] = {
    "not UTF-8": (HEAD.encode("utf-16"), ["1:1: YML001 error not UTF-8: byte 0xff"]),
    "not YAML": (b"period: [\n", ["2:1: YML002 error not YAML: did not find expected node content"]),
    "a tab": (b"period: 2016Q2\n\tx: 1\n", ["2:1: YML002 error not YAML: a tab where YAML wants blanks"]),
    "a repeated key": (
        b"period: 2016Q2\nperiod: 2016Q2\n",
        ["2:1: YML003 error the key 'period' is repeated; it stands in line 1 already"],
    ),
    "50 MB": (b" " * 50 * 1024 * 1024, ["1:1: YML004 error the file has more than 4,194,304 bytes"]),
    "empty": (b"", ["1:1: SHP003 error a mapping is meant here, not nothing"]),
    "36.95 and 1,578": (
        (HEAD + entry(value="36.95") + entry(value="1,578")).encode(),
        [
            "8:12: SHP004 error value: \"36.95\" is not a Vietnamese number; did you mean '36,95%'?",
            (
                '14:12: SHP004 error value: "1,578" has decimals, which need % or one of nghìn, ngàn, triệu, tỷ, tỉ; '
                "did you mean '1.578'?"
            ),
        ],
    ),
    "19/0 and 31/30": (
        (HEAD + entry(value="31/30") + entry(value="19/0")).encode(),
        [
            "8:12: FIG001 error 31/30: more are done than there are",
            '14:12: SHP004 error value: "19/0" is a part of a group of zero',
        ],
    ),
    "an unknown field and a missing one": (
        (HEAD + entry(at=None, att="dòng 4")).encode(),
        [
            "5:5: SHP002 error the field 'at' is missing",
            "10:5: SHP001 error unknown field 'att'; did you mean 'at'?",
        ],
    ),
    "a ministry that is none, one too early, a province among them": (
        (HEAD + entry(outstanding="{names: [Bộ Ma, Bộ Dân tộc và Tôn giáo, Hà Nội]}")).encode(),
        [
            "11:27: REG001 error unknown body 'Bộ Ma'",
            "11:34: REG002 error Bộ Dân tộc và Tôn giáo exists since 2025-03-01, not on 2016-06-30",
            "11:58: REG003 error Hà Nội is a city; central are of government_agency, ministry, ministry_level",
        ],
    ),
    "a date that is no date": (
        (HEAD + entry(as_of="2016-02-30")).encode(),
        ["7:12: SHP003 error as_of: there is no day 30 in February 2016: 1 to 29"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", ["status", "quarters"])
def test_broken_data_is_named_on_stderr_with_every_place_and_nothing_is_half_done(
    tmp_path: Path, command: str, name: str
) -> None:
    raw, findings = BROKEN[name]
    path = write_ledger(tmp_path / "own", {"2016Q2": ""}) / "reports" / "2016Q2.yaml"
    path.write_bytes(raw)
    outcome = run_egov(command, "--data", "own", "-o", "out.txt", cwd=tmp_path)
    lines = [f"own/reports/2016Q2.yaml:{found}" for found in findings]
    assert outcome == (2, "", "egov: " + "\n".join(lines) + "\n")
    assert not (tmp_path / "out.txt").exists()


def test_a_broken_quarter_does_not_stand_in_the_way_of_another(tmp_path: Path) -> None:
    write_ledger(tmp_path, {"2016Q1": "period: [", "2016Q2": HEAD + entry()})
    assert run_egov("status", "--data", tmp_path).code == 0
    assert run_egov("status", "--data", tmp_path, "-q", "2016Q1").code == 2


@pytest.mark.parametrize("name", ["agencies", "provinces", "indicators"])
def test_a_broken_definition_is_named_in_the_same_way(tmp_path: Path, name: str) -> None:
    write_ledger(tmp_path / "own", {"2016Q2": HEAD + entry()}, {name: "\tbodies: {}\n"})
    outcome = run_egov("status", "--data", "own", cwd=tmp_path)
    location = f"own/registry/{name}.yaml:1:1"
    assert outcome == (2, "", f"egov: {location}: YML002 error not YAML: a tab where YAML wants blanks\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["NFD", "BOM", "CRLF"],
)
def test_nfd_a_bom_and_windows_line_ends_mean_the_same(tmp_path: Path, change: Callable[[str], str]) -> None:
    plain = (ROOT / "data" / "reports" / "2016Q2.yaml").read_text(encoding="utf-8")
    for folder, text in (("plain", plain), ("changed", change(plain))):
        path = write_ledger(tmp_path / folder / "own", {"2016Q2": ""}) / "reports" / "2016Q2.yaml"
        path.write_bytes(text.encode())
    args = ("status", "--data", "own", "-f", "json", "--agencies")
    expected, found = (json.loads(run_egov(*args, cwd=tmp_path / name).out) for name in ("plain", "changed"))
    if change("a") != "a":
        assert expected == found
    for one, other in zip(expected["observations"], found["observations"], strict=True):
        assert {**one, "bodies": [], "place": 0} == {**other, "bodies": [], "place": 0}
        assert one["place"]["line"] == other["place"]["line"]


def test_a_file_that_cannot_be_written_is_said_so_and_nothing_is_left(tmp_path: Path) -> None:
    outcome = run_egov("status", "-o", tmp_path / "nowhere" / "out.txt")
    assert outcome == (2, "", f"egov: cannot write {tmp_path}/nowhere/out.txt: No such file or directory\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["reports", "registry"])
def test_a_folder_without_snapshots_is_no_ledger(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    outcome = run_egov("status", "--data", ".", cwd=tmp_path)
    assert outcome == (2, "", {
        "reports": "egov: no snapshot in reports: a file such as 2016Q2.yaml is meant there\n",
        "registry": "egov: --data .: no reports/ folder in it, so it is no ledger\n",
    }[name])  # fmt: skip


def test_a_reader_that_goes_away_is_no_error_of_ours() -> None:
    program = (
        f"{sys.executable} -m egov_tracker status -q 2016Q2 -f json --agencies | head -c 1; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["/bin/bash", "-c", program], cwd=ROOT, capture_output=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr) == (b"{", b"")
