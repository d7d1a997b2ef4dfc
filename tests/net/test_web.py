"""The only door: polite, bounded, and never led onto a stranger's domain. Against a server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from unrenew.api.facts import check_live, keep_marks, read_marks
from unrenew.errors import NetError
from unrenew.facts import HERE
from unrenew.facts.reading import read_providers
from unrenew.net import AGENT, Web

TERMS = "<html><body><script>var n = 1</script><h1>Refunds</h1><p>You may ask within 30 days.</p></body></html>"
LOST = (
    "<html><body><h1>Sorry</h1><p>we could not find what you were looking for on our lovely new site</p></body></html>"
)


class Site(BaseHTTPRequestHandler):
    robots: str | None = "User-agent: *\nDisallow: /private\n"
    soft = False
    words = TERMS
    asked: list[tuple[str, str]] = []  # noqa: RUF012 - reset by the fixture

    def do_GET(self):
        self.asked.append((self.path, self.headers["User-Agent"]))
        answers = {
            "/robots.txt": (200, self.robots) if self.robots is not None else (404, ""),
            "/terms": (200, self.words),
            "/gone": (404, "no"),
            "/broken": (500, "no"),
            "/private/page": (200, TERMS),
            "/big": (200, "x" * 5000),
            "/lost": (200, LOST),
        }
        redirects = {
            "/old": "/terms",
            "/away": "http://192.0.2.1/terms",
            "/circle": "/circle",
            "/file": "file:///etc/hostname",
        }
        if self.path in redirects:
            self.send_response(302)
            self.send_header("Location", redirects[self.path])
            self.end_headers()
            return
        status, text = answers.get(self.path, (200, LOST) if self.soft else (404, "no"))
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.robots, Site.soft, Site.words, Site.asked = "User-agent: *\nDisallow: /private\n", False, TERMS, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def web() -> Web:
    return Web(pause_seconds=0.0, timeout_seconds=5.0)


def test_a_page_is_fetched_under_our_own_name(site: str, web: Web):
    reply = web.get(f"{site}/terms")
    assert (reply.status, reply.left_for, reply.whole) == (200, None, True)
    assert b"30 days" in reply.body
    assert Site.asked == [("/terms", AGENT)]


def test_redirects_on_the_same_site_are_followed_and_others_are_not(site: str, web: Web):
    assert web.get(f"{site}/old").address == f"{site}/terms"
    away = web.get(f"{site}/away")
    assert away.left_for == "http://192.0.2.1/terms"


def test_a_circle_ends(site: str, web: Web):
    with pytest.raises(NetError, match="circle"):
        web.get(f"{site}/circle")


def test_only_web_pages(site: str, web: Web):
    with pytest.raises(NetError, match="only web pages"):
        web.get("file:///etc/hostname")
    assert web.get(f"{site}/file").left_for == "file:///etc/hostname"


def test_size_is_limited(site: str):
    reply = Web(pause_seconds=0.0, most_bytes=1000).get(f"{site}/big")
    assert len(reply.body) == 1000
    assert not reply.whole


def test_nobody_there(web: Web):
    with pytest.raises(NetError, match="could not be fetched"):
        web.get("http://127.0.0.1:9/terms")


def test_robots_are_obeyed(site: str, web: Web):
    assert web.allowed(f"{site}/terms")
    assert not web.allowed(f"{site}/private/page")


def test_no_robots_file_allows_and_one_out_of_reach_forbids(site: str):
    Site.robots = None
    assert Web(pause_seconds=0.0).allowed(f"{site}/terms")
    assert not Web(pause_seconds=0.0, timeout_seconds=1.0).allowed("http://127.0.0.1:9/terms")


def test_requests_to_one_host_keep_their_distance(site: str):
    waits: list[float] = []
    web = Web(pause_seconds=3.0, sleep=waits.append, clock=lambda: 100.0)
    web.get(f"{site}/terms")
    web.get(f"{site}/terms")
    assert waits == [3.0]


def test_a_crawl_delay_is_kept_up_to_a_limit(site: str):
    Site.robots = "User-agent: *\nCrawl-delay: 9999\n"
    waits: list[float] = []
    web = Web(pause_seconds=1.0, sleep=waits.append, clock=lambda: 100.0)
    assert web.allowed(f"{site}/terms")
    web.get(f"{site}/terms")
    assert waits == [30.0]


def states(site: str, web: Web, marks: dict[str, str] | None = None) -> dict[str, str]:
    return {
        one.source.removeprefix(site): one.state for one in check_live(web, marks=marks or {}, providers=planted(site))
    }


def planted(site: str):
    import msgspec

    [provider], _ = read_providers([HERE / "providers" / "wsj.toml"])
    note = provider.notes[0]
    paths = ("/terms", "/gone", "/broken", "/private/page", "/old", "/away", "/circle", "/lost")
    notes = tuple(msgspec.structs.replace(note, source=f"{site}{path}", evidence="official") for path in paths)
    return [msgspec.structs.replace(provider, notes=notes, domains=(), descriptors=(), plans=())]


def test_live_check_judges_each_source_and_edits_nothing(site: str, web: Web):
    assert states(site, web) == {
        "/terms": "first",
        "/gone": "gone",
        "/broken": "failed",
        "/private/page": "not-allowed",
        "/old": "first",
        "/away": "moved",
        "/circle": "failed",
        "/lost": "first",
    }


def test_a_soft_404_is_recognised(site: str, web: Web):
    Site.soft = True
    found = states(site, web)
    assert found["/lost"] == "soft-404"
    assert found["/terms"] == "first"


def test_changed_words_are_seen_and_changed_digits_are_not(site: str, web: Web, tmp_path):
    file = tmp_path / "marks.json"
    assert read_marks(file) == {}
    keep_marks(file, check_live(web, marks={}, providers=planted(site)), {})
    Site.words = TERMS.replace("var n = 1", "var n = 2")
    assert states(site, web, read_marks(file))["/terms"] == "same"
    Site.words = TERMS.replace("You may ask", "Nobody may ask")
    assert states(site, web, read_marks(file))["/terms"] == "changed"
