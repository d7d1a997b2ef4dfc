"""Sends a notice as a mail, with a Message-ID that stays.

Apprise reads the address; the mail is written here, since Apprise gives every mail a new Message-ID.
"""

import contextlib
import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, formataddr, localtime
from typing import Any

from unrenew.errors import NetError
from unrenew.model.notices import Notice
from unrenew.net.handovers import CHECK_ADDRESS, Handover


def is_plain_mail(plugin: Any) -> bool:
    """Tell whether it is an address of mail; where the text is to be encrypted too, that stays with Apprise."""
    is_encrypted = str(getattr(plugin, "pgp_mode", "no")) != "no" or getattr(plugin, "use_pgp", False)
    return type(plugin).__name__ == "NotifyEmail" and not is_encrypted


def send_mail(plugin: Any, notice: Notice, handover: Handover, *, where: str, seconds: float) -> None:
    """Send a mail to all its recipients or to none, with a Message-ID that stays: Apprise would make a new one."""
    try:
        with contextlib.closing(_connect(plugin, seconds)) as server:
            _greet(plugin, server)
            _accepted(server.mail(plugin.from_addr[1]))
            for recipient in (*(to for _, to in plugin.targets), *plugin.cc, *plugin.bcc):
                _accepted(server.rcpt(recipient))
            data = _mail_of(plugin, notice).as_bytes()
            handover.begin()
            _accepted(server.data(data))
            handover.settle(None)
            with contextlib.suppress(OSError):
                server.quit()
    except smtplib.SMTPResponseException as error:
        what = f"the mail server did not accept it (error {error.smtp_code})"
        raise NetError(what, where=where, hint=CHECK_ADDRESS) from error
    except (OSError, ValueError) as error:
        raise handover.failed(f"the mail could not be sent: {error}", where) from error


def _connect(plugin: Any, seconds: float) -> smtplib.SMTP:
    host, port = plugin.smtp_host, plugin.port
    if plugin.secure_mode == "ssl":
        return smtplib.SMTP_SSL(host, port, timeout=seconds, context=_context(plugin))
    return smtplib.SMTP(host, port, timeout=seconds)


def _greet(plugin: Any, server: smtplib.SMTP) -> None:
    if plugin.secure_mode == "starttls":
        server.starttls(context=_context(plugin))
    if plugin.user and plugin.password:
        server.login(plugin.user, plugin.password)
    server.ehlo_or_helo_if_needed()


def _context(plugin: Any) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not plugin.verify_certificate:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _accepted(answer: tuple[int, bytes]) -> None:
    if answer[0] not in {250, 251}:
        raise smtplib.SMTPResponseException(*answer)


def _mail_of(plugin: Any, notice: Notice) -> EmailMessage:
    name, address = plugin.from_addr
    mail = EmailMessage(policy=SMTP_POLICY)
    mail["Subject"] = notice.title
    mail["From"] = formataddr((name or "", address))
    mail["To"] = ", ".join(formataddr((name or "", to)) for name, to in plugin.targets)
    mail["Date"] = format_datetime(localtime())
    if notice.mark:
        mail["Message-ID"] = f"<{notice.mark}@{address.rpartition('@')[2]}>"
    said = {"Cc": ", ".join(plugin.cc), "Reply-To": ", ".join(plugin.reply_to), **plugin.headers}
    for header, value in said.items():
        if value and header not in mail:
            mail[header] = value
    mail.set_content(notice.text)
    return mail
