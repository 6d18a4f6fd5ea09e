"""Files of a stranger: a sentence or a page, soon, and nothing that a terminal obeys."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from egov_tracker.store.discovery import bundled
from tests.building import HEAD, LETTERS, entry, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOOD = (LETTERS / "data" / "reports" / "2016Q1.yaml").read_text(encoding="utf-8")
SOON = 20.0  # seconds, on a machine that does other things too
COMMANDS = (
    ("check",),
    ("status",),
    ("status", "--agencies"),
    ("status", "-f", "json"),
    ("status", "-f", "html"),
    ("status", "-f", "csv"),
    ("report", "2016Q2"),
    ("report", "2016Q2", "-f", "html"),
    ("diff", "2016Q2", "2016Q2"),
    ("quarters",),
)


@pytest.fixture
def soon() -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SOON


def sources(number: int, *, defined: str, used: str) -> str:
    lines = "".join(f"  {defined}-{n:05}: {{kind: press, title: x}}\n" for n in range(number))
    entries = "".join(entry(source=f"{used}-{n:05}") for n in range(number))
    return f"period: 2016Q2\nsources:\n{lines}observations:\n{entries}"


SLOW = {
    "long unlike ids": HEAD + entry(source="a" * 6000) + entry(indicator="b" * 6000) + entry(group="c" * 6000),
    "undefined sources": sources(199, defined="a-long-name-of-a-source", used="a-long-nome-of-a-source"),
    "too many sources": sources(600, defined="a-long-name-of-a-source", used="a-long-nome-of-a-source"),
    "combining marks": HEAD + entry(at="e" + "\u0301" * 80_000),
    "a long place": HEAD + entry(at="chữ " * 240) * 20,
    "a longer place": HEAD + entry(at="chữ " * 5_000),
    "remarks": HEAD + entry(remarks=f"[{'{rule: FIG002, note: x}, ' * 20_000}]"),
    "remarks on nothing": HEAD + entry(remarks=f"[{'{rule: ZZZ999, note: x}, ' * 50}]") * 20,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
@pytest.mark.usefixtures("soon")
def test_nothing_hangs(tmp_path: Path, text: str) -> None:
    root = write_ledger(tmp_path, {"2016Q2": text})
    for command in (("check",), ("status", "--agencies"), ("status", "-f", "html")):
        ran = run_egov(*command, "--data", root, terminal="-f" not in command, env={"COLUMNS": "80"})
        assert ran.code in {0, 1, 2}
        assert len(ran.out) < 2_000_000


@pytest.mark.parametrize("folder", ["reports/2016Q2.yaml", "registry/indicators.yaml", "letters/x.yaml"])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (os.mkfifo, "expected a regular file, got a pipe"),
        (lambda path: path.symlink_to("/dev/zero"), "expected a regular file, got a device"),
        (lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
        (Path.mkdir, "Is a directory"),
    ],
)
@pytest.mark.usefixtures("soon")
def test_what_is_no_regular_file_is_one_sentence(
    tmp_path: Path, folder: str, make: Callable[[Path], None], reason: str
) -> None:
    root = write_ledger(tmp_path, {"2016Q1": GOOD})
    path = root / folder
    path.parent.mkdir(exist_ok=True)
    make(path)
    command = ("letter", "x") if "letters" in folder else ("status",)
    ran = run_egov(*command, "--data", root)
    assert (ran.code, ran.out) == (2, "")
    assert f"cannot read {path}: {reason}" in ran.err


def test_one_unreadable_file_does_not_stop_the_check(tmp_path: Path) -> None:
    root = write_ledger(tmp_path, {"2016Q1": GOOD, "2016Q2": HEAD + entry(value="36.95")})
    os.mkfifo(root / "reports" / "2016Q3.yaml")
    (root / "reports" / "2016Q4.YAML").write_text(HEAD.replace("Q2", "Q3") + entry(), encoding="utf-8")
    ran = run_egov("check", "--data", root)
    assert ran.code == 1
    errors = [line for line in ran.out.splitlines() if " error " in line]
    assert [line.removeprefix(f"{root}/reports/") for line in errors] == [
        "2016Q2.yaml:8:12: SHP004 error value: expected a Vietnamese number, got \"36.95\"; did you mean '36,95%'?",
        (f"2016Q3.yaml:1:1: YML002 error cannot read {root}/reports/2016Q3.yaml: expected a regular file, got a pipe"),
        "2016Q4.YAML:1:9: SHP003 error period: 2016Q3 is not the quarter of the file's name",
    ]


BAD_IDS = ["", "a b", "../x", "a/b", "::error::x", "<b>", "Hà", "-x", "x" * 81]


@pytest.mark.parametrize("name", BAD_IDS)
def test_an_id_outside_its_alphabet_is_a_finding_at_its_place(tmp_path: Path, name: str) -> None:
    text = HEAD.replace("  press:", f"  '{name}': {{kind: press, title: y}}\n  press:") + entry()
    ran = run_egov("check", "--data", write_ledger(tmp_path, {"2016Q2": text}))
    assert ran.code == 1
    wanted = "expected an id of at most 80 letters, digits, and - _ . within, got "
    assert f"{tmp_path}/reports/2016Q2.yaml:3:3: SHP003 error {wanted}" in ran.out


@pytest.mark.parametrize("kind", ["[stock, flow]", "[]", "[adoption, rank, table]", "nothing", "{a: b}"])
def test_a_catalogue_of_any_kinds_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    catalogue = (
        (bundled("data") / "registry" / "indicators.yaml")
        .read_text(encoding="utf-8")
        .replace("kind: adoption", f"kind: {kind}")
    )
    root = write_ledger(tmp_path, {"2016Q1": GOOD, "2016Q2": HEAD + entry()}, {"indicators": catalogue})
    for command in (("status",), ("report", "2016Q2"), ("diff", "2016Q1", "2016Q2"), ("check",), ("quarters",)):
        ran = run_egov(*command, "--data", root)
        assert ran.code in {0, 1, 2}


def test_a_message_lists_only_the_first_of_very_many(tmp_path: Path) -> None:
    root = write_ledger(tmp_path, {"2016Q2": HEAD + entry(outstanding="{names: [Bộ Y tế]}") * 2_000})
    ran = run_egov("appendix", "2016Q2", "-i", "document_interconnection", "-g", "provinces", "--data", root)
    assert (ran.code, ran.err.endswith(" … (2,000 in all)\n"), len(ran.err) < 10_000) == (2, True, True)


NAME_OF_FILE = "\x1b[31m::error::x.yaml"


def test_what_a_stranger_names_or_writes_is_never_obeyed(tmp_path: Path) -> None:
    title = "'::error::a'"
    text = HEAD.replace("Bài viết", title) + entry(at='"a\\n::error::b\\n##[error]c"', value="x\u2028::error::y")
    good = HEAD.replace("Bài viết", title) + entry(at='"a\\n::error::b\\n##[error]c"', note='"\\n::warning::z"')
    bad = write_ledger(tmp_path / "bad", {"2016Q2": text})
    (bad / "reports" / NAME_OF_FILE).write_text("x: [", encoding="utf-8")
    root = write_ledger(tmp_path / "good", {"2016Q2": good})
    runs = [
        run_egov(*command, "--data", folder) for command in COMMANDS for folder in (bad, root) if "json" not in command
    ]
    runs.append(run_egov("diff", f"HEAD:{NAME_OF_FILE}", "2016Q2"))
    runs.append(run_egov("status", "-q", "\x1b[31m\n::error::x", "--data", root))
    for ran in runs:
        for line in (ran.out + ran.err).splitlines():
            assert not line.lstrip().startswith("::")
            assert "\x1b" not in line


def test_an_output_that_ends_in_a_slash_is_no_file(tmp_path: Path) -> None:
    ran = run_egov("quarters", "-o", "out/", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, 'egov: --output: expected a file, got "out/"\n')
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
@pytest.mark.parametrize("output", [(), ("-o", "out")])
def test_a_path_that_is_no_utf_8_is_named_all_the_same(tmp_path: Path, form: str, output: tuple[str, ...]) -> None:
    name = os.fsdecode(b"\xff.yaml")
    (tmp_path / name).write_text(HEAD + entry(value="36.95"), encoding="utf-8")
    ran = run_egov("check", name, "-f", form, *output, cwd=tmp_path)
    text = ran.out if not output else (tmp_path / "out").read_text(encoding="utf-8")
    assert ran.code == 1
    assert ("%FF.yaml" if form == "sarif" else "udcff.yaml") in text
