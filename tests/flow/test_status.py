"""`egov status` from end to end: the figures that it promises, every format, every filter, every kind of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.building import HEAD, LETTERS, SMALL, entry, write_ledger
from tests.running import need, run_egov, spawn_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_latest_quarter_is_shown_by_default() -> None:
    assert run_egov("status").out == run_egov("status", "--quarter", "2016Q2").out


# Whole outputs for a small ledger.


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("status.vi.txt", ()),
        ("status.en.txt", ("--lang", "en")),
        ("status-all.vi.txt", ("--all",)),
        ("status-all.en.txt", ("--all", "--lang", "en")),
        ("status-trace.vi.txt", ("--trace",)),
        ("status-all-trace.vi.txt", ("--all", "--trace")),
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
    outcome = run_egov("status", *options)
    assert (outcome.code, outcome.err) == (0, "")
    golden(name, outcome.out)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [80, 140])
def test_the_whole_page_on_a_terminal(golden: Callable[[str, str], None], lang: str, width: int) -> None:
    env = {"COLUMNS": str(width), "NO_COLOR": "1"}
    outcome = run_egov("status", "--lang", lang, env=env, terminal=True)
    golden(f"status-{width}.{lang}.txt", outcome.out)


def test_a_terminal_has_bold_heads_unless_no_color_is_set() -> None:
    args = ("status",)
    plain = run_egov(*args, env={"NO_COLOR": "1", "COLUMNS": "140"}, terminal=True)
    bold = run_egov(*args, env={"COLUMNS": "140"}, terminal=True)
    assert "\x1b" not in plain.out
    assert bold.out.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain.out != bold.out


def test_a_pipe_has_no_colours_and_no_wrapped_cells() -> None:
    outcome = run_egov("status", "-q", "2016Q1", "--agencies", cwd=LETTERS, env={"COLUMNS": "40", "FORCE_COLOR": "1"})
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
    for args in (("-f", "table", "--agencies"), ("-f", "json", "--agencies"), ("-f", "csv")):
        seeds = ("0", "1")
        outputs = {spawn_egov("status", "-q", "2016Q2", *args, env={"PYTHONHASHSEED": seed}) for seed in seeds}
        assert [(ran.code, ran.err) for ran in outputs] == [(0, "")]


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
    outcome = run_egov("status", "-f", "json", *options)
    assert (outcome.code, len(json.loads(outcome.out)["observations"])) == (0, count)


@pytest.mark.parametrize(
    ("env", "option", "title"),
    [
        ({}, (), "Tình hình thực hiện"),
        ({"EGOV_LANG": "en"}, (), "Implementation of Resolution 36a/NQ-CP"),
        ({"EGOV_LANG": "en"}, ("--lang", "vi"), "Tình hình thực hiện"),
        ({"EGOV_LANG": ""}, (), "Tình hình thực hiện"),
    ],
)
def test_the_language_is_the_option_s_then_the_environment_s_then_vietnamese(
    env: dict[str, str], option: tuple[str, ...], title: str
) -> None:
    assert run_egov("status", *option, env=env).out.startswith(title)


# Bad input: exit code 2, a sentence on stderr, nothing on stdout, nothing written.

THERE = "2016Q1, 2016Q2"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (
            ("-q", "2015Q4"),
            f"egov: expected a quarter with a snapshot, got 2015Q4; did you mean '2016Q1'? There are {THERE}\n",
        ),
        (("--trace", "-f", "json"), "egov: --trace: expected the format table, md or html, got json\n"),
        (("-q", "2016Q7"), f"egov: there is no quarter 7: 1 to 4; there are {THERE}\n"),
        (("-q", "now"), f'egov: expected a quarter such as 2016Q2, got "now"; there are {THERE}\n'),
        (
            ("-i", "document_interconection"),
            (
                'egov: -i: expected an indicator, got "document_interconection"; '
                "did you mean 'document_interconnection'?\n"
            ),
        ),
        (
            ("-g", "provincess"),
            (
                'egov: -g: expected a group, a cohort or the name of a body, got "provincess"; '
                "did you mean 'provinces'?\n"
            ),
        ),
        (
            ("--as-of", "30/6/2016"),
            (
                'egov: --as-of: expected a date such as 2016-06-30, 2016-06, 2016Q2, 2016 or unknown, got "30/6/2016"; '
                "did you mean '2016-06-30'?\n"
            ),
        ),
        (("--data", "nowhere"), "egov: --data: expected a folder, got nowhere, which is not there\n"),
        (
            ("--data", "data/registry"),
            "egov: --data: expected a folder that holds reports/, got data/registry, which holds none\n",
        ),
    ],
)
def test_a_wrong_request_is_answered_with_what_was_probably_meant(args: tuple[str, ...], sentence: str) -> None:
    assert run_egov("status", *args) == (2, "", sentence)


def test_a_wrong_language_in_the_environment_is_named() -> None:
    assert run_egov("status", env={"EGOV_LANG": "fr"}) == (2, "", 'egov: EGOV_LANG: expected vi or en, got "fr"\n')


@pytest.mark.parametrize(
    "args",
    [
        ("status", "--bogus"), ("status", "--lang", "fr"), ("status", "2016Q2", "extra"), ("stat",), (),
        ("schema",), ("schema", "quarter"), ("status", "-q"),
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
    "empty": (b"", ["1:1: SHP003 error expected a mapping, got nothing"]),
    "36.95 and 1,578": (
        (HEAD + entry(value="36.95") + entry(value="1,578")).encode(),
        [
            "8:12: SHP004 error value: expected a Vietnamese number, got \"36.95\"; did you mean '36,95%'?",
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
    left_out = "egov: 2016Q1 has errors (egov check), so nothing is compared with it or judged by it\n"
    assert run_egov("status", "--data", tmp_path)[::2] == (0, left_out)
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
    plain = (LETTERS / "data" / "reports" / "2016Q2.yaml").read_text(encoding="utf-8")
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
        "reports": "egov: expected a snapshot such as 2016Q2.yaml in reports, got none\n",
        "registry": "egov: --data: expected a folder that holds reports/, got ., which holds none\n",
    }[name])  # fmt: skip


def test_a_reader_that_goes_away_is_no_error_of_ours() -> None:
    program = (
        f"{sys.executable} -m egov_tracker status -q 2016Q2 -f json --agencies | head -c 1; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run([need("bash"), "-c", program], cwd=SMALL, capture_output=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr) == (b"{", b"")
