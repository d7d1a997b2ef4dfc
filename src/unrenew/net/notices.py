"""Sends a notice through an address in the form of Apprise."""

import re
import sys
import threading
import urllib.parse
from collections.abc import Callable
from typing import Any

from unrenew.errors import NetError, NoAnswerError
from unrenew.model.notices import Notice
from unrenew.net.handovers import CHECK_ADDRESS, UNDER_WAY, Handover, listen
from unrenew.net.mails import is_plain_mail, send_mail

NOTICE_SECONDS = 20.0


def send_notice(
    address: str, notice: Notice, handing: Callable[[], None] = lambda: None, *, seconds: float = NOTICE_SECONDS
) -> None:
    """Send a notice through one address in the form of Apprise (`mailto://`, `ntfy://`, `json://` ...).

    `handing` is called right before the first of it leaves; if it raises, nothing does. Raises NetError where the
    receiver has not got it, NoAnswerError where it was handed over and no answer came. After `seconds` a server is left
    behind, and what has not left by then never will. Errors name the kind and host of the address, never its secrets.
    """
    where = discreet_address(address)
    sender, plugin = _plugin_of(address, where)
    handover = Handover(handing)

    def carry() -> None:
        UNDER_WAY.set(handover)
        try:
            if is_plain_mail(plugin):
                send_mail(plugin, notice, handover, where=where, seconds=seconds)
            else:
                plugin.socket_read_timeout = max(plugin.socket_read_timeout, seconds)  # the limit is ours
                _send_by_apprise(sender, plugin, notice, handover, where=where)
            handover.settle(None)
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            handover.settle(error)

    threading.Thread(target=carry, daemon=True).start()
    handover.wait(seconds, where=where)


def _plugin_of(address: str, where: str) -> tuple[Any, Any]:
    try:
        import apprise
    except ImportError as error:
        raise NetError("notices need one more package", hint="pip install 'unrenew[notices]'") from error
    sender: Any = apprise.Apprise(asset=apprise.AppriseAsset(app_id="unrenew", app_desc="unrenew"))
    plugins: list[Any] = list(sender) if sender.add(address) else []
    if len(plugins) != 1:
        raise NetError("the address is not understood", where=where, hint="See the forms that Apprise knows")
    return sender, plugins[0]


_STATUS = re.compile(r"\berror=(\d+)")
"""How Apprise's services log the status of an answer that refuses."""
_GATEWAY = frozenset({"502", "504"})
"""A gateway's own answers: nobody knows what the server behind it did (RFC 9110, 15.6.3 and 15.6.5)."""
_BROKEN = re.compile(r"connection error", re.IGNORECASE)
_TAKEN = re.compile(r"\bSent\b")


def _send_by_apprise(sender: Any, plugin: Any, notice: Notice, handover: Handover, *, where: str) -> None:
    """Send through one of Apprise's services, which say no more than whether it went well."""
    plugin.retry = 0  # to try again is ours: a second time is marked as such
    if notice.mark and isinstance(getattr(plugin, "headers", None), dict):
        plugin.headers.setdefault("Idempotency-Key", notice.mark)
    listen()
    by_http = "requests" in vars(sys.modules[type(plugin).__module__])
    if not by_http:
        handover.begin()  # by whatever way it goes: its own word counts
    if not sender.notify(title=notice.title, body=notice.text, body_format="text"):
        raise _why(handover, by_http=by_http, where=where)


def _why(handover: Handover, *, by_http: bool, where: str) -> NetError:
    """Return why a service did not send: what it logs tells a refusal from an answer that never came."""
    words = "\n".join(handover.words)
    statuses = _STATUS.findall(words)
    if not handover.handed:
        return NetError("it could not be reached", where=where, hint=CHECK_ADDRESS)
    if by_http and (not statuses or _GATEWAY & {*statuses} or _BROKEN.search(words)):
        return NoAnswerError("it was handed over, but no answer came", where=where)
    if _TAKEN.search(words):
        return NoAnswerError("it was accepted in part", where=where)
    status = f" (error {statuses[-1]})" if statuses else ""
    return NetError(f"the notice was not accepted{status}", where=where, hint=CHECK_ADDRESS)


def discreet_address(address: str) -> str:
    """Return the kind and the host of an address, without user, password, token or query."""
    parts = urllib.parse.urlsplit(address)
    return f"{parts.scheme}://{parts.hostname or '...'}"
