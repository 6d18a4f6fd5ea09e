"""The records in templates: the same facts as JSON prints, beside the worded page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.running import run_egov

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
