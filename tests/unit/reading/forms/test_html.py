"""Web pages: which of their characters are text, how they stand in lines, and what stands beside the article."""

from __future__ import annotations

import pytest

from egov_tracker.reading.claims import Code
from egov_tracker.reading.forms.html import LONGEST_TAG, MOST_DEPTH, read_html


def text_of(body: str) -> str:
    return read_html(f"<html><body>{body}</body></html>".encode(), "a.html").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>một</p><p>hai</p>", "một\n\nhai\n\n"),
        ("<p>một<p>hai", "một\n\nhai\n"),
        ("<div>một</div>hai", "một\n\nhai\n"),
        ("<p>một</p><div><p>hai</p></div>", "một\n\nhai\n\n"),
        ("<p>một</p> <p>hai</p>", "một\n\nhai\n\n"),
        ("một<br>hai<br><br>ba", "một\nhai\nba\n"),
        ("một<hr>hai", "một\n\nhai\n"),
        ("<h1>một</h1>hai", "một\n\nhai\n"),
        ("<ul><li>một<li>hai</ul>ba", "một\nhai\n\nba\n"),
        ("<dl><dt>một<dd>hai</dl>ba", "một\nhai\nba\n"),
        ("<span>một</span> <b>hai</b><i>ba</i>", "một haiba\n"),
        ("<b>một </b> <i>hai</i>", "một hai\n"),
        ("<p> một \n  hai </p>", " một hai \n\n"),
        ("<img>một<input>hai", "mộthai\n"),
        ("một&amp;hai &lt;3 &#225;", "một&hai <3 á\n"),
        ("</p>một</div>", "một\n"),
        ("<script>a</script>một<style>b</style><noscript>c</noscript>hai", "mộthai\n"),
        ("<template><script>a</script>b</template>một", "một\n"),
        ("<svg><p>a</p></svg>một", "một\n"),
        ("<!-- a -->một<!-- b -- c -->hai", " một hai\n"),
        ("một<!-- hai", "một<!-- hai\n"),
        ("<![CDATA[một]]>hai<?php ba ?>", "<![CDATA[một]]>hai<?php ba ?>\n"),
        ("một < hai > ba", "một < hai > ba\n"),
    ],
)
def test_blocks_are_lines_and_white_space_is_one_blank(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("<tr><td>một</td><td>hai</td></tr><tr><td>ba</td><td>bốn</td></tr>", "một\thai\nba\tbốn\n\n"),
        ("<tr><td>một<td>hai<tr><td>ba<td>bốn", "một\thai\nba\tbốn\n\n"),
        ("<tr><th>một</th><th></th><th>ba</th></tr>", "một\t\tba\n\n"),
        ("<tr><td></td><td>hai</td><td></td></tr>", "\thai\t\n\n"),
        ("<tr> <td>một</td> <td>hai</td> </tr>", "một \thai \n\n"),
        ("<tr><td><p>Bộ</p><p>Y tế</p></td><td>Hà<br>Nam</td></tr>", "Bộ Y tế \tHà Nam\n\n"),
        ("<tr><th>Bộ<br>Y tế<th><div>Hà</div>Nam", "Bộ Y tế\tHà Nam\n\n"),
        ("<tr><td><ul><li>một<li>hai</ul><td>ba", "một hai \tba\n\n"),
        ("<tr><td><p></p>một<td>hai", "một\thai\n\n"),
        ("<caption>tên</caption><thead><tr><td>một<tbody><tr><td>hai", "tên\nmột\nhai\n\n"),
        ("<tr><td><script>a</script>một<td>hai", "một\thai\n\n"),
    ],
)
def test_a_row_of_a_table_is_a_line_whose_cells_are_all_there(table: str, text: str) -> None:
    assert text_of(f"<table>{table}</table>") == text


