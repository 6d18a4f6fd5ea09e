"""The catalogue of rules: for each its id, its level, its title in both languages and its page in Markdown.

A page says what the rule saw, why that matters and what to do. `checks/bindings.py` says which function applies a rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.findings import Finding
from egov_tracker.model.terms import Level
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.model.findings import Location

ERROR, WARNING, NOTE = Level.ERROR, Level.WARNING, Level.NOTE


class Rule(NamedTuple):
    """One rule; `level` is that of its findings unless a finding says another one."""

    id: str
    level: Level
    title_en: str
    title_vi: str
    page: str

    @property
    def summary(self) -> str:
        """The first paragraph of the page, as one line."""
        return self.page.partition("\n\n")[0].replace("\n", " ")


# The rules that `egov check` applies, in the order in which they are listed. Ids are fixed: users name them in remarks.
CHECK_RULES = (
    Rule(
        "YML001",
        ERROR,
        "not UTF-8",
        "tệp không được mã hóa UTF-8",
        """The file is not encoded in UTF-8.

**Why it matters.** Vietnamese letters in another encoding (TCVN3, VNI, Windows-1258) would be read as other
characters.

**What to do.** Save the file as UTF-8. The finding points at the first byte that cannot be read.""",
    ),
    Rule(
        "YML002",
        ERROR,
        "not YAML",
        "tệp không đúng cú pháp YAML",
        """The file is not valid YAML, or uses a part of YAML that a ledger does not allow.

**What it saw.** A bracket or quotation mark that is never closed, a tab used for indentation, a character that YAML
does not allow, two documents in one file, or a tag such as `!!int`.

**What to do.** Correct the place that the finding points at; the mistake may be a line or two above it. The rest of
the file is not checked until this is corrected.""",
    ),
    Rule(
        "YML003",
        ERROR,
        "repeated key",
        "khóa bị lặp lại",
        """A mapping has the same key twice.

**Why it matters.** YAML keeps only one of the two values and says nothing about the other.

**What to do.** Delete the wrong one; if both are needed, as for two sources, give the second a name of its own.
Until then, the first value is used.""",
    ),
    Rule(
        "YML004",
        ERROR,
        "too large or too deep once aliases are expanded",
        "tệp quá lớn hoặc lồng quá nhiều cấp sau khi thay các bí danh (alias)",
        """The file is too large, or its values are nested too deeply.

**What is allowed.** 4 MiB, 70,000 values after aliases are expanded, and 40 levels. The data of a quarter needs about
a tenth of that.

**What to do.** Split the file by quarters, and remove aliases that refer to other aliases.""",
    ),
    Rule(
        "SHP001",
        ERROR,
        "unknown field",
        "trường không có trong định dạng",
        """The format has no field of this name.

**Why it matters.** A misspelt field would be ignored and its content lost.

**What to do.** Use the suggested name. docs/format.md lists all fields.""",
    ),
    Rule(
        "SHP002",
        ERROR,
        "missing field",
        "thiếu trường bắt buộc",
        """A required field is missing.

**What to do.** Add it. If the source does not print the value, write `unknown` for `as_of` and `null` elsewhere, so
that readers see that it is not known. An observation needs at least one of value, done, exempt, outstanding,
in_progress, table.""",
    ),
    Rule(
        "SHP003",
        ERROR,
        "wrong kind of value",
        "giá trị không đúng loại",
        """A value is not of the kind that its field takes.

**What it saw.** A list where a text is expected, a date that does not exist, a word that is not among the choices, a
row of a table with the wrong number of figures, or a `period` that differs from the quarter in the file's name. A file
in `reports/` whose name is not a quarter is reported here too: the other commands do not read it.

**What to do.** Write the value as docs/format.md describes it.""",
    ),
    Rule(
        "SHP004",
        ERROR,
        "not a Vietnamese number",
        "không phải số viết theo cách viết tiếng Việt",
        """The value is not a number in Vietnamese notation, where a dot separates thousands and a comma decimals.

**Why it matters.** `36.95` could be read as 3.695 or as 36,95.

**What to do.** Write the figure as the source prints it: `109.644`, `36,95%`, `19/30`, `gần 1.400`, `12,7 triệu`.
If the source is in English, rewrite the figure in Vietnamese notation and add a `note` that says so.""",
    ),
    Rule(
        "REG001",
        ERROR,
        "unknown body",
        "cơ quan không có trong danh mục cơ quan",
        """The registry has no body of this name.

