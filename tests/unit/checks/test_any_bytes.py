from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from egov_tracker.views.findings import view_findings
from tests.building import EXAMPLES
from tests.running import check_raw

SEEDS = tuple(path.read_bytes() for path in sorted(EXAMPLES.rglob("*.yaml")))
MEGABYTE = 1024 * 1024
LIMIT = 230  # MiB; 181 with the releases of constraints.txt, 212 with the oldest


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """An example with a stretch of bytes replaced by others, or by a stretch of another example."""
    raw, other = draw(st.sampled_from(SEEDS)), draw(st.sampled_from(SEEDS))
    begin = draw(st.integers(0, len(raw)))
    end = draw(st.integers(begin, min(len(raw), begin + 40)))
    start = draw(st.integers(0, len(other)))
    middle = draw(st.one_of(st.binary(max_size=8), st.just(other[start : start + 60])))
    return raw[:begin] + middle + raw[end:]


@settings(max_examples=150)
@example(b"")
@example(b"\xff")
@example(b"period: 2016Q2\nobservations: [{}]\n")
@example(b"- &a [*a]\n")
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode), mangled()))
def test_any_bytes_as_a_snapshot_give_findings_and_never_a_traceback(raw: bytes) -> None:
    found = check_raw({"2016Q1.yaml": SEEDS[0], "2016Q2.yaml": raw})
    assert found == check_raw({"2016Q2.yaml": raw, "2016Q1.yaml": SEEDS[0]})
    assert len(view_findings(found, lambda _: raw.decode(errors="replace"))) == len(found)


HEAD = "period: 2016Q2\nsources: {s: {kind: press, title: x}}\nobservations:\n"
ENTRY = "  - {{indicator: action_plan, group: {group}, as_of: 2016-06-30, {rest}, source: s, at: x}}\n"


def unknown_names(number: int) -> str:
    names = ", ".join(f"Bộ Không Đâu {n}" for n in range(number))
    return HEAD + ENTRY.format(group="central", rest=f"outstanding: {{names: [{names}]}}")


def many_entries(number: int) -> str:
    return HEAD + "".join(ENTRY.format(group="all", rest=f"value: {n % 97}") for n in range(number))


def unknown_fields(number: int) -> str:
    return HEAD + "".join(f"  - {{x{n}: 1}}\n" for n in range(number))


def repeated_names(number: int) -> str:
    return HEAD + ENTRY.format(group="all", rest=f"outstanding: {{names: [{'Hà Nội, ' * number}]}}")


def aliases(number: int) -> str:
    lines = ["a0: &a0 [" + "x, " * 9 + "]"]
    lines += [f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + "]" for n in range(1, number)]
    return "\n".join(lines)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")
@pytest.mark.parametrize(
    "text",
    [
        unknown_names(8_000),  # each is compared with all names that there are
        many_entries(6_500),
        unknown_fields(23_000),
        repeated_names(69_000),
        aliases(30),
        "[" * 100_000,
        "x" * 4 * MEGABYTE,
        "\n".join(f"k: {n}" for n in range(69_000)),
    ],
    ids=[
        "unknown names",
        "entries",
        "unknown fields",
        "repeated names",
        "aliases",
        "depth",
        "one word",
        "repeated keys",
    ],
)
def test_a_huge_or_hostile_snapshot_takes_neither_long_nor_much_memory(tmp_path: Path, text: str) -> None:
    reports = tmp_path / "data" / "reports"
    reports.mkdir(parents=True)
    (reports / "2016Q2.yaml").write_text(text, encoding="utf-8")
    code = (
        "import re, sys; sys.argv[1:] = ['check', '-o', 'out.txt']\n"
        "from egov_tracker.cli.app import run\n"
        "try: run()\n"
        # The peak since exec; that of getrusage begins with the memory of this process.
        "finally: print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    )
    ran = subprocess.run(  # noqa: S603 - the program under test
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ran.stderr
    assert ran.returncode in {0, 1}
    assert int(ran.stdout) / 1024 < LIMIT
