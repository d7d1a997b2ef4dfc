"""Receivers of notices on this machine, real servers for the tests and the bench: one for the web, one for mail."""

import contextlib
import email
import email.policy
import json
import socketserver
import threading
from collections.abc import Callable, Generator
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as probe:
        return probe.server_address[1]


@contextlib.contextmanager
def web_server(
    answer: Callable[[BaseHTTPRequestHandler, dict[str, Any]], int | None],
) -> Generator[str, None, None]:
    """Give host and port of a server: `answer` returns the status, or None to hang up without one."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status = answer(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if status is None:
                self.close_connection = True
                return
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, its name there
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            pass  # who sent it may be dead before the answer

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def mail_server(
    answer: Callable[[Any, EmailMessage, list[str]], str],
    *,
    recipient: Callable[[str], str] = lambda _: "250 OK",
    **options: Any,
) -> Generator[str, None, None]:
    """Give host and port of a server: `answer` says what it answers to the text, `recipient` to each recipient."""

    class Handler:
        async def handle_RCPT(  # noqa: N802, its name there
            self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
        ) -> str:
            said = recipient(address)
            if said.startswith("250"):
                envelope.rcpt_tos.append(address)
            return said

        async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802, its name there
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            return answer(server, message, list(envelope.rcpt_tos))

    port = free_port()
    controller = Controller(Handler(), hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield f"127.0.0.1:{port}"
    finally:
        controller.stop()
