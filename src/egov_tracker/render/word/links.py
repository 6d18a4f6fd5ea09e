"""Links within a Word document: from the mentions of notes and sources to their lists, and from these back."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from egov_tracker.render.mentions import Mentions, Target, is_worth_splitting
from egov_tracker.render.word.parts import lines_of, plain_runs, run_of, text_of

if TYPE_CHECKING:
    from egov_tracker.views.page import Page

LONGEST_TIP = 255  # characters that Word shows above a link


class Links:
    """Writes the texts of one page as XML of runs, in the order in which they are printed.

    What is linked looks like the text around it, as the document is meant for paper; above a link Word shows the note
    or the source. The first mention of each is what its entry leads back to.
    """

    def __init__(self, page: Page) -> None:
        self._mentions = Mentions(page)
        self._tips = {
            **{Target("note", note.number): note.text for note in page.footnotes},
            **{Target("source", number): text for number, text in enumerate(page.sources, 1)},
        }
        self._bookmarks = 0

    def runs(self, text: str, properties: str = "") -> str:
        """The text, each mention of a note or a source a link; `properties` are the XML of those of its runs."""
        if not is_worth_splitting(text):
            return plain_runs(text, properties)
        made = []
        for piece in self._mentions.split(escape(lines_of(text))):
            run = run_of(piece.text, properties) if piece.text else ""
            if piece.target is None:
                made.append(run)
                continue
            link = _link(_place_of(piece.target), run, self._tips[piece.target])
            made.append(self._bookmarked(f"to_{_place_of(piece.target)}", link) if piece.first else link)
        return "".join(made)

    def entry(self, target: Target, text: str, properties: str = "") -> str:
        """A line of the lists at the end; its number leads back to the first mention, if there was one."""
        said = lines_of(text)
        sign = target.sign if said.startswith(target.sign) else ""
        number = run_of(sign, properties) if sign else ""
        if number and self._mentions.has(target):
            number = _link(f"to_{_place_of(target)}", number)
        return self._bookmarked(_place_of(target), number) + run_of(escape(said[len(sign) :]), properties)

    def _bookmarked(self, name: str, inside: str) -> str:
        self._bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{self._bookmarks}"/>'


def _link(place: str, run: str, tip: str = "") -> str:
    shown = f' w:tooltip="{escape(_shortened(tip))}"' if tip else ""
    return f'<w:hyperlink w:anchor="{place}"{shown} w:history="1">{run}</w:hyperlink>'


def _place_of(target: Target) -> str:
    """The name of a bookmark, which takes no hyphen."""
    return f"{target.kind}_{target.number}"


def _shortened(tip: str) -> str:
    """The text in one line, with a sign where Word would not show all of it."""
    line = " ".join(text_of(tip).split())
    return line if len(line) <= LONGEST_TIP else f"{line[: LONGEST_TIP - 2]} …"