**Why it matters.** A name that cannot be identified would be missing from every list.

**What to do.** Correct the spelling. The closest names are suggested, but check them: Hà Nam is not Hạ Nam. If the
source really prints the name this way, add the spelling to the `aliases` of the body.""",
    ),
    Rule(
        "REG002",
        ERROR,
        "body did not exist at that date",
        "cơ quan không tồn tại vào ngày đó",
        """The body did not exist at the as-of date.

**Why it matters.** Provinces merged on 1 July 2025: a list of 2016 cannot contain the new ones, nor a list of 2026 the
old ones.

**What to do.** Check the as-of date and the name. If the source itself uses the name of another time, explain it in
a remark with `rule: REG002`.""",
    ),
    Rule(
        "REG003",
        ERROR,
        "body is not of that group",
        "cơ quan không thuộc nhóm",
        """The body does not belong to the group of the observation.

**What it saw.** For example, a ministry in a list of provinces, or a government agency in a list of ministries.

**What to do.** Check the group and the name. If the source itself lists the body there, explain it in a remark with
`rule: REG003`.""",
    ),
    Rule(
        "REG004",
        WARNING,
        "body named twice",
        "một cơ quan được nêu tên hai lần",
        """One list names the same body twice, perhaps in two spellings.

**Why it matters.** Counting the lines of such a list gives too many: an appendix may print twenty lines for eighteen
bodies. Every document made from the list counts bodies, not lines.

**What to do.** Compare with the source. If the second line is a typing mistake, delete it. If the source prints the
body twice, keep both lines and say so in a remark with `rule: REG004`.""",
    ),
    Rule(
        "REG005",
        ERROR,
        "unknown indicator",
        "chỉ tiêu không có trong danh mục chỉ tiêu",
        """The catalogue has no indicator with this id.

**What to do.** Use the suggested id. A new indicator must first be defined in `registry/indicators.yaml`.""",
    ),
    Rule(
        "REG006",
        WARNING,
        "N differs from the registry's count at that date",
        "tổng số nguồn nêu khác số cơ quan trong danh mục",
        """The source's total number of bodies (N) is not the number that the registry has at that date.

**Why it matters.** If the source prints `28/29` and there are 30 bodies, it is not known which one is left out. Until
it is, the state of bodies that the source does not name is not inferred.

**What to do.** Compare N and the as-of date with the source. If the source prints it so, keep it: N is always the
source's. Explain it in a remark with `rule: REG006`, and quote whom the source counts if it says so. If the
registry lacks a body or has a wrong date, correct the registry.""",
    ),
    Rule(
        "REG007",
        WARNING,
        "group is not one of the indicator's",
        "nhóm cơ quan không thuộc các nhóm của chỉ tiêu",
        """The catalogue says for which groups an indicator is printed, and the group of the figure is none of them.

**What it compares.** The group with the `groups` of the indicator in `registry/indicators.yaml`. A single body or a
cohort may always be given if it belongs to one of these groups. An indicator without `groups` may be printed for any.

**Why it matters.** Figures are compared only within one group. If one file has the documents of the whole country under
`national` and another has them under `all`, the two never meet, and a contradiction between them stays unseen.

**What to do.** Use the group that the finding names, if the source means the same. If the source really counts another
group, explain it in a remark with `rule: REG007`, or add the group to the indicator.""",
    ),
    Rule(
        "FIG001",
        ERROR,
        "done exceeds N",
        "số đã hoàn thành lớn hơn tổng số",
        """The figure says that more bodies are done than there are.

**Why it matters.** A figure such as 30/19 has its numbers in the wrong order, or one of them is wrong.

**What to do.** Compare with the source and correct the figure. If the source prints it so, explain it in a remark
with `rule: FIG001`.""",
    ),
    Rule(
        "FIG002",
        WARNING,
        "stated count is not the number of names",
        "số lượng nguồn nêu khác số tên được nêu",
        """The source states how many bodies are in a list, but names more or fewer.

**Why it matters.** If the source says "9 cơ quan" and gives seven names, it is not known which the other two are. They
are shown as not named, and no body counts as done merely because the list does not name it.