def test_tables_follow_each_other() -> None:
    assert text_of("<table><td>một</table><table><td>hai<td>ba</table>bốn") == "một\n\nhai\tba\n\nbốn\n"
    assert text_of("<p>một</p><table><tr><td>hai</table><p>ba</p>") == "một\n\nhai\n\nba\n\n"


def beside(body: str) -> list[str]:
    source = read_html(f"<html><body>{body}</body></html>".encode(), "a.html")
    assert {region.code for region in source.regions} <= {Code.BOILERPLATE}
    return [source.text[start:end] for start, end, _ in source.regions]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>một</p>", []),
        ("<nav>một</nav>hai", ["một"]),
        ("<nav>một <b>hai</b></nav>ba", ["một hai"]),
        ("<nav>một<p>hai</p></p>ba</nav>bốn", ["một\n\nhai\n\nba"]),
        ("<nav>một</nav>a<nav>hai</nav>", ["một\na\nhai"]),
        ("<nav>một</nav>ab<nav>hai</nav>", ["một", "hai"]),
        ("a\u0302\u00adb<nav>một</nav>hai<nav>o\u0302</nav>", ["một", "ô"]),
        ("<div class=sidebar>một</div>", ["một"]),
        ("<div class='x-menu-2 y'>một</div>", ["một"]),
        ("<div class=inside>một</div>", []),
        ("<div id=ads>một</div><div role=search>hai</div>", ["một\n\nhai"]),
        ("<div title=menu>một</div><div class>hai</div>", []),
        (f"<div class='{'x' * 295} menu'>một</div>", ["một"]),
        (f"<div class='{'x' * 296} menu'>một</div>", []),
        ("<button>một</button>bốn<form>hai</form>năm<select>ba</select>", ["một", "hai", "ba"]),
    ],
)
def test_what_stands_beside_the_article_is_marked(body: str, found: list[str]) -> None:
    assert beside(body) == found


@pytest.mark.parametrize(("depth", "found"), [(MOST_DEPTH - 3, ["một"]), (MOST_DEPTH - 2, [])])
def test_elements_are_told_apart_up_to_a_depth(depth: int, found: list[str]) -> None:
    assert beside(f"{'<b>' * depth}<nav>một") == found


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (f"<b{'x' * (LONGEST_TAG - 2)}>một", "một"),
        (f"<b{'x' * (LONGEST_TAG - 1)}>một", f"<b{'x' * (LONGEST_TAG - 1)}>một"),
        (f"<p>a<b{'x' * LONGEST_TAG}><i>một", f"a<b{'x' * LONGEST_TAG}>một"),
        (f"<p>a</p>{'x' * LONGEST_TAG}<i>một</i>", f"a\n\n{'x' * LONGEST_TAG}một"),
        ("<p>a <b hai", "a <b hai"),
    ],
    ids=["as long as may be", "longer", "within a page", "far from another", "without an end"],
)
def test_a_tag_that_is_too_long_or_has_no_end_is_text(page: str, text: str) -> None:
    assert read_html(page.encode(), "a.html").text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>một".encode(), "một"),
        ("<meta charset=utf-8><p>một".encode(), "một"),
        ("<meta charset='utf-16'><p>một".encode(), "một"),
        ("<p>một".encode("utf-16"), "một"),
        (b"<meta charset=windows-1252><p>\xe9\x80", "é€"),
        ("<meta charset=no-such><p>một".encode(), "một"),
        ("<meta charset=ascii><p>một".encode(), "một"),
        (b" " * 3970 + b"<meta charset=windows-1252><p>\xe9", "é"),
    ],
)
def test_a_page_is_decoded_as_it_says_or_as_unicode(raw: bytes, text: str) -> None:
    assert read_html(raw, "a.html").text == text


def test_a_source_says_what_took_its_text_and_of_which_encoding_it_seems() -> None:
    source = read_html(b"<p>C\xc3\xa1o " + "Ã¡ ".encode() * 8, "a.html")
    assert (source.extractor, source.legacy, source.pages) == ("html/2", "UTF-8 read as Latin-1", ())
