import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrenew.model.renewals import NoticePeriod
from unrenew.readers.notices import read_notice


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("2 weeks to month end", NoticePeriod(count=2, unit="weeks", to="month_end")),
        ("3 Monate zum Quartalsende", NoticePeriod(count=3, unit="months", to="quarter_end")),
        ("einen Monat zum Monatsende", NoticePeriod(count=1, unit="months", to="month_end")),
        ("mit einer Frist von vier Wochen", NoticePeriod(count=4, unit="weeks")),
        ("one month", NoticePeriod(count=1, unit="months")),
        ("14 Tage", NoticePeriod(count=14)),
        ("30-day notice", NoticePeriod(count=30)),
        ("1 year", NoticePeriod(count=12, unit="months")),
        ("0 days", NoticePeriod()),
        ("sechs Wochen zum Quartalsende", NoticePeriod(count=6, unit="weeks", to="quarter_end")),
        ("6 weeks to the end of the calendar year", NoticePeriod(count=6, unit="weeks", to="year_end")),
    ],
)
def test_notice_as_people_write_it(text, notice):
    assert read_notice(text) == notice


@pytest.mark.parametrize("text", ["soon", "", "3 fortnights", "1.5 months", "12345 days"])
def test_no_notice(text):
    assert read_notice(text) is None


@given(
    st.builds(
        NoticePeriod,
        count=st.integers(0, 60),
        unit=st.sampled_from(["days", "weeks", "months"]),
        to=st.sampled_from(["term_end", "month_end", "quarter_end", "year_end"]),
    )
)
def test_what_is_printed_can_be_read_again(notice):
    assert read_notice(str(notice)) == notice