**What to do.** Compare names and count with the source. If a name was lost or added in typing, correct the list. If
the source itself does not agree, keep both as printed and quote it in a remark with `rule: FIG002`.""",
    ),
    Rule(
        "FIG003",
        WARNING,
        "done + outstanding + exempt is not N",
        "đã hoàn thành, chưa hoàn thành và đặc thù cộng lại không bằng tổng số",
        """The numbers of done, outstanding and exempt bodies do not add up to the total (N).

**Why it matters.** Every body of the group is done, outstanding or exempt; exempt bodies are part of N. If the three
do not add up, at least one figure is wrong, and it is not known which. Bodies on trial (`in_progress`) may be counted
among the outstanding or separately: both are accepted.

**What to do.** Compare each figure with the source. Correct a typing mistake; if the source contradicts itself,
quote it in a remark with `rule: FIG003`. The finding is only a note where the outstanding bodies are named without
a stated count and too few are named: the source may not have meant to name them all.""",
    ),
    Rule(
        "FIG004",
        WARNING,
        "printed percentage does not recompute",
        "tỷ lệ nguồn nêu không khớp với kết quả tính lại",
        """A printed percentage is not the one that its two figures give.

**How it is computed.** 100 × done / N, exactly, then rounded to as many decimals as are printed; a five is rounded up.
For example, 583/1.578 is 36,95%. If the source cut off the last digit instead of rounding it (44/71 is 61,97%, printed
as 61,9%), the finding is a note that says so. Only a share of a total is checked: a rise "by 10%" belongs in a `note`.

**Why it matters.** A wrong percentage is quoted again and again. A percentage that is merely cut does no harm, but
shows how the source rounds.

**What to do.** Compare the three figures with the source and correct a typing mistake. If the source itself is
wrong, keep the percentage as printed and add a remark with `rule: FIG004` that gives the right one.""",
    ),
    Rule(
        "FIG005",
        WARNING,
        "parts do not add up to the printed total",
        "các phần cộng lại không bằng tổng số nguồn nêu",
        """One source prints a total and all its parts for the same date, and the parts do not add up to the total.

**What is added.** Groups of bodies and values of a breakdown whose parts are given in the registry: ministries and
government agencies make the central bodies; central bodies and provinces make all bodies; levels 3 and 4 make "3-4";
sent and received make the total. Where parts are only contained in a whole, as levels 3 and 4 in all services, only a
sum that is greater than the whole is reported.

**Why it matters.** Either one of the figures is wrong, or the total includes something that none of the parts does, as
when the 95th body is the Office of the Party Central Committee.

**What to do.** Compare with the source and correct a typing mistake. Otherwise quote the source in a remark with
`rule: FIG005` on any of the figures, and say what the total includes.""",
    ),
    Rule(
        "FIG006",
        WARNING,
        "approximate figure is far from the exact one",
        "số ước tính chênh lệch lớn so với số chính xác",
        """An approximate figure does not fit the exact figure that the same source prints, or that follows from its
figures.

**What each word allows.** "gần": less, by at most 10%. "hơn" and "trên": more, by at most 10%, or up to the next round
number if it is below a hundred. "khoảng": 5%, or one unit of the last digit that is not zero, up or down. "chưa đến"
and "dưới": any smaller number. "tối thiểu" and "ít nhất": this number or more. "tối đa" and "không quá": this number
or less. A figure such as "12,7 triệu" may have been rounded or cut. The exact figure may be printed beside the
approximate one, or be the sum of printed parts.

**Why it matters.** Words such as "gần" are kept in every document. One that does not fit is a sign of a typing mistake
or of a wrong figure.

**What to do.** Compare both figures with the source. Correct a typing mistake; otherwise quote the source in a
remark with `rule: FIG006`.""",
    ),
    Rule(
        "FIG007",
        WARNING,
        "body in two states at once",
        "một cơ quan được nêu ở hai trạng thái",
        """One source gives a body two states at the same date: done and outstanding, or outstanding and exempt.

**Why it matters.** The state of the body is then shown as unknown, and nothing is inferred from the list.

