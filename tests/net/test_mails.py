"""Mails go to a real mail server on this machine: whole, to all or to nobody, under a Message-ID that stays."""

import datetime as dt
import ipaddress
import ssl
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

pytest.importorskip("apprise", reason="the extra `notices` is not installed")

from bench.receivers import free_port, mail_server

from unrenew.errors import NetError, NoAnswerError
from unrenew.model.notices import Notice
from unrenew.net import send_notice
from unrenew.net.mails import is_plain_mail

NOTICE = Notice(title="Überfällig: Refund", text=".Guard, 59.99 €\n.\n\nNotice 3f9a2c1b", mark="3f9a2c1b")
WAY = "from=Me<a@example.org>&to=b@example.org"


@pytest.fixture
def got():
    return []


def took(got):
    return lambda _server, message, recipients: got.append((message, recipients)) or "250 OK"


def test_a_mail_has_the_same_message_id_whenever_it_is_sent(got):
    with mail_server(took(got)) as host:
        for _ in range(2):
            send_notice(f"mailto://{host}?{WAY}&cc=c@example.org&reply=r@example.org&+X-Mine=yes", NOTICE)
    (first, recipients), (second, _) = got
    assert first["Message-ID"] == second["Message-ID"] == "<3f9a2c1b@example.org>"
    assert (first["Subject"], first["From"], first["To"]) == (NOTICE.title, "Me <a@example.org>", "b@example.org")
    assert (first["Cc"], first["Reply-To"], first["X-Mine"]) == ("c@example.org", "r@example.org", "yes")
    assert recipients == ["b@example.org", "c@example.org"]
    assert first.get_content().replace("\r\n", "\n").rstrip() == NOTICE.text
    assert first.get_content_type() == "text/plain"
    assert len(first.get_all("Message-ID")) == 1


def test_all_recipients_get_it_or_nobody(got):
    def recipient(address):
        return "250 OK" if address == "b@example.org" else "550 nobody here"

    with (
        mail_server(took(got), recipient=recipient) as host,
        pytest.raises(NetError, match=r"did not accept it \(error 550\)") as error,
    ):
        send_notice(f"mailto://{host}?from=a@example.org&to=b@example.org,x@example.org", NOTICE)
    assert not isinstance(error.value, NoAnswerError)
    assert got == []


@pytest.mark.parametrize("said", ["451 later", "554 no"])
def test_a_refusal_is_known_not_to_have_arrived(said):
    with (
        mail_server(lambda *_: said) as host,
        pytest.raises(NetError, match=rf"error {said[:3]}") as error,
    ):
        send_notice(f"mailto://{host}?{WAY}", NOTICE)
    assert not isinstance(error.value, NoAnswerError)


def test_a_server_that_goes_after_it_got_the_text_leaves_it_unknown(got):
    def hang_up(server, *_):
        got.append(1)
        server.transport.abort()
        return "250 never said"

    handed = []
    with mail_server(hang_up) as host, pytest.raises(NoAnswerError, match="could not be sent"):
        send_notice(f"mailto://{host}?{WAY}", NOTICE, lambda: handed.append(len(got)))
    assert handed == [0], "said before the text left"
    assert len(got) == 1


def test_where_nobody_listens_nothing_is_handed_over():
    handed = []
    with pytest.raises(NetError, match="could not be sent") as error:
        send_notice(f"mailto://127.0.0.1:{free_port()}?{WAY}", NOTICE, lambda: handed.append(1))
    assert not isinstance(error.value, NoAnswerError)
    assert handed == []


def test_a_title_that_cannot_be_one_is_said(got):
    with mail_server(took(got)) as host, pytest.raises(NetError, match="could not be sent"):
        send_notice(f"mailto://{host}?{WAY}", Notice(title="a\nBcc: evil@example.org", text="x"))
    assert got == []


def read(address):
    import apprise

    sender = apprise.Apprise()
    assert sender.add(address)
    return next(iter(sender))


def test_a_mail_whose_text_is_to_be_encrypted_is_never_sent_plain():
    assert is_plain_mail(read("mailtos://me:secret@mail.example?to=b@example.org"))
    assert not is_plain_mail(read("mailtos://me:secret@mail.example?to=b@example.org&pgp=encrypt"))
    assert not is_plain_mail(read("json://mail.example"))


def test_what_apprise_knows_of_a_mail_service_is_what_is_used():
    plugin = read("mailto://me:secret@gmail.com")
    assert (plugin.smtp_host, plugin.port, plugin.secure_mode) == ("smtp.gmail.com", 587, "starttls")
    assert (plugin.user, plugin.from_addr[1]) == ("me@gmail.com", "me@gmail.com")
    assert [to for _, to in plugin.targets] == ["me@gmail.com"]


@pytest.fixture
def certificate(tmp_path):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, secret = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path = tmp_path / "server.pem"
    path.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, secret, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def accounts(_server, _session, _envelope, _mechanism, said):
    from aiosmtpd.smtp import AuthResult

    return AuthResult(success=said.password == b"secret", handled=False)


@pytest.mark.parametrize(("password", "arrives"), [("secret", True), ("wrong", False)])
def test_over_starttls_with_a_login(got, certificate, password, arrives):
    options = {"tls_context": certificate, "require_starttls": True, "authenticator": accounts, "auth_required": True}
    with mail_server(took(got), **options) as host:
        address = f"mailtos://me:{password}@{host}?{WAY}&mode=starttls&verify=no"
        if arrives:
            send_notice(address, NOTICE)
        else:
            with pytest.raises(NetError, match=r"error 535") as error:
                send_notice(address, NOTICE)
            assert "wrong" not in str(error.value)
    assert len(got) == arrives


def test_a_certificate_that_nobody_signed_is_refused(got, certificate):
    with mail_server(took(got), ssl_context=certificate) as host:
        with pytest.raises(NetError, match="CERTIFICATE_VERIFY_FAILED"):
            send_notice(f"mailtos://{host}?{WAY}&mode=ssl", NOTICE)
        assert got == []
        send_notice(f"mailtos://{host}?{WAY}&mode=ssl&verify=no", NOTICE)
    assert len(got) == 1
