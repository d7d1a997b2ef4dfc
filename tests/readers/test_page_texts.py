"""A page is read as Markdown; what stands beside its text is set apart, what is hidden is kept for judging."""

import time

import pytest

from unrenew.readers.html import page_text


def text(body):
    return page_text(
        f"<html><body><h1>Cancel Acme for good, in the browser or in the app</h1>{body}</body></html>"
    ).text.partition("\n\n")[2]


def test_lists_rows_headings_and_links():
    assert text("<ol><li>Sign in<li>Open <b>Account</b><ul><li>top right</li></ul></li><li>Cancel</li></ol>") == (
        "1. Sign in\n2. Open Account\n   - top right\n3. Cancel"
    )
    assert text("<ol start=4><li>Confirm</li></ol>") == "4. Confirm"
    assert text("<li>alone</li>").endswith("- alone")
    assert text("<h2>On the web</h2><p>Go to <a href='https://a.example/x (1)'>the page</a>.</p>") == (
        "## On the web\n\nGo to [the page](https://a.example/x%20%281%29)."
    )
    assert (
        text("<table><tr><th>#<th>What</tr><tr><td>1<td><p>Sign in</p></tr></table>") == "| # | What |\n| 1 | Sign in |"
    )
    assert text("<p>one<br>two</p><div>three</div>") == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><ul><li>Click here</li></ul></nav>",
        "<aside>Click here</aside>",
        "<footer>Click here</footer>",
        "<form>Click here</form>",
        "<header>Click here</header>",
        '<div class="related-posts">Click here</div>',
        '<div id="toc">Click here</div>',
        '<div role="navigation">Click here</div>',
        '<p style="display:none">Click here</p>',
        "<script>Click here</script>",
        "<p hidden>Click here</p>",
        "<p><del>Click here</del> or not</p>",
        "<p><s>Click here</s> or not</p>",
    ],
)
def test_what_is_not_the_text(beside):
    page = page_text(
        f"<html><body><h1>Cancel Acme for good, in the browser or in the app</h1><p>Sign in.</p>{beside}</body></html>"
    )
    assert "Click" not in page.text
    assert "Click here" in page.hidden


def test_a_form_or_header_round_the_whole_page_is_the_text():
    assert "Sign in" in page_text("<body><form><header><h1>Cancel</h1></header><p>Sign in</p></form></body>").text
    assert "Sign in" in page_text("<body><div class=menu>Sign in</div></body>").text  # there is nothing else


def test_depth_and_size_cost_seconds():
    start = time.process_time()
    page_text("<html><body>" + "<nav>" * 2500 + "x" * 1000)
    page_text("<html><body>" + "<ol><li>" * 1200)
    page_text("<html><body>" + "<a href=x>y</a><div class=nav>" * 2900)
    assert time.process_time() - start < 10