**What to do.** Compare with the source and correct a typing mistake. If the source contradicts itself, keep it as
printed and quote it in a remark with `rule: FIG007`. A body on trial (`in_progress`) may also be named as
outstanding: these count as one state.""",
    ),
    Rule(
        "FIG008",
        WARNING,
        "a part is more than its whole",
        "một phần lớn hơn tổng thể chứa nó",
        """One source prints a larger figure for a part than for the whole that contains it, for the same day or period.

**What it compares.** Groups and the groups within them, as ministries within the central bodies; values of a breakdown
and the values within them, as level 3 within "3-4". Figures and the stated counts of lists are compared, and of groups
of bodies also their total numbers (N); percentages are not. Approximate figures are compared by the range that their
words allow. Cohorts and single bodies are not compared with groups. Where all the parts are printed and their sum shows
the same mistake, FIG005 or FIG006 reports it alone.

**Why it matters.** If 25 ministries have done it, at least 25 central bodies have. One of the two figures is wrong, or
they do not count the same thing.

**What to do.** Compare both figures, their groups and their date with the source, and correct a typing mistake. If the
source itself prints it so, quote it in a remark with `rule: FIG008` on either figure.""",
    ),
    Rule(
        "SRC001",
        ERROR,
        "undefined source",
        "nguồn chưa được khai báo",
        """An observation or another source refers to a source that is not defined.

**Why it matters.** A figure without its document cannot be traced.

**What to do.** Define the document under `sources`, or correct the id. `repeats` and `supersedes` of a source are
checked too; a source of another quarter is written `2016Q1/letter-1375`.""",
    ),
    Rule(
        "SRC002",
        WARNING,
        "unused source",
        "nguồn không được dùng",
        """The snapshot defines a source that no figure and no other source refers to.

**Why it matters.** Either a figure of that document was forgotten, or its figures name another source.

**What to do.** Enter what the document prints, correct the `source` of its observations, or delete the source.""",
    ),
    Rule(
        "SRC003",
        ERROR,
        "as-of date later than the document",
        "số liệu tính đến ngày sau ngày của văn bản",
        """The as-of date of a figure is later than the date of its document.

**How it compares.** If a date is not known to the day, the earliest possible as-of date is compared with the latest
possible date of the document. A page of 18/7/2020 may therefore give a figure for "tháng 7/2020".

**Why it matters.** A document cannot report what has not happened yet. One of the dates is wrong, or the figure is a
plan; plans belong in the obligations.

**What to do.** Compare both dates with the source. If the source itself prints it so, explain it in a remark with
`rule: SRC003`.""",
    ),
    Rule(
        "SRC004",
        WARNING,
        "as-of date outside the period",
        "số liệu tính đến ngày ngoài kỳ",
        """The as-of date of a figure is outside the quarter of its file.

**Why it matters.** A figure belongs to the quarter of its as-of date, whenever the document was written. In another
file it is shown in the wrong quarter and compared with the wrong figures.

**What to do.** Move it to the file of its quarter, or correct the date. If it has to stay here, say why in a remark
with `rule: SRC004`. A month or year that overlaps the quarter is accepted.""",
    ),
    Rule(
        "SRC005",
        NOTE,
        "as-of date unknown",
        "không rõ số liệu tính đến ngày nào",
        """The as-of date of a figure is not known.

**Why it matters.** The figure is shown, but not compared with any other, because its place in time is not known.

**What to do.** Look for "tính đến ngày…" in the source. If it only says "hiện nay", keep `unknown` and quote the
words in a remark with `rule: SRC005`.""",
    ),
    Rule(
        "SRC006",
        ERROR,
        "figure or name not at its anchor",
        "số liệu hoặc tên không có ở chỗ đã ghi trong nguồn",
        """An observation has `anchors`, and what stands there in the archived text of its source is something else:
another figure, another name, no date or a date that does not hold `as_of`. Or a printed figure or name has no anchor
beside others that have one.

**How it compares.** Letter by letter, as printed; only line breaks, and hyphens at the end of a line, are no matter.
The words behind `as_of` have to name a date that holds it; where they print no year, day and month have to agree.

**Why it matters.** An anchor promises that anybody can hold the figure against its source. A typing mistake in a figure
is found here.

