"""Notices go to a real web server on this machine; what is known of each after it went wrong."""

import socket
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

apprise = pytest.importorskip("apprise", reason="the extra `notices` is not installed")

from bench.receivers import free_port, web_server  # noqa: E402

from unrenew.errors import LockedError, NetError, NoAnswerError  # noqa: E402
from unrenew.model.notices import Notice  # noqa: E402
from unrenew.net import discreet_address, send_notice  # noqa: E402
from unrenew.net.handovers import Handover  # noqa: E402

NOTICE = Notice(title="Last day to cancel", text="Guard <59.99> & more\n\nNotice 3f9a2c1b", mark="3f9a2c1b")


@pytest.fixture
def told():
    """Everything in the order in which it happened."""
    return []


@pytest.fixture
def receiver(told):
    """A web server that answers with the status its path names, or hangs up without an answer."""

    def answer(handler, document):
        told.append((handler.headers["Idempotency-Key"], document["title"], document["message"]))
        return None if handler.path == "/gone" else int(handler.path.strip("/") or 200)

    with web_server(answer) as host:
        yield host


def test_a_web_receiver_gets_it_with_its_mark_after_the_handing_over_was_said(receiver, told):
    send_notice(f"json://{receiver}/", NOTICE, lambda: told.append("handing"))
    assert told == ["handing", ("3f9a2c1b", NOTICE.title, NOTICE.text)]


def test_a_mark_of_the_persons_own_is_left(receiver, told):
    send_notice(f"json://{receiver}/?+Idempotency-Key=mine", NOTICE)
    assert told[0][0] == "mine"


@pytest.mark.parametrize("status", [400, 401, 404, 413, 429, 500, 503])
def test_a_refusal_is_known_not_to_have_arrived(receiver, status):
    with pytest.raises(NetError, match=rf"not accepted \(error {status}\)") as error:
        send_notice(f"json://{receiver}/{status}", NOTICE)
    assert not isinstance(error.value, NoAnswerError)


@pytest.mark.parametrize("path", ["502", "504", "gone"])
def test_without_an_answer_of_its_own_nobody_knows(receiver, told, path):
    with pytest.raises(NoAnswerError, match="no answer came"):
        send_notice(f"json://{receiver}/{path}", NOTICE, lambda: told.append("handing"))
    assert told[0] == "handing"
    assert len(told) == 2, "and it is not tried again here"


def test_apprise_does_not_try_again_by_itself(receiver, told):
    with pytest.raises(NoAnswerError):
        send_notice(f"json://{receiver}/gone?retry=3", NOTICE)
    assert len(told) == 1


def test_where_nobody_listens_nothing_is_handed_over(told):
    with pytest.raises(NetError, match="could not be reached") as error:
        send_notice(f"json://127.0.0.1:{free_port()}/", NOTICE, lambda: told.append("handing"))
    assert not isinstance(error.value, NoAnswerError)
    assert told == []


def test_a_server_that_hangs_is_left_behind(told):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(NoAnswerError, match="no answer within"):
            send_notice(f"json://127.0.0.1:{silent.getsockname()[1]}/", NOTICE, lambda: told.append("x"), seconds=0.5)
    assert told == ["x"]


def test_nothing_leaves_where_the_handing_over_cannot_be_kept(receiver, told):
    def handing():
        raise LockedError("another unrenew is writing just now")

    with pytest.raises(LockedError):
        send_notice(f"json://{receiver}/", NOTICE, handing)
    assert told == []


def test_what_has_not_left_in_time_never_does(told):
    handover = Handover(lambda: told.append("handing"))
    with pytest.raises(NetError, match="no answer within 0 seconds") as error:
        handover.wait(0.0, where="json://slow.example")
    assert not isinstance(error.value, NoAnswerError)
    with pytest.raises(TimeoutError):
        handover.begin()
    assert told == []


def test_the_first_end_counts():
    handover = Handover(lambda: None)
    handover.begin()
    handover.settle(None)
    handover.settle(OSError("the goodbye failed"))
    handover.wait(0.0, where="")


@pytest.fixture
def other_way():
    """A service of Apprise that sends by something else than HTTP or mail, and how it goes."""
    from apprise.decorators import notify

    said = {"done": True}

    @notify(on="otherway")
    def send(*_args, **_more):
        return said["done"]

    return said


def test_where_it_goes_by_another_way_the_services_own_word_counts(other_way, told):
    send_notice("otherway://x", NOTICE, lambda: told.append("handing"))
    other_way["done"] = False
    with pytest.raises(NetError, match="not accepted") as error:
        send_notice("otherway://x", NOTICE, lambda: told.append("handing"))
    assert not isinstance(error.value, NoAnswerError)
    assert told == ["handing", "handing"]


@pytest.mark.parametrize("address", ["nosuchthing://x", "", "json://one.example, json://two.example"])
def test_an_address_that_is_none_or_two(address):
    with pytest.raises(NetError, match="not understood"):
        send_notice(address, NOTICE)


def test_secrets_stay_out_of_words():
    assert discreet_address("mailtos://me:secret@mail.example?to=x") == "mailtos://mail.example"
