"""A letter to a mail that the mail program opens as a draft."""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from unrenew.act.wording import one_line
from unrenew.errors import InputError
from unrenew.model.letters import Letter, Party


def letter_eml(letter: Letter, *, attachments: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Return the mail with `X-Unsent: 1`: a mail program shows it as a draft, and nothing is sent by itself.

    Attachments are (file name, PDF bytes). Raises `InputError` where an address cannot be one.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = one_line(letter.subject)
    if letter.sender.email:
        mail["From"] = _address(letter.sender)
    if letter.to.email:
        mail["To"] = _address(letter.to)
    body = letter.text.partition("\n\n")[2] if letter.form == "email" else letter.text
    mail.set_content(body, cte="quoted-printable")
    for name, data in attachments:
        mail.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    if mail.is_multipart():
        mail.set_boundary("=_unrenew_part_boundary_=")  # fixed: the same letter gives the same bytes
    return mail.as_bytes()


def _address(party: Party) -> Address:
    try:
        return Address(display_name=one_line(party.name), addr_spec=party.email)
    except (ValueError, IndexError, AttributeError) as error:
        raise InputError(f"this cannot be a mail address: {party.email}") from error