**What to do.** `egov trace 2016Q2 3` shows the passage. Correct the figure, or the anchor; where the passage does not
print the figure at all, take the anchor away.""",
    ),
    Rule(
        "SRC007",
        ERROR,
        "archived source changed or missing",
        "bản lưu của nguồn đã thay đổi hoặc không còn",
        """A source says with `text_sha256` which text its figures were held against, and the archive has no such text:
the folder `sources/ID` is missing, holds another text, or is no longer as it was archived.

**Why it matters.** Every figure of that source is suspect until it is held against the text once more: anchors are
offsets, and offsets into another text prove nothing.

**What to do.** Restore the archived files from version control. If the source itself was published anew, give it an id
of its own with `supersedes`, read it again with `egov read --archive` and review what is new. `egov check` says of each
file what is wrong with it.""",
    ),
    Rule(
        "DRF001",
        ERROR,
        "unreviewed draft",
        "bản nháp chưa được rà soát",
        """The file is a draft, as `egov read` writes it: it has the field `draft`.

**Why it matters.** What a program read in a document may be wrong, and only a person can say so. Until then no command
uses the file.

**What to do.** `egov review FILE` shows each figure with its quote and its doubts, and takes one key for each;
`egov review --enter FILE` then puts it into the ledger. Give its source a title and a date.""",
    ),
    Rule(
        "SER001",
        WARNING,
        "one-way indicator falls",
        "chỉ tiêu đã đạt thì không giảm, nay lại giảm so với kỳ trước",
        """Fewer bodies are done than at an earlier date, in something that stays done once it is done.

**What it compares.** The figure of each date with the latest figure that is certainly earlier. Approximate figures are
compared by the range that their words allow. Bodies that ceased to exist in between, as in a merger, may be missing
from the new figure.

**Why it matters.** A body that has issued its plan has issued it. If the number falls, one of the figures is wrong, or
the two do not count the same thing.

**What to do.** Compare definitions, groups and dates with the sources, and correct a typing mistake. If the
definition changed, enter the new figures under another indicator of the same `series`. Otherwise explain it in a
remark with `rule: SER001` on either figure.""",
    ),
    Rule(
        "SER002",
        WARNING,
        "N changes",
        "tổng số thay đổi so với kỳ trước",
        """The total number of bodies (N) is not the one of the quarter before.

**Why it matters.** The percentages of 19/30 and 28/29 cannot be compared until it is known which body is no longer
counted. If N changes just as the registry does, because bodies merged or were created, the finding is only a note.

