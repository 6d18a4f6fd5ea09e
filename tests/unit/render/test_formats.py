"""The registry of formats, walked: each format of each command really writes what its name says."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import yaml

from egov_tracker import __version__
from egov_tracker.cli.app import COMMANDS
from egov_tracker.errors import EgovError
from egov_tracker.render.formats import (
    CSV,
    DOCX,
    HTML,
    JSON,
    MD,
    OPTIONS,
    SVG,
    TABLE,
    TEXT,
    Format,
    Kind,
    choose_format,
)
from egov_tracker.render.outputs.findings import CHECK, GITHUB, SARIF
from egov_tracker.render.outputs.quarter import STATUS
from egov_tracker.render.outputs.registry import FORMATS, KINDS
from egov_tracker.store.discovery import bundled
from tests.building import LETTERS
from tests.running import KEPT, run_egov
from tests.word import check_word

if TYPE_CHECKING:
    from collections.abc import Callable


FORM = Path(KEPT.name) / "form.xlsx"


@pytest.fixture(scope="session", autouse=True)
def filled_form() -> None:
    """A form in which somebody has answered."""
    assert run_egov("form", "2018Q3", "-o", FORM, cwd=LETTERS).code == 0
    book = openpyxl.load_workbook(FORM)
    book.worksheets[0]["D4"], book.worksheets[0]["F11"] = "Hà Nội", "Đã hoàn thành"
    book.save(FORM)


# A run of each kind of output; one may exit with 1, because it found something.
RUNS = {
    "status": ("status", "2016Q2"),
    "agency": ("agency", "Bộ Tài chính"),
    "reminders": ("reminders",),
    "quarters": ("quarters",),
    "indicators": ("indicators",),
    "diff": ("diff", "2016Q1", "2016Q2"),
    "trend": ("trend", "document_interconnection"),
    "trend --tiles": ("trend", "document_interconnection", "--tiles"),
    "report": ("report", "2016Q2"),
    "letter": ("letter", "ra-soat-2020"),
    "appendix": ("appendix", "2016Q1", "-i", "action_plan", "-g", "provinces"),
    "check": ("check", "--select", "OBL"),
    "letter --check": ("letter", "--check", __file__),
    "explain": ("explain", "FIG002"),
    "read": ("read", "bao-cao.txt"),
    "trace": ("trace", "2016Q2"),
    "export": ("export",),
    "form": ("form", "2018Q3"),
    "collect": ("collect", "2018Q3", str(FORM)),
    "schema": ("schema", "status"),
}
WITHOUT_FORMATS = {
    "site",
    "templates",
    "new",
    "names",
    "fmt",
    "review",
    "git-diff",
    "cache",
    "import",
}
PAIRS = [(kind, one) for kind in KINDS for one in kind.formats if one.suffixes]
IN_FOLDERS = [(kind, one) for kind in KINDS for one in kind.formats if not one.suffixes]


def is_text(raw: bytes) -> bool:
    return raw.decode().endswith("\n") and b"\x1b" not in raw


def is_markdown(raw: bytes) -> bool:
    return is_text(raw) and any(line.startswith(("# ", "|", "**")) for line in raw.decode().splitlines())


def is_svg(raw: bytes) -> bool:
    root = ET.fromstring(raw)  # noqa: S314 - our own
    return root.tag == "{http://www.w3.org/2000/svg}svg" and root.get("viewBox") is not None and raw.endswith(b"\n")


def is_html(raw: bytes) -> bool:
    return raw.startswith(b"<!DOCTYPE html>") and raw.endswith(b"</html>\n")


def is_word(raw: bytes) -> bool:
    check_word(raw)
    return True


def is_json(raw: bytes) -> bool:
    return isinstance(json.loads(raw), dict) and raw.endswith(b"}\n")


def is_csv(raw: bytes) -> bool:
    rows = list(csv.reader(io.StringIO(raw.decode()), strict=True))
    return len(rows) > 1 and {len(row) for row in rows} == {len(rows[0])}


def is_annotation(raw: bytes) -> bool:
    return all(line.startswith(b"::") for line in raw.splitlines()) and is_text(raw)


def is_code_quality(raw: bytes) -> bool:
    issues = json.loads(raw)
    return isinstance(issues, list) and all("fingerprint" in issue for issue in issues)


def is_sarif(raw: bytes) -> bool:
    return bool(json.loads(raw)["version"] == "2.1.0")


def is_yaml(raw: bytes) -> bool:
    return isinstance(yaml.safe_load(raw), dict)


def is_workbook(raw: bytes) -> bool:
    return len(openpyxl.load_workbook(io.BytesIO(raw), read_only=True).sheetnames) > 1


def is_parquet(raw: bytes) -> bool:
    return raw.startswith(b"PAR1") and raw.endswith(b"PAR1")


def is_database(raw: bytes) -> bool:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(raw)
        return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# What a file of each format has to be; a further format has to say it here.
HOLDS: dict[str, Callable[[bytes], bool]] = {
    "table": is_text,
    "text": is_text,
    "md": is_markdown,
    "html": is_html,
    "docx": is_word,
    "json": is_json,
    "csv": is_csv,
    "github": is_annotation,
    "sarif": is_sarif,
    "gitlab": is_code_quality,
    "yaml": is_yaml,
    "svg": is_svg,
    "xlsx": is_workbook,
    "sqlite": is_database,
}
# What each file of a folder has to be.
FOLDERS = {
    "csv": {".csv": is_csv},
    "datapackage": {".csv": is_csv, ".json": is_json},
    "parquet": {".parquet": is_parquet},
}


@pytest.mark.parametrize(("kind", "one"), PAIRS, ids=[f"{kind.name}-{one.name}" for kind, one in PAIRS])
def test_each_format_of_each_command_writes_a_file_of_its_kind_by_name_and_by_suffix(
    kind: Kind[Any], one: Format, tmp_path: Path
) -> None:
    written = []
    for number, suffix in enumerate(one.suffixes):
        target = tmp_path / f"{number}{suffix.upper()}"
        write(kind, one, target)
        written.append(target.read_bytes())
    assert HOLDS[one.name](written[0])
    assert set(written) == {written[0]}


def write(kind: Kind[Any], one: Format, target: Path) -> None:
    name, file = kind.asked_by
    named = (name, one.name) if kind.formats[0] != one and kind.name != "schema" else ()
    outcome = run_egov(*RUNS[kind.name], *named, *file.split(), target, cwd=LETTERS)
    assert (outcome.code, outcome.out) in {(0, ""), (1, "")}, outcome.err


@pytest.mark.parametrize(("kind", "one"), IN_FOLDERS, ids=[f"{kind.name}-{one.name}" for kind, one in IN_FOLDERS])
def test_each_format_of_several_files_writes_a_folder_of_them_the_same_twice(
    kind: Kind[Any], one: Format, tmp_path: Path
) -> None:
    contents: list[dict[Path, bytes]] = []
    for name in ("first", "second"):
        write(kind, one, tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        contents.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
        shown = [path for path in files if not path.name.startswith(".")]
        assert {path.suffix for path in shown} == FOLDERS[one.name].keys()
        assert all(FOLDERS[one.name][path.suffix](path.read_bytes()) for path in shown)
    assert contents[0] == contents[1]


@pytest.mark.parametrize(("kind", "one"), PAIRS, ids=[f"{kind.name}-{one.name}" for kind, one in PAIRS])
def test_the_suffix_alone_is_enough_where_no_other_format_has_it(kind: Kind[Any], one: Format) -> None:
    for suffix in one.suffixes:
        alike = [other for other in kind.formats if suffix in other.suffixes]
        assert choose_format(kind, None, Path(f"any{suffix}")) == alike[0]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if CSV in kind.formats], ids=lambda kind: kind.name)
def test_every_csv_can_be_had_as_excel_opens_it(kind: Kind[Any]) -> None:
    plain = run_egov(*RUNS[kind.name], "-f", "csv", cwd=LETTERS).out
    excel = run_egov(*RUNS[kind.name], "-f", "csv", "--excel", cwd=LETTERS).out
    assert excel.startswith("\ufeff" + plain.splitlines()[0].replace(",", ";"))
    assert "--excel: expected the format csv, got " in run_egov(*RUNS[kind.name], "--excel", cwd=LETTERS).err


def test_every_format_and_every_command_is_walked() -> None:
    assert {one for _, one in PAIRS + IN_FOLDERS} == set(FORMATS)
    assert HOLDS.keys() == {one.name for one in FORMATS if one.suffixes}
    assert FOLDERS.keys() == {one.name for one in FORMATS if not one.suffixes}
    assert RUNS.keys() == {kind.name for kind in KINDS}
    assert {kind.name.split()[0] for kind in KINDS} == set(COMMANDS) - WITHOUT_FORMATS


def test_every_format_of_a_kind_has_a_name_of_its_own() -> None:
    for kind in KINDS:
        assert len(set(kind.names)) == len(kind.names)
        assert all(set(honoured) <= set(FORMATS) for honoured in {**OPTIONS, **kind.options}.values())


@pytest.mark.parametrize(
    ("kind", "name", "output", "default", "chosen"),
    [
        (STATUS, None, None, None, TABLE),
        (STATUS, "md", None, None, MD),
        (STATUS, None, "x.htm", None, HTML),
        (STATUS, None, "x.tar.JSON", None, JSON),
        (STATUS, "json", "out", None, JSON),
        (STATUS, None, "out", None, TABLE),
        (STATUS, None, ".hidden", None, TABLE),
        (STATUS, "md", "/dev/stdout", None, MD),
        (CHECK, None, None, GITHUB, GITHUB),
        (CHECK, None, "out", GITHUB, GITHUB),
        (CHECK, None, "out.txt", GITHUB, TEXT),
        (CHECK, "github", "out.txt", TEXT, GITHUB),
        (CHECK, None, "x.sarif.json", TEXT, SARIF),
        (CHECK, None, "x.json", GITHUB, JSON),
    ],
)
def test_the_format_is_the_named_one_else_that_of_the_suffix_else_the_default(
    kind: Kind[Any], name: str | None, output: str | None, default: Format | None, chosen: Format
) -> None:
    assert choose_format(kind, name, Path(output) if output else None, default) == chosen


ENDS = ".txt (table), .md (md), .html (html), .json (json) or .csv (csv)"


@pytest.mark.parametrize(
    ("kind", "name", "output", "sentence"),
    [
        (STATUS, "xml", None, '-f: expected table, md, html, json or csv, got "xml"'),
        (STATUS, "htlm", None, "-f: expected table, md, html, json or csv, got \"htlm\"; did you mean 'html'?"),
        (STATUS, None, "x.docx", f'-o x.docx: expected a name that ends in {ENDS}, got ".docx"'),
        (STATUS, None, "x.cvs", f"-o x.cvs: expected a name that ends in {ENDS}, got \".cvs\"; did you mean '.csv'?"),
        (STATUS, "csv", "x.tsv", f"-o x.tsv: expected a name that ends in {ENDS}, got \".tsv\"; did you mean '.csv'?"),
        (STATUS, "csv", "x.json", "-f csv and -o x.json contradict each other: expected a name that ends in .csv"),
        (CHECK, "sarif", "x.json", (
            "-f sarif and -o x.json contradict each other: expected a name that ends in .sarif or .sarif.json"
        )),
    ],
)  # fmt: skip
def test_a_format_that_there_is_not_or_that_the_name_contradicts_is_an_error_that_lists_the_formats(
    kind: Kind[Any], name: str | None, output: str | None, sentence: str
) -> None:
    with pytest.raises(EgovError) as raised:
        choose_format(kind, name, Path(output) if output else None)
    assert str(raised.value) == sentence


# What is asked for beside each run: all that can be said, and places in the ledger.
BESIDE: dict[str, tuple[tuple[str, ...], ...]] = {
    "status": (("--all",), ("--trace",), ("--agencies", "--trace")),
    "diff": (("--all", "--trace"),),
    "report": (("--annex",), ("--annex", "--trace")),
    "trace": (("1",),),
}
IN_WORDS = [(kind, one) for kind, one in PAIRS if one in {MD, HTML, DOCX, SVG}]


@pytest.mark.parametrize(("kind", "one"), IN_WORDS, ids=[f"{kind.name}-{one.name}" for kind, one in IN_WORDS])
def test_no_document_has_a_path_of_the_computer_in_it(kind: Kind[Any], one: Format, tmp_path: Path) -> None:
    installed = tmp_path / "bundled" / "data"
    shutil.copytree(LETTERS / "data", installed)
    for number, options in enumerate(((), *BESIDE.get(kind.name, ()))):
        target = tmp_path / f"{number}{one.suffixes[0]}"
        named = ("-f", one.name) if kind.formats[0] != one else ()
        run = (*RUNS[kind.name], *options, *named, "-o", target)
        assert run_egov(*run, cwd=LETTERS, env={"EGOV_DATA": str(installed)}).code == 0
        said = words_of(target)
        assert (str(tmp_path) in said, "/bundled/" in said, str(LETTERS) in said) == (False, False, False)


def test_nor_has_a_page_of_a_site(tmp_path: Path) -> None:
    installed = tmp_path / "bundled" / "data"
    shutil.copytree(LETTERS / "data", installed)
    site = tmp_path / "site"
    assert run_egov("site", site, "--data", installed).code == 0
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert pages
    assert [page for page in pages if str(tmp_path) in page or "/bundled/" in page] == []


def test_a_page_of_the_package_s_own_ledger_names_the_package(tmp_path: Path) -> None:
    said = run_egov("status", "2016Q2", "--all", "--trace", "-f", "html", cwd=tmp_path).out
    assert (f"egov-tracker {__version__}" in said, str(bundled("data")) in said) == (True, False)


def words_of(document: Path) -> str:
    """All text in a file; of a Word document that of all its parts."""
    if document.suffix != ".docx":
        return document.read_text(encoding="utf-8")
    with zipfile.ZipFile(document) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


FILLED = [(kind, one) for kind, one in PAIRS if one in {MD, HTML} <= set(kind.formats)]


@pytest.mark.parametrize(("kind", "one"), FILLED, ids=[f"{kind.name}-{one.name}" for kind, one in FILLED])
def test_jinja_makes_of_the_templates_of_the_package_what_their_modules_make(kind: Kind[Any], one: Format) -> None:
    for options in ((), *BESIDE.get(kind.name, ())):
        run = (*RUNS[kind.name], *options, "-f", one.name)
        made = run_egov(*run, cwd=LETTERS)
        assert made.code == 0
        assert run_egov(*run, "--templates", bundled("templates"), cwd=LETTERS) == made
