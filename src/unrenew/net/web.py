"""Fetches pages and records, and posts what the person named.

Polite by construction: an agent name of its own, robots.txt obeyed, one request to a host at a time with a pause
between, limits of time and size, and no step onto another registrable domain: such a redirect is returned as it is,
never followed.
"""

import time
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage
from typing import IO, Any

from unrenew.errors import NetError
from unrenew.model.domains import host_of, registrable

AGENT = "unrenew-facts-check"
MOST_BYTES = 3_000_000
MOST_REDIRECTS = 5
MOST_DELAY_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered. `left_for`: the address on another registrable domain that it wanted us to go to."""

    asked: str
    address: str
    status: int
    body: bytes = b""
    charset: str = "utf-8"
    left_for: str | None = None
    whole: bool = True
    """False: the page is longer than the limit, and only its beginning was read."""


class _Stay(urllib.request.HTTPRedirectHandler):
    """Hands redirects back instead of following them."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


@dataclass
class Web:
    """A careful visitor. `pause_seconds` lie between two requests to one host."""

    agent: str = AGENT
    timeout_seconds: float = 20.0
    pause_seconds: float = 2.0
    most_bytes: int = MOST_BYTES
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict[str, float])
    _robots: dict[str, urllib.robotparser.RobotFileParser] = field(
        default_factory=dict[str, urllib.robotparser.RobotFileParser]
    )

    def allowed(self, address: str) -> bool:
        """Return whether the site's robots.txt lets this program read the page; without such a file it may."""
        return self._rules(address).can_fetch(self.agent, address)

    def get(self, address: str) -> Reply:
        """Fetch a page, following redirects on the same registrable domain only. Raises NetError."""
        at = address
        for _ in range(MOST_REDIRECTS + 1):
            reply = self._once(address, at)
            if reply.left_for is None:
                return reply
            if _site(reply.left_for) != _site(address):
                return reply
            at = reply.left_for
        raise NetError("the page redirects in a circle", where=address)

    def _once(self, asked: str, at: str) -> Reply:
        if urllib.parse.urlsplit(at).scheme not in {"http", "https"}:
            raise NetError("only web pages are fetched", where=at)
        self._wait(at)
        request = urllib.request.Request(at, headers={"User-Agent": self.agent, "Accept": "text/html, */*;q=0.5"})  # noqa: S310 - the scheme was checked
        opener = urllib.request.build_opener(_Stay())
        try:
            with opener.open(request, timeout=self.timeout_seconds) as answer:
                return self._read(asked, at, answer)
        except urllib.error.HTTPError as error:
            with error:
                goal = error.headers.get("Location")
                left_for = urllib.parse.urljoin(at, goal) if goal and 300 <= error.code < 400 else None
                return Reply(asked=asked, address=at, status=error.code, left_for=left_for)
        except (OSError, HTTPException, ValueError) as error:
            raise NetError(f"could not be fetched: {error}", where=at) from error

    def _read(self, asked: str, at: str, answer: Any) -> Reply:
        body: bytes = answer.read(self.most_bytes + 1)
        return Reply(
            asked=asked,
            address=at,
            status=int(answer.status),
            body=body[: self.most_bytes],
            charset=answer.headers.get_content_charset() or "utf-8",
            whole=len(body) <= self.most_bytes,
        )

    def _wait(self, address: str) -> None:
        host = urllib.parse.urlsplit(address).netloc
        rules = self._robots.get(_origin(address))
        asked_for = rules.crawl_delay(self.agent) if rules is not None else None
        pause = max(self.pause_seconds, min(float(asked_for or 0), MOST_DELAY_SECONDS))
        if host in self._last:
            rest = self._last[host] + pause - self.clock()
            if rest > 0:
                self.sleep(rest)
        self._last[host] = self.clock()

    def _rules(self, address: str) -> urllib.robotparser.RobotFileParser:
        origin = _origin(address)
        if origin not in self._robots:
            rules = urllib.robotparser.RobotFileParser()
            rules.parse([])
            try:
                reply = self.get(f"{origin}/robots.txt")
            except NetError:
                reply = None
            if reply is not None and reply.status == 200:
                rules = urllib.robotparser.RobotFileParser()
                rules.parse(reply.body.decode("utf-8", "replace").splitlines())
            elif reply is None or reply.status in {401, 403} or reply.status >= 500:
                rules = urllib.robotparser.RobotFileParser()
                rules.parse(["User-agent: *", "Disallow: /"])  # RFC 9309, 2.3.1.4: unreachable means no
            self._robots[origin] = rules
        return self._robots[origin]


def _origin(address: str) -> str:
    parts = urllib.parse.urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _site(address: str) -> str:
    """Return the registrable domain, or the bare host where there is none (an address in numbers)."""
    host = host_of(address)
    return host if host.replace(".", "").isdigit() else (registrable(host) or host)


def post(address: str, body: bytes, content_type: str, *, timeout_seconds: float = 20.0) -> bytes:
    """Send bytes to an address that the person named, and return the answer; used for time stamps (RFC 3161, 3.4)."""
    if urllib.parse.urlsplit(address).scheme not in {"http", "https"}:
        raise NetError("only http and https addresses can be asked", where=address)
    request = urllib.request.Request(  # noqa: S310  # the scheme was looked at
        address, data=body, headers={"Content-Type": content_type, "User-Agent": "unrenew"}, method="POST"
    )
    opener = urllib.request.build_opener(_Stay)
    try:
        with opener.open(request, timeout=timeout_seconds) as answer:
            found: bytes = answer.read(MOST_BYTES)
    except (OSError, HTTPException, ValueError) as error:
        raise NetError(f"no answer: {error}", where=address) from error
    return found


def txt_record(name: str, *, timeout_seconds: float = 10.0) -> bytes | None:
    """Ask the machine's own name server for a TXT record, such as a DKIM key; None where there is none."""
    import dns.exception
    import dns.resolver

    try:
        answer = dns.resolver.resolve(name, "TXT", lifetime=timeout_seconds)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return None
    except (dns.exception.DNSException, OSError) as error:
        raise NetError(f"the name server gave no answer: {error}", where=name) from error
    texts: list[bytes] = [b"".join(record.strings) for record in answer]
    return next((text for text in texts if b"p=" in text), None)