**What to do.** Compare both totals with the sources. If the source changed its total, quote it in a remark with
`rule: SER002` on either figure, with the source's reason if it gives one.""",
    ),
    Rule(
        "SER003",
        NOTE,
        "break in series",
        "gián đoạn chuỗi số liệu",
        """A series continues under another definition, as from "kết nối" (connected) to "liên thông" (exchanging
documents).

**Why it matters.** If 25 bodies are connected and, a quarter later, 19 of 30 exchange documents, that is not "six
fewer". Both figures are shown, but their difference is not computed.

**What to do.** Nothing, if the sources really use different definitions. If the source means the same as before,
enter the figure under the same indicator.""",
    ),
    Rule(
        "SER004",
        WARNING,
        "two figures for one quantity at one date",
        "hai số liệu khác nhau về cùng một nội dung, tính đến cùng một ngày",
        """Two figures for the same quantity at the same date differ, in two sources or in one.

**What it compares.** Figures, totals (N), stated counts and percentages that have the same indicator, group,
breakdown, kind and date. It also compares lists of bodies: one source may name a body as done and another as
outstanding on the same day. What `repeats` another source is not compared. A rounded figure that fits the exact one
("gần 50.000" for 49.352) is no contradiction. If the date is only a month or a year, both may be true on different
days: the finding is then a note.

**Why it matters.** Only one of them can be true, and nobody may choose one without saying so.

**What to do.** Check the as-of dates first. If both figures are as printed, keep both and explain in a remark with
`rule: SER004`, on either, why they differ. If one only restates the other, mark it with `repeats`.""",
    ),
    Rule(
        "SER005",
        WARNING,
        "cumulative count falls",
        "số lũy kế giảm",
        """A cumulative figure is lower than at an earlier date.

**What it compares.** Figures of kind `cumulative` that begin on the same day (`from`), in the order of their as-of
dates. Approximate figures are compared by the range that their words allow.

**Why it matters.** A cumulative figure can only grow. If it falls, the count was restarted or counts something else,
or one of the figures is wrong.

**What to do.** Compare with the sources and correct a typing mistake. If the count was restarted, give the day as
`from`. Otherwise explain it in a remark with `rule: SER005` on either figure.""",
    ),
    Rule(
        "SER006",
        WARNING,
        "body goes back from done to outstanding",
        "cơ quan đã hoàn thành ở kỳ trước nay lại chưa hoàn thành",
        """A body that was done is outstanding at a later date, in something that stays done once it is done.

**What it compares.** Bodies whose state is known: those that a list names, and those whose state follows because all
others are named. Two dates are compared only where one is certainly earlier.

**Why it matters.** A letter would ask the body for something that it has already done.

**What to do.** Compare both places with the sources and correct a typing mistake. If the sources contradict each
other, quote them in a remark with `rule: SER006` on either figure.""",
    ),
    Rule(
        "SER007",
        NOTE,
        "publisher of the figures changes",
        "cơ quan công bố số liệu thay đổi",
        """The figures of a quantity come from another publisher than in the quarter before.

**Why it matters.** The Office of the Government and the Ministry of Information and Communications count services in
different ways: a difference between their figures may not be a change.

**What to do.** Check the `reports` field of both sources. If it is right, nothing needs to be done. A remark with
`rule: SER007` is printed as a footnote in documents.""",
    ),
    Rule(
        "SER008",
        WARNING,
        "outstanding grows in a one-way indicator",
        "số chưa hoàn thành tăng ở chỉ tiêu đã đạt thì không giảm",
        """More bodies are outstanding than at an earlier date, in something that stays done once it is done.

**What it compares.** What is left at each date with what was left at the latest date that is certainly earlier: the
stated count of outstanding bodies, else N without those who are done, else the names of a list. Exempt bodies are not
counted where they are known; bodies on trial (`in_progress`) are counted on the earlier date. Nothing is compared where
N changes (SER002) or where bodies came into being in between. Where the printed figure falls between the same two
observations, SER001 reports it alone. If the earlier list only names bodies and states no count, it may not name all:
the finding is then a note.

**Why it matters.** If 4 bodies were left at the end of June, there cannot be 8 in September, unless a body went back.
One of the figures is wrong, or they do not count the same thing.

**What to do.** Compare both counts, their groups and their dates with the sources, and correct a typing mistake.
Otherwise quote the sources in a remark with `rule: SER008` on either figure.""",
    ),
    Rule(
        "OBL001",
        NOTE,
        "due date passed, not done",
        "nhiệm vụ đã quá hạn mà chưa hoàn thành",
        """The due date of an obligation has passed, and the figures show that not all bodies had done it by then.

**What counts.** The obligation is judged by the figures up to the end of the latest quarter. If the due date is a
month or a year, its last day counts; "trước ngày …" does not include the day itself. Exempt bodies are never late. If
an obligation was moved, its new date counts. If no figure is dated on the due date or later, nothing is reported.

**Why it matters.** This is the subject of a reminder letter.

**What to do.** Nothing, if the obligation is entered correctly. Otherwise correct its due date.""",
    ),
    Rule(
        "OBL002",
        NOTE,
        "due date moved",
        "thời hạn của nhiệm vụ được thay đổi",
        """An obligation was replaced by one with another due date.

**Why it matters.** The bodies that the new date is for are judged by it. The old obligation stays in the ledger, so
that it can be seen that the date was moved.

**What to do.** Nothing, unless `supersedes` names the wrong obligation.""",
    ),
    Rule(
        "OBL003",
        NOTE,
        "target missed",
        "không đạt mục tiêu đúng hạn",
        """The figures on the due date or later are below the target, or above it where the target is an upper limit.

**What it compares.** A target in per cent with the printed or recomputed percentage: the finding says how many
percentage points are missing. A target in units is compared with the count. Approximate figures are reported only
where they certainly miss the target. If no figure is for the bodies that are bound, but one for a larger group
certainly misses the target, that is reported too: it does not prove that those who are bound miss it.

**Why it matters.** That the target was missed remains true whatever was reached later.

**What to do.** Nothing, if the obligation is entered correctly: its group and breakdown must be those of the
figure.""",
    ),
    Rule(
        "OBL004",
        WARNING,
        "two due dates or targets for one task",
        "một nhiệm vụ có hai thời hạn hoặc hai mục tiêu khác nhau",
        """Two obligations give one task different due dates or targets, and neither replaces the other.

**Why it matters.** It is not clear by which of them the task is to be judged.

**What to do.** Compare with the documents. If the later one moves the date, add `supersedes`. If they are two
tasks, give them different names in `task`. If the documents really contradict each other, keep both, with a remark
with `rule: OBL004` that quotes them.""",
    ),
    Rule(
        "REM001",
        WARNING,
        "remark explains nothing",
        "ghi chú không giải thích phát hiện nào",
        """A remark names a rule, but that rule reports nothing about the observation.

**Why it matters.** What the remark explained has been corrected since, or the remark is on the wrong observation.
Either way, it tells readers of a contradiction that is not there, and it may hide the next one.

**What to do.** Delete the remark, move it to the right observation, or name the right rule. A remark without `rule`
explains no finding and may always stay. If only some files of a ledger are checked, remarks on rules that compare
quarters are not reported.""",
    ),
    Rule(
        "REM002",
        WARNING,
        "remark no longer holds",
        "ghi chú đã hết hiệu lực",
        """A remark is valid until a day that is before the as-of date of its observation.

**Why it matters.** It no longer explains anything: what it explained is reported again.

**What to do.** See whether the source still says so, and move `until` to a later day; otherwise delete the remark.""",
    ),
)

