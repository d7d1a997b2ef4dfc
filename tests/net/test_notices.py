"""Notices go to real servers on this machine: a mail server and a web receiver."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

pytest.importorskip("apprise", reason="the extra `notices` is not installed")

from unrenew.errors import NetError
from unrenew.net import discreet_address, send_notice


@pytest.fixture
def receiver():
    received = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if self.path == "/broken" else 200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}", received
    server.shutdown()
    server.server_close()


def test_a_web_receiver_gets_it(receiver):
    host, received = receiver
    send_notice(f"json://{host}/", "Last day to cancel", "Guard: 2026-11-20")
    (notice,) = received
    assert notice["title"] == "Last day to cancel"
    assert notice["message"] == "Guard: 2026-11-20"


def test_a_refusal_is_an_error(receiver):
    host, _ = receiver
    with pytest.raises(NetError, match="not accepted"):
        send_notice(f"json://{host}/broken", "t", "b")


def test_a_mail_server_gets_it():
    controller = pytest.importorskip("aiosmtpd.controller")
    got = []

    class Handler:
        async def handle_DATA(self, _server, _session, envelope):  # noqa: N802, its name there
            got.append(envelope.content.decode())
            return "250 OK"

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = controller.Controller(Handler(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        send_notice(f"mailto://127.0.0.1:{port}?from=a@example.org&to=b@example.org", "Refund is late", "Guard")
    finally:
        server.stop()
    assert "Subject: Refund is late" in got[0]


def test_a_server_that_hangs_is_left_behind():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(NetError, match="no answer within"):
            send_notice(f"json://127.0.0.1:{silent.getsockname()[1]}/", "t", "b", seconds=0.5)


def test_an_address_that_is_none():
    with pytest.raises(NetError, match="not understood"):
        send_notice("nosuchthing://x", "t", "b")


def test_secrets_stay_out_of_words():
    assert discreet_address("mailtos://me:secret@mail.example?to=x") == "mailtos://mail.example"
