"""Writes the signed confirmation mail of `unrenew demo` anew, and the record of the key it is signed with.

The key is made for this one mail and thrown away; so the files differ from run to run, and are written once.
"""

import base64
import time
from pathlib import Path

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

FOLDER = Path(__file__).parent.parent / "src" / "unrenew" / "samples" / "mail"
SIGNED_AT = 1793434445  # 31 October 2026, 08:14:05 UTC
DOMAIN, SELECTOR = "nexway.example", "demo"

MAIL = """From: Nexway customer service <service@nexway.example>
To: Alex Beispiel <alex@example.org>
Subject: Automatic renewal turned off (order 2D555BEE01X)
Date: Sat, 31 Oct 2026 09:14:05 +0100
Message-ID: <demo-2D555BEE01X@nexway.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Hello Alex Beispiel,

as you asked, the automatic renewal of Kaspersky Plus (order 2D555BEE01X) has been turned off.
Your subscription stays active until 24 November 2026 and will not be renewed.

Reference: CX-555-0142

This mail belongs to a demonstration. Seller, order and people are invented.
"""


def main() -> None:
    """Write mail and key record."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    raw = MAIL.replace("\n", "\r\n").encode()
    time.time = lambda: SIGNED_AT  # the library signs with the time of now
    headers = [b"from", b"to", b"subject", b"date", b"message-id"]
    signature = dkim.sign(raw, SELECTOR.encode(), DOMAIN.encode(), private, include_headers=headers)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "confirmation.eml").write_bytes(signature + raw)
    record = f"v=DKIM1; k=rsa; p={base64.b64encode(public).decode()}"
    (FOLDER / "confirmation.key").write_text(record, encoding="ascii")


if __name__ == "__main__":
    main()
