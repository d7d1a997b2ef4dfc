"""What the signature of a mail proves: signed here with keys made for the test."""

import base64
import hashlib

import dkim
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.act.signatures import check_dkim, from_domains, key_names

KEY = rsa.generate_private_key(65537, 1024)
PEM = KEY.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
)
PUBLIC = KEY.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
RECORD = b"v=DKIM1; k=rsa; p=" + base64.b64encode(PUBLIC)
MAIL = (
    b"From: Nexway <orders@mail.nexway.example>\r\nTo: a@example.org\r\nSubject: Auto-renewal is off\r\n"
    b"Date: Tue, 24 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@nexway.example>\r\n\r\n"
    b"Your subscription stays active until 2026-12-20.\r\n"
)


def signed(mail=MAIL, domain=b"nexway.example", **more):
    return dkim.sign(mail, b"s1", domain, PEM, canonicalize=(b"relaxed", b"simple"), **more) + mail


def key_of(name):
    return RECORD if name == "s1._domainkey.nexway.example" else None


def test_a_good_signature_and_what_it_proves():
    found = check_dkim(signed(), key_of)
    assert (found.result, found.domain, found.selector, found.aligned) == ("valid", "nexway.example", "s1", True)
    assert "has not been changed since" in found.proves
    assert "whoever runs nexway.example sent it" in found.proves
    assert found.key_record == RECORD.decode()
    assert found.key_from == "given"
    assert found.signed_at is not None


def test_each_changed_byte_of_what_is_signed_breaks_it():
    raw = signed()
    start = raw.index(b"Your subscription")
    for place in range(start, len(raw) - 2):
        changed = bytearray(raw)
        changed[place] ^= 1
        assert check_dkim(bytes(changed), key_of).result == "broken"
    found = check_dkim(raw.replace(b"2026-12-20", b"2027-12-20"), key_of)
    assert "does not fit" in found.proves
    assert found.why


def test_signed_by_somebody_else_proves_only_that():
    found = check_dkim(signed(domain=b"bulk.example"), lambda _: RECORD)
    assert found.result == "valid"
    assert found.aligned is False
    assert "is of mail.nexway.example" in found.proves


def test_two_senders_are_not_one():
    raw = signed()
    forged = raw.replace(b"To: a@", b"From: boss@other.example\r\nTo: a@")
    assert from_domains(forged) == ("mail.nexway.example", "other.example")
    assert check_dkim(forged, key_of).result == "broken"
    both = signed(MAIL.replace(b"<orders@mail.nexway.example>", b"<o@mail.nexway.example>, x@other.example"))
    assert check_dkim(both, key_of).aligned is False


def test_no_key_and_no_signature_are_said():
    assert check_dkim(signed(), lambda _: None).result == "no_key"
    assert key_names(signed()) == ("s1._domainkey.nexway.example",)
    found = check_dkim(MAIL, key_of)
    assert (found.result, found.aligned) == ("none", None)
    assert "nothing in it shows who sent it" in found.proves


def test_the_best_of_several_signatures_counts():
    raw = dkim.sign(signed(), b"old", b"lists.example", PEM) + signed()
    assert check_dkim(raw, key_of).domain == "nexway.example"
    assert check_dkim(raw, key_of).result == "valid"


def dated(signed_at, expires_at):
    """A signature made by hand, since the library signs with today's time only."""
    body = MAIL.partition(b"\r\n\r\n")[2]
    bh = base64.b64encode(hashlib.sha256(body).digest()).decode()
    value = f"v=1; a=rsa-sha256; c=relaxed/simple; d=nexway.example; s=s1; t={signed_at}; x={expires_at}; "
    value += f"h=from:subject; bh={bh}; b="
    text = "from:Nexway <orders@mail.nexway.example>\r\nsubject:Auto-renewal is off\r\ndkim-signature:" + value
    b = base64.b64encode(KEY.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())).decode()
    return f"DKIM-Signature: {value}{b}\r\n".encode() + MAIL


@pytest.mark.parametrize(("signed_at", "expires_at"), [(946684800, 946771200), (4102444800, 4102531200)])
def test_expired_or_dated_ahead_it_still_fits(signed_at, expires_at):
    found = check_dkim(dated(signed_at, expires_at), key_of)
    assert (found.result, found.aligned) == ("valid", True)
    assert found.signed_at.timestamp() == signed_at
    assert f"The signer gives {found.signed_at:%Y-%m-%d}" in found.proves


def test_what_lies_outside_the_signature_is_named():
    raw = signed(include_headers=[b"From"])
    found = check_dkim(raw, key_of)
    assert found.result == "valid"
    assert "subject line is not part" in found.proves
    assert "date line is not part" in found.proves
    partial = check_dkim(signed(length=True), key_of)
    assert "Only the beginning" in partial.proves


@pytest.mark.parametrize(
    "record", [b"", b"v=DKIM1; p=", b"p=AAAA", b"\xff\xfe", b"v=DKIM1; k=unknown; p=AAAA", b"v=DKIM2; p=AAAA"]
)
def test_a_bad_key_is_no_crash(record):
    assert check_dkim(signed(), lambda _: record).result in {"broken", "no_key"}


@given(st.binary(max_size=300), st.integers(0, 600), st.sampled_from(["insert", "cut", "replace"]))
@settings(max_examples=60, deadline=None)
def test_any_mail_gives_a_finding(junk, place, how):
    raw = signed()
    place %= len(raw)
    changed = {
        "insert": raw[:place] + junk + raw[place:],
        "cut": raw[:place],
        "replace": raw[:place] + junk + raw[place + len(junk) :],
    }[how]
    assert check_dkim(changed, key_of).result in {"valid", "broken", "no_key", "none"}
    assert check_dkim(junk, key_of).result in {"broken", "no_key", "none"}
