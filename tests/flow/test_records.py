"""The records in templates: the same facts as JSON prints, beside the worded page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS
from tests.running import run_egov
from tests.word import paragraphs_of, write_paragraphs

if TYPE_CHECKING:
    from pathlib import Path


def templates_of(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("status", "-q", "2016Q1"), "page"),
        (("diff", "2016Q1", "2016Q2"), "page"),
        (("quarters",), "page"),
        (
            ("appendix", "2016Q2", "-i", "document_interconnection", "-g", "central", "--as-of", "2016-06-30"),
            "appendix",
        ),
    ],
)
@pytest.mark.parametrize("form", ["md", "html"])
def test_templates_see_what_json_prints(command: tuple[str, ...], name: str, form: str, tmp_path: Path) -> None:
    folder = templates_of(tmp_path, f"{name}.{form}.j2", "{{ records | tojson }}")
    shown = run_egov(*command, "-f", form, "--templates", folder)
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(shown.out) == json.loads(run_egov(*command, "-f", "json").out)


def test_the_template_of_a_report_sees_its_records(tmp_path: Path) -> None:
    folder = templates_of(tmp_path, "page.md.j2", "{{ records | tojson }}")
    shown = run_egov("report", "2016Q2", "-f", "md", "--templates", folder)
    assert json.loads(shown.out) == json.loads(run_egov("report", "2016Q2", "-f", "json").out)


def test_a_key_that_is_not_there_stops_with_template_and_line(tmp_path: Path) -> None:
    folder = templates_of(tmp_path, "page.md.j2", "one\n{{ records.observation.colour }}\n")
    ran = run_egov("status", "-f", "md", "--templates", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"egov: template {folder / 'page.md.j2'}:2: 'dict object' has no attribute")


def test_the_template_of_a_command_goes_before_that_of_all_pages(tmp_path: Path) -> None:
    folder = templates_of(templates_of(tmp_path, "page.md.j2", "page\n"), "report.md.j2", "report\n")
    printed = [run_egov(*args, "-f", "md", "--templates", folder).out for args in (("report", "2016Q2"), ("status",))]
    assert printed == ["report\n", "page\n"]


def test_a_letter_sees_the_lists_of_its_appendices(tmp_path: Path) -> None:
    line = "{{ one[0].indicator | indicator }}: {{ one | sum(attribute='count') }}"
    text = f"{{% for one in records.lists %}}{line}\n{{% endfor %}}"
    folder = templates_of(tmp_path, "letter.md.j2", text)
    assert run_egov("letter", "1375-vpcp-kgvx", "-f", "md", "--templates", folder, cwd=LETTERS).out.splitlines() == [
        "Ban hành kế hoạch hành động thực hiện Nghị quyết 36a: 34",
        "Kết nối, liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ: 6",
        "Công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ: 56",
    ]


@pytest.mark.parametrize(
    ("args", "names", "said"),
    [
        (("report", "2016Q2", "-f", "md"), ["page.html.j2"], "expected report.md.j2 or page.md.j2, got page.html.j2"),
        (
            ("report", "2016Q2", "-f", "html"),
            ["report.docx"],
            "expected report.html.j2 or page.html.j2, got report.docx",
        ),
        (("report", "2016Q2", "-o", "r.docx"), ["report.md.j2"], "expected report.docx, got report.md.j2"),
        (("letter", "1375-vpcp-kgvx", "-f", "md"), ["page.md.j2"], "expected letter.md.j2, got page.md.j2"),
        (("status", "-f", "md"), [], "expected status.md.j2 or page.md.j2, got no template"),
    ],
)
def test_templates_of_which_none_makes_the_format_are_an_error(
    args: tuple[str, ...], names: list[str], said: str, tmp_path: Path
) -> None:
    for name in names:
        templates_of(tmp_path, name, "x")
    ran = run_egov(*args, "--templates", tmp_path, cwd=LETTERS)
    assert (ran.code, ran.out, ran.err) == (2, "", f"egov: --templates {tmp_path}: {said}\n")
    assert not (LETTERS / "r.docx").exists()


def test_the_templates_of_the_environment_serve_what_they_can(tmp_path: Path) -> None:
    folder = templates_of(tmp_path, "report.md.j2", "report\n")
    env = {"EGOV_TEMPLATES": str(folder)}
    assert run_egov("report", "2016Q2", "-f", "md", cwd=LETTERS, env=env).out == "report\n"
    assert run_egov("status", "-f", "md", cwd=LETTERS, env=env) == run_egov("status", "-f", "md", cwd=LETTERS)


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (("report", "2016Q2"), "{{ records.quarter | quarter }}: {{ records.headlines | length > 3 }}"),
        (("letter", "1375-vpcp-kgvx"), "{{ letter.number }}: {{ records.lists | length }}"),
        (("appendix", "2016Q1", "-i", "action_plan", "-g", "provinces"), "{{ records.lists[0].count }}"),
        (("agency", "Bộ Y tế"), "{{ page.title }}"),
    ],
)
def test_a_word_template_is_filled_with_the_same(args: tuple[str, ...], line: str, tmp_path: Path) -> None:
    write_paragraphs(tmp_path / f"{args[0]}.docx", [line])
    assert run_egov(*args, "-o", tmp_path / "made.docx", "--templates", tmp_path, cwd=LETTERS).code == 0
    templates_of(tmp_path, f"{args[0]}.md.j2", line)
    written = run_egov(*args, "-f", "md", "--templates", tmp_path, cwd=LETTERS).out
    assert paragraphs_of((tmp_path / "made.docx").read_bytes()) == [written.replace("\\", "")]
