"""What is read as a figure, and what is refused."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from egov_tracker.errors import TextError
from egov_tracker.text.figures import (
    COUNT_PATTERN,
    FIGURE_PATTERN,
    PERCENT_PATTERN,
    Figure,
    parse_count,
    parse_figure,
    parse_percent,
)
from egov_tracker.text.numbers import Interval, Number, Qualifier, format_number

CENT = Decimal("0.01")
NEARLY, ABOUT, OVER = Qualifier.NEARLY, Qualifier.ABOUT, Qualifier.OVER


def exactly(value: int | str, step: Decimal | int | str = 1, word: Qualifier | None = None) -> Number:
    return Number(Decimal(value), Decimal(step), word)


COUNTS = [
    ("109.644", exactly(109644)),
    ("83", exactly(83)),
    ("0", exactly(0)),
    ("02", exactly(2)),
    ("09", exactly(9)),
    ("45000", exactly(45000)),
    ("1.578", exactly(1578)),
    ("1.234.567.890", exactly(1234567890)),
    ("gần 1.400", exactly(1400, 1, NEARLY)),
    ("GẦN 1.400", exactly(1400, 1, NEARLY)),
    ("gần\u00a01.400", exactly(1400, 1, NEARLY)),
    ("hơn 54.000", exactly(54000, 1, Qualifier.MORE_THAN)),
    ("khoảng 50", exactly(50, 1, ABOUT)),
    ("chưa đến 7", exactly(7, 1, Qualifier.NOT_YET)),
    ("dưới 7", exactly(7, 1, Qualifier.BELOW)),
    ("tối thiểu 30", exactly(30, 1, Qualifier.AT_LEAST)),
    ("ít nhất 30", exactly(30, 1, Qualifier.NO_LESS_THAN)),
    ("tối đa 30", exactly(30, 1, Qualifier.AT_MOST)),
    ("không quá 30", exactly(30, 1, Qualifier.NO_MORE_THAN)),
    ("12,7 triệu", exactly(12_700_000, 100_000)),
    ("12,70 Triệu", exactly(12_700_000, 10_000)),
    ("134 nghìn", exactly(134_000, 1000)),
    ("134 ngàn", exactly(134_000, 1000)),
    ("1,25 tỷ", exactly(1_250_000_000, 10_000_000)),
    ("1,25 tỉ", exactly(1_250_000_000, 10_000_000)),
    ("1.200,5 triệu", exactly(1_200_500_000, 100_000)),
    ("0,5 triệu", exactly(500_000, 100_000)),
    ("gần 1,5 triệu", exactly(1_500_000, 100_000, NEARLY)),
]


@pytest.mark.parametrize(("text", "number"), COUNTS)
def test_a_count_is_read_in_every_printed_form(text: str, number: Number) -> None:
    assert parse_figure(text) == Figure(text, number)
    assert parse_count(text) == Figure(text, number)


@pytest.mark.parametrize(
    ("text", "done", "of"),
    [
        ("19/30", exactly(19), exactly(30)),
        ("583/1.578", exactly(583), exactly(1578)),
        ("19 / 30", exactly(19), exactly(30)),
        ("02/30", exactly(2), exactly(30)),
        ("0/30", exactly(0), exactly(30)),
        ("31/30", exactly(31), exactly(30)),
        ("gần 19/30", exactly(19, 1, NEARLY), exactly(30)),
        ("tất cả 95", exactly(95), exactly(95)),
        ("Cả 95", exactly(95), exactly(95)),
    ],
)
def test_a_ratio_has_both_its_numbers(text: str, done: Number, of: Number) -> None:
    assert parse_figure(text) == Figure(text, done, of)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("36,95%", exactly("36.95", CENT)),
        ("97 %", exactly(97)),
        ("97\u202f%", exactly(97)),
        ("0,5%", exactly("0.5", "0.1")),
        ("100%", exactly(100)),
        ("120%", exactly(120)),
        ("trên 75%", exactly(75, 1, OVER)),
        ("gần 10%", exactly(10, 1, NEARLY)),
    ],
)
def test_a_percentage_keeps_its_decimals(text: str, percent: Number) -> None:
    assert parse_figure(text) == Figure(text, None, None, percent)
    assert parse_percent(text) == Figure(text, None, None, percent)


def test_a_percentage_printed_beside_a_figure_stays_beside_it() -> None:
    share = exactly("36.95", CENT)
    assert parse_figure("36,95% (583/1.578)") == Figure("36,95% (583/1.578)", exactly(583), exactly(1578), share)
    assert parse_figure("583/1.578 (36,95%)") == Figure("583/1.578 (36,95%)", exactly(583), exactly(1578), share)
    assert parse_figure("583/1.578(36,95%)") == Figure("583/1.578(36,95%)", exactly(583), exactly(1578), share)
    assert parse_figure("25 (27%)") == Figure("25 (27%)", exactly(25), None, exactly(27))
    assert parse_figure("27% (25)") == Figure("27% (25)", exactly(25), None, exactly(27))


def test_a_word_of_doubt_belongs_to_the_number_it_stands_before() -> None:
    doubtful = exactly("36.95", CENT, ABOUT)
    text = "khoảng 36,95% (583/1.578)"
    assert parse_figure(text) == Figure(text, exactly(583), exactly(1578), doubtful)
    assert parse_figure("25 (gần 27%)") == Figure("25 (gần 27%)", exactly(25), None, exactly(27, 1, NEARLY))
    assert parse_figure("gần 25 (27%)") == Figure("gần 25 (27%)", exactly(25, 1, NEARLY), None, exactly(27))


REFUSED = [
    ("36.95", "36,95%"),
    ("36,95", "36,95%"),
    ("36.95%", "36,95%"),
    ("1.57", "1,57%"),
    ("1.5781", "1,5781%"),
    ("0.5", "0,5%"),
    ("gần 36.95", "gần 36,95%"),
    ("1,578", "1.578"),
    ("1,578,000", "1.578.000"),
    ("109 644", "109.644"),
    ("109\u00a0644", "109.644"),
    ("583/1,578", "583/1.578"),
    ("36.95% (583/1,578)", "36,95% (583/1.578)"),
    ("12.7 triệu", "12,7 triệu"),
    ("1,578.5 triệu", "1.578,5 triệu"),
    ("010", "10"),
    ("007", "7"),
    ("00", "0"),
    ("012/030", "12/30"),
    ("109.644.", "109.644"),
    ("97 phần trăm", "97%"),
    ("tất cả 63/63", "63/63"),
    ("\uff11\uff12", "12"),
    ("٣٠", "30"),
    ("97\uff05", "97%"),
    ("5\u200b0", "50"),
    ("10²", None),
    ("½", None),
    ("1,578.5", None),
    ("1.578.5%", None),
    ("45000,5", None),
    ("012.345", None),
    ("02,5%", None),
    ("1.5.7", None),
    ("1..5", None),
    (".5", None),
    ("1,2345 nghìn", None),
    ("-5", None),
    ("\u22125", None),
    ("- 5%", None),
    ("+5", None),
    ("1e5", None),
    ("1_000", None),
    ("0x1F", None),
    ("nan", None),
    ("19/0", None),
    ("0/0", None),
    ("1/2/3", None),
    ("19,5/30", None),
    ("12 triệu/20 triệu", None),
    ("trên dưới 50", None),
    ("gần gần 50", None),
    ("gần", None),
    ("gần50", None),
    ("%", None),
    ("50%%", None),
    ("25 (27)", None),
    ("25% (27%)", None),
    ("5 ()", None),
    ("(5)", None),
    ("5 (5%) (5%)", None),
    ("5 (5%", None),
    ("", None),
    (" \u00a0 ", None),
    ("không", None),
    ("9" * 19, None),
    ("9" * 18 + ",5%", None),
    ("9" * 10_000, None),
    ("\ud800", None),
]


@pytest.mark.parametrize(("text", "meant"), REFUSED)
def test_what_is_no_vietnamese_figure_is_refused_with_what_was_meant(text: str, meant: str | None) -> None:
    with pytest.raises(TextError) as refusal:
        parse_figure(text)
    assert refusal.value.meant == meant
    assert "did you mean" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("36.95", 'expected a Vietnamese number, got "36.95"'),
        ("36,95", '"36,95" has decimals, which need % or one of nghìn, ngàn, triệu, tỷ, tỉ'),
        ("1,2345 nghìn", 'expected a whole number, got "1,2345 nghìn"'),
        ("19/0", '"19/0" is a part of a group of zero'),
        ("-5", '"-5" is negative, which no figure is'),
        ("9" * 19, f'"{"9" * 19}" has too many digits: at most 18'),
        ("9." * 31, f'"{"9." * 29}9…" is too long for a figure: at most 40 characters'),
        ("", "a figure is missing"),
        ("5\n\x1b[0m", 'expected a Vietnamese number, got "5\\n\\x1b[0m"'),
    ],
)
def test_a_refusal_is_one_printable_sentence(text: str, sentence: str) -> None:
    with pytest.raises(TextError) as refusal:
        parse_figure(text)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("text", [text for text, meant in REFUSED if meant is not None])
def test_what_was_meant_can_be_read(text: str) -> None:
    with pytest.raises(TextError) as refusal:
        parse_figure(text)
    assert refusal.value.meant is not None
    parse_figure(refusal.value.meant)


@pytest.mark.parametrize(
    ("text", "sentence", "meant"),
    [
        ("19/30", 'expected a count, got "19/30"', None),
        ("25 (27%)", 'expected a count, got "25 (27%)"', None),
        ("97%", 'expected a count, got "97%"', None),
        ("36.95", 'expected a Vietnamese number, got "36.95"', None),
        ("1,578", '"1,578" has decimals, which need % or one of nghìn, ngàn, triệu, tỷ, tỉ', "1.578"),
    ],
)
def test_where_a_count_is_due_nothing_else_will_do(text: str, sentence: str, meant: str | None) -> None:
    with pytest.raises(TextError) as refusal:
        parse_count(text)
    assert (str(refusal.value), refusal.value.meant) == (sentence, meant)


@pytest.mark.parametrize(
    ("text", "sentence", "meant"),
    [
        ("97", 'expected a percentage, got "97"', "97%"),
        ("36.95", 'expected a Vietnamese number, got "36.95"', "36,95%"),
        ("1,578", '"1,578" has decimals, which need % or one of nghìn, ngàn, triệu, tỷ, tỉ', "1,578%"),
        ("36,95% (583/1.578)", 'expected a percentage, got "36,95% (583/1.578)"', None),
    ],
)
def test_where_a_percentage_is_due_nothing_else_will_do(text: str, sentence: str, meant: str | None) -> None:
    with pytest.raises(TextError) as refusal:
        parse_percent(text)
    assert (str(refusal.value), refusal.value.meant) == (sentence, meant)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("12/30", "12"),
        ("gần 30/30", "26.5 to 30"),
        ("0/30", "0"),
        ("19", "19"),
        ("12,7 triệu", "12600000 to 12800000"),
        ("25 (27%)", "25"),
        ("36,95% (583/1.578)", "583"),
        # Without a count, the percentage
        ("36,9%", "36.8 to 37.0"),
        ("100%", "99 to 101"),
        ("dưới 7%", "None to 7"),
    ],
)
def test_the_true_count_lies_where_the_print_leaves_it(text: str, within: str) -> None:
    assert said(parse_figure(text).interval) == within


@pytest.mark.parametrize(
    ("text", "rate", "within"),
    [
        ("12/30", "40.00", "40"),
        ("583/1.578", "36.95", "36.94550063371356147021546261"),
        ("gần 15/30", "50.00", None),
        ("0/30", "0.00", "0"),
        ("31/31", "100.00", "100"),
        ("45/30", "150.00", "150"),
        ("19", None, None),
        # A percentage that is printed counts, but for the rate where both its numbers are there too
        ("36,9% (583/1.578)", "36.95", "36.8 to 37.0"),
        ("25 (27%)", "27", "26 to 28"),
        ("36,9%", "36.9", "36.8 to 37.0"),
        ("dưới 7%", "7", "None to 7"),
    ],
)
def test_the_rate_is_recomputed_where_it_can_be_and_lies_around_the_printed_one(
    text: str, rate: str | None, within: str | None
) -> None:
    figure = parse_figure(text)
    assert str(figure.rate) == str(rate)
    assert (said(figure.rate_interval) if figure.rate_interval else None) == within


def said(interval: Interval) -> str:
    """The one number, or the bounds."""
    return str(interval.low) if interval.exact else f"{interval.low} to {interval.high}"


@pytest.mark.parametrize(
    ("text", "exact", "says_all", "qualifier"),
    [
        ("30/30", True, True, None),
        ("tất cả 63", True, True, None),
        ("gần 30/30", False, False, NEARLY),
        ("29/30", True, False, None),
        ("31/30", True, False, None),
        ("30", True, False, None),
        ("gần 30", False, False, NEARLY),
        ("12,7 triệu", False, False, None),
        ("100%", True, True, None),
        ("99%", True, False, None),
        ("101%", True, False, None),
        ("gần 100%", False, False, NEARLY),
        ("63 (100%)", True, True, None),
        ("63 (99%)", True, False, None),
        ("63 (gần 100%)", True, False, None),
        ("gần 63 (100%)", False, False, NEARLY),
        ("29/30 (100%)", True, False, None),
        ("dưới 7%", False, False, Qualifier.BELOW),
    ],
)
def test_a_figure_says_all_only_where_nothing_is_left_open(
    text: str, *, exact: bool, says_all: bool, qualifier: Qualifier | None
) -> None:
    figure = parse_figure(text)
    assert (figure.exact, figure.says_all, figure.qualifier) == (exact, says_all, qualifier)


def test_a_figure_of_18_digits_and_of_40_characters_is_read_and_none_that_is_longer() -> None:
    widest = f"gần{' ' * 35}10"
    assert parse_figure("9" * 18) == Figure("9" * 18, exactly("9" * 18))
    assert parse_figure(f"gần {'9' * 18}") == Figure(f"gần {'9' * 18}", exactly("9" * 18, 1, NEARLY))
    assert parse_figure(f"{'9' * 16},99%") == Figure(f"{'9' * 16},99%", None, None, exactly(f"{'9' * 16}.99", CENT))
    assert parse_figure(widest) == Figure(widest, exactly(10, 1, NEARLY))
    with pytest.raises(TextError, match="is too long for a figure: at most 40 characters"):
        parse_figure(widest.replace(" ", "  ", 1))


@pytest.mark.parametrize(("blanks", "meant"), [(32, "gần 36,95%"), (33, None)])
def test_nothing_is_guessed_of_a_text_that_is_too_long(blanks: int, meant: str | None) -> None:
    with pytest.raises(TextError) as refusal:
        parse_figure(f"gần{' ' * blanks}36.95")
    assert refusal.value.meant == meant


@pytest.mark.parametrize(
    ("pattern", "parse"),
    [(COUNT_PATTERN, parse_count), (PERCENT_PATTERN, parse_percent), (FIGURE_PATTERN, parse_figure)],
)
@pytest.mark.parametrize(
    "text",
    ["19/30", "gần 1.400", "Gần 1.400", "12,7 triệu", "36,95%", "Trên 75 %", "Tất cả 95", "cả 95", "25 (gần 27%)",
     "36.95", "1,578", "010", "gẦn 5", "25 (27)", "%"],
)  # fmt: skip
def test_what_an_editor_checks_is_what_is_read(text: str, pattern: str, parse: Callable[[str], Figure]) -> None:
    assert bool(re.search(pattern, text)) is (isinstance(outcome(text, parse), Figure) and text != "gẦn 5")


def test_the_printed_text_is_kept_composed_and_without_outer_white_space() -> None:
    decomposed = unicodedata.normalize("NFD", "\u00a0Gần  1.400 \n")
    assert parse_figure(decomposed).printed == "Gần  1.400"


@pytest.mark.parametrize(
    ("text", "exact"), [("109.644", True), ("gần 109.644", False), ("12,7 triệu", False), ("134 nghìn", False)]
)
def test_only_a_number_without_doubt_or_scale_is_exact(text: str, exact: bool) -> None:  # noqa: FBT001
    assert parse_count(text).exact is exact


def outcome(text: str, parse: Callable[[str], Figure]) -> Figure | TextError:
    try:
        return parse(text)
    except TextError as refusal:
        return refusal


@given(st.text(max_size=60), st.sampled_from([parse_figure, parse_count, parse_percent]))
@example("gần 1,5 triệu (", parse_figure)
def test_any_text_is_a_figure_or_a_text_error(text: str, parse: Callable[[str], Figure]) -> None:
    result = outcome(text, parse)
    if isinstance(result, TextError):
        assert str(result).isprintable()
    else:
        assert result.printed == unicodedata.normalize("NFC", text).strip()


WORDS = [*Qualifier, "cả", "tất cả", "nghìn", "triệu", "tỷ", "%", "/", "(", ")", ".", ",", " ", "-"]


@given(st.lists(st.sampled_from([*"0123456789", "000", *WORDS]), max_size=16).map("".join))
def test_any_jumble_of_the_right_pieces_is_a_figure_or_a_text_error(text: str) -> None:
    result = outcome(text, parse_figure)
    if isinstance(result, TextError):
        assert result.meant is None or parse_figure(result.meant)
    else:
        numbers = [getattr(result, field, None) for field in ("number", "done", "of", "percent")]
        assert all(number.value >= 0 < number.step for number in numbers if number is not None)


@given(st.integers(0, 10**18 - 1))
def test_a_count_survives_the_way_from_number_to_text_and_back(count: int) -> None:
    assert parse_count(format_number(count)).count == exactly(count)


@given(st.decimals(0, 1000, places=2))
def test_a_percentage_survives_the_way_from_number_to_text_and_back(share: Decimal) -> None:
    assert parse_percent(f"{format_number(share)}%").percent == Number(share, CENT)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_ratio_survives_the_way_from_number_to_text_and_back(done: int, of: int) -> None:
    figure = parse_figure(f"{format_number(done)}/{format_number(of)}")
    assert figure == Figure(figure.printed, exactly(done), exactly(of))


def lies_within(text: str, true: str) -> bool:
    figure = parse_figure(text)
    number = figure.count or figure.percent
    assert number is not None
    assert number.qualifier is not None
    low, high = number.qualifier.interval(number.value, number.step)
    return (low is None or low < Decimal(true)) and (high is None or Decimal(true) < high)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("gần 50.000", "49352"),
        ("gần 83%", "82.6"),
        ("gần 10%", "9.92"),
        ("gần 1.300", "1291"),
        ("gần 10", "9"),
        ("gần 5", "4"),
        ("gần 2 triệu", "1700000"),
        ("hơn 45.000", "45127"),
        ("hơn 10", "12"),
        ("hơn 60", "69"),
        ("hơn 3", "4"),
        ("hơn 1 triệu", "1370000"),
        ("trên 75%", "82"),
        ("khoảng 50.000", "49352"),
        ("khoảng 50", "59"),
        ("khoảng 3%", "3.2"),
        ("khoảng 36,95%", "36.9455"),
        ("chưa đến 7%", "0"),
        ("dưới 7%", "6.99"),
        ("tối thiểu 30", "30"),
        ("ít nhất 30", "3000"),
        ("tối đa 30", "30"),
        ("không quá 30", "0"),
    ],
)
def test_a_word_of_doubt_allows_what_a_reader_would_allow(text: str, true: str) -> None:
    assert lies_within(text, true)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("gần 50.000", "50000"),
        ("gần 50.000", "51000"),
        ("gần 50.000", "44000"),
        ("gần 10%", "8"),
        ("gần 10", "8"),
        ("hơn 45.000", "45000"),
        ("hơn 45.000", "44999"),
        ("hơn 54.000", "60000"),
        ("trên 75%", "74"),
        ("trên 75%", "90"),
        ("khoảng 50.000", "39000"),
        ("khoảng 1 triệu", "1600000"),
        ("khoảng 100", "130"),
        ("chưa đến 7%", "7"),
        ("dưới 7%", "8"),
        ("tối thiểu 30", "29"),
        ("ít nhất 30", "0"),
        ("tối đa 30", "31"),
        ("không quá 30", "31"),
    ],
)
def test_a_word_of_doubt_does_not_allow_everything(text: str, true: str) -> None:
    assert not lies_within(text, true)
