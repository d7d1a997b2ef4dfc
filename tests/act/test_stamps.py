"""Time stamps, by an authority made for the test."""

import shutil
import subprocess

import pytest

from unrenew.act.stamps import is_doubtful, read_stamp, stamp_request
from unrenew.errors import EvidenceError

LINK = "ab" * 32
CONFIG = """
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = sha256
[v3_tsa]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[v3_ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[req]
distinguished_name = dn
[dn]
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    if (tool := shutil.which("openssl")) is None:
        pytest.skip("openssl is not on this machine")
    folder = tmp_path_factory.mktemp("tsa")
    (folder / "c.cnf").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    (folder / "serial").write_text("01\n", encoding="utf-8")

    def run(*words):
        subprocess.run([tool, *words], cwd=folder, check=True, capture_output=True)

    for name in ("ca", "tsa"):
        run("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", f"{name}.key")
    root = ("-x509", "-key", "ca.key", "-subj", "/CN=Test Root", "-days", "3650", "-extensions", "v3_ca")
    run("req", "-new", *root, "-config", "c.cnf", "-out", "ca.pem")
    run("req", "-new", "-key", "tsa.key", "-subj", "/CN=Test TSA", "-config", "c.cnf", "-out", "tsa.csr")
    sign = ("-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "2", "-days", "3650", "-extfile", "c.cnf")
    run("x509", "-req", "-in", "tsa.csr", *sign, "-extensions", "v3_tsa", "-out", "tsa.pem")

    def stamp(request):
        (folder / "q.tsq").write_bytes(request)
        answer = ("-queryfile", "q.tsq", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "r.tsr")
        run("ts", "-reply", "-config", "c.cnf", *answer)
        return (folder / "r.tsr").read_bytes()

    return stamp, (folder / "ca.pem").read_bytes(), (folder / "tsa.pem").read_bytes()


def test_a_stamp_over_an_item(authority):
    stamp, root, other = authority
    reply = stamp(stamp_request(LINK))
    found = read_stamp(reply, LINK)
    assert found.at is not None
    assert found.signed is None
    assert "the item existed at" in found.says
    assert read_stamp(reply, LINK, roots=[root]).signed is True
    wrong = read_stamp(reply, LINK, roots=[other])
    assert is_doubtful(wrong.says)
    assert not is_doubtful(found.says)
    assert not is_doubtful(read_stamp(reply, LINK, roots=[root]).says)
    assert wrong.signed is False
    assert "does NOT lead" in wrong.says
    with pytest.raises(EvidenceError, match="something else"):
        read_stamp(reply, "cd" * 32)


@pytest.mark.parametrize("reply", [b"", b"no stamp", b"\x30\x03\x02\x01\x02"])
def test_what_cannot_be_read_is_said(reply):
    found = read_stamp(reply, LINK, roots=[b"no certificate"])
    assert is_doubtful(found.says)
    assert found.at is None
    assert "kept as it came" in found.says