# The rules that `egov letter --check` applies.
LETTER_RULES = (
    Rule(
        "LTR001",
        ERROR,
        "body listed in a state that the figure does not give it",
        "cơ quan được liệt kê ở trạng thái khác với số liệu",
        """The letter lists a body in a state that its own figure does not give the body.

**What it compares.** The bodies of each list with the observation that the list refers to. For example, the letter
names a body as outstanding, while the source says that it is done, or says nothing about it.

**Why it matters.** The body would be criticised, or praised, without grounds.

**What to do.** Delete the name from `names`, or choose the figure that supports it with `quarter`, `as_of` or
`source`.""",
    ),
    Rule(
        "LTR002",
        ERROR,
        "count in the text is not that of the appendix",
        "số lượng trong công văn khác số cơ quan trong phụ lục",
        """The text gives a number of bodies with an appendix, which neither the appendix nor a figure like it has.

**What it compares.** A number before words such as "bộ", "ngành", "cơ quan", "tỉnh" or "địa phương" with the lists of
the appendix that this part of the sentence mentions next: "13 bộ, ngành … (phụ lục 1 kèm theo)". A printed figure of
the same indicator and date will do too, as in "19/30 bộ, ngành đã xong, còn 9 (phụ lục 1 kèm theo)".

**Why it matters.** Readers count the names and find that the letter contradicts itself.

**What to do.** Correct the number in the text, or the list.""",
    ),
    Rule(
        "LTR003",
        ERROR,
        "date not in the official form",
        "ngày tháng không đúng thể thức",
        """A date in the subject, the text or the title of an appendix is not in the official form, or does not exist.

**What the form is.** "ngày 01 tháng 3 năm 2016" and 01/3/2016: a day below 10, and January and February, have a zero
in front.

**Why it matters.** Circular 01/2011/TT-BNV and Decree 30/2020/NĐ-CP prescribe the form, and a date that does not exist
makes the letter void in that point.

**What to do.** Write the date that the finding gives, or correct a date that does not exist.""",
    ),
    Rule(
        "LTR004",
        ERROR,
        "list without data",
        "danh sách không có số liệu",
        """A list of an appendix refers to a figure that the ledger does not have.

**What it saw.** The ledger has no snapshot of the quarter, or the snapshot has no list for this indicator, group,
state, date and source. The finding says what there is.

**What to do.** Correct the fields of the list, or first enter the figure in the snapshot.""",
    ),
    Rule(
        "LTR005",
        WARNING,
        "body done or exempt by a later figure",
        "cơ quan đã hoàn thành hoặc thuộc diện đặc thù theo số liệu mới hơn",
        """The letter lists a body as outstanding, and a later figure shows it as done or exempt.

**What it compares.** For each body the latest figure of the indicator that lies after the list on every day that its
date may mean, and that the writer could have known: it is not after the date of the letter, and neither is its source.
A body that is outstanding again by then is not reported, nor one of which the figures of one day contradict each other.

**Why it matters.** The letter would ask the body for something that it has already done.

**What to do.** Take the list from the later figure with `quarter` or `as_of`, or say in the letter to which day the
list refers.""",
    ),
    Rule(
        "LTR006",
        WARNING,
        "source counts more bodies than it names",
        "số lượng nguồn nêu nhiều hơn số tên được nêu",
        """The source of a list states more bodies than it names, so the appendix is not complete.

**Why it matters.** Readers take an appendix for the whole list, and bodies that it does not name for done.

**What to do.** Look for a source that names all of them, or say in the letter how many are not named.""",
    ),
    Rule(
        "LTR007",
        ERROR,
        "record of a letter with a signer",
        "bản ghi của công văn đã gửi mà có người ký",
        """The letter is a record of one that was sent (`role: record`), and has a `signer`.

**Why it matters.** Its text is a summary by the maintainers of the ledger. A signature under it would put words into
the mouth of somebody who never wrote them.

**What to do.** Delete `signer`, or write `role: draft` if the letter is one to be signed.""",
    ),
    Rule(
        "LTR008",
        ERROR,
        "appendix that is not there, or is numbered otherwise",
        "phụ lục được dẫn không có hoặc đánh số khác",
        """The text mentions an appendix that the letter does not have, or numbers it otherwise than its heading does.
Or a count such as {count 2.1} is of an appendix or a list that is not there.

**What the form is.** Circular 01/2011/TT-BNV leaves the numerals to the writer; Decree 30/2020/NĐ-CP numbers appendices
in Roman numerals where there are two or more.

**Why it matters.** Readers do not find what the text sends them to.

**What to do.** Correct the number in the text, or `numerals`.""",
    ),
    Rule(
        "LTR009",
        ERROR,
        "count in the text that no figure bears out",
        "số lượng trong công văn không có trong số liệu",
        """The text gives a number of bodies that goes with no appendix and is no figure of the ledger.

**What it compares.** Numbers before words such as "bộ", "ngành" or "tỉnh" with the figures and lists that were known on
the date of the letter. If the sentence names an indicator or a date, only figures of these count.

**Why it matters.** A letter to ministers states nothing that cannot be shown.

**What to do.** Correct the number or the date in the text, or first enter the figure with its source.""",
    ),
    Rule(
        "LTR010",
        ERROR,
        "count in a record that the letter itself does not print",
        "số đếm trong bản ghi không phải của nguyên văn",
        """The text of a record gives a number of bodies that the letter, as far as the ledger knows, does not print.

**Why it matters.** What was counted from an appendix would pass for a figure of the letter.

**What to do.** Say that it was counted, "(đếm theo phụ lục 1)", or leave the number out. If the letter does print it,
enter it as an observation whose source is the letter.""",
    ),
    Rule(
        "LTR011",
        ERROR,
        "claim about who is named that the figures contradict",
        "nội dung về việc nêu tên cơ quan trái với số liệu",
        """The text says that nobody is named where a snapshot names somebody, or that a body is named where none names
it.

**What it compares.** Words such as "không nêu tên" and "được nêu tên là" with the figures of the same indicator at the
dates that the sentence gives, as far as they were known on the date of the letter.

**Why it matters.** A body would be blamed, or left out, against what the reports say.

**What to do.** Correct the sentence, or first enter the report that it relies on.""",
    ),
    Rule(
        "LTR012",
        WARNING,
        "text that a comma cut in two",
        "nội dung bị dấu phẩy cắt đôi",
        """A text in square brackets seems to be the rest of the text before it.

**Why it matters.** In `[Bộ Văn hóa, Thể thao và Du lịch]`, YAML reads two texts, and the letter would print two lines.

**What to do.** Put the whole text in quotes, or write one text a line, each after a hyphen.""",
    ),
)

RULES = CHECK_RULES + LETTER_RULES
RULES_BY_ID = {rule.id: rule for rule in RULES}


def finding(rule: str, message: str, location: Location, *related: Location) -> Finding:
    """A finding at the level of its rule; KeyError where there is no such rule."""
    return Finding(rule, RULES_BY_ID[rule].level, message, location, related)
