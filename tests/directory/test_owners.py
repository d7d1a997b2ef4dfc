"""Whose a page is: the exact one that a fact gives, a sourced domain, or the host of a front page."""

from datetime import date

import pytest

from unrenew.directory import Directory
from unrenew.model.providers import Channel, Domain, Provider

READ = date(2026, 11, 1)
FACT = {"source": "https://www.acme.com/help", "evidence": "official", "read_on": READ}


def provider(name, **more):
    return Provider(schema="unrenew-provider/1", id=name, name=name.title(), kind="software", read_on=READ, **more)


@pytest.fixture
def directory():
    known = FACT | {"evidence": "known", "source": "none"}
    page = {"id": "web", "steps": ("Sign in",), **FACT}
    return Directory(
        (
            provider(
                "acme",
                homepage="https://www.acme.com/",
                domains=(Domain(name="acme.com", **known), Domain(name="acme.de", **known)),
                channels=(Channel(cancel_url="https://pages.host.example/acme/cancel", **page),),
            ),
            provider("zeta", domains=(Domain(name="zeta.com", **FACT),)),
            provider(
                "beta",
                homepage="https://beta.zeta.com/start",
                channels=(Channel(cancel_url="https://zeta.com/cancel-beta", **page),),
            ),
        )
    )


@pytest.mark.parametrize(
    ("kind", "value", "owner"),
    [
        ("url", "https://acme.com/anything", "acme"),  # no source says so, but its front page lies there
        ("url", "https://help.acme.com/x", "acme"),
        ("email", "Desk@Acme.com", "acme"),
        ("url", "https://acme.de/", None),  # known, without a source and without the front page
        ("url", "https://pages.host.example/acme/cancel/", "acme"),  # exactly the page of the facts
        ("url", "https://pages.host.example/other", None),
        ("url", "https://zeta.com/cancel-beta", "zeta"),  # a partner's page is the partner's
        ("url", "https://beta.zeta.com/start", "zeta"),
        ("url", "https://notacme.com/", None),
        ("url", "localhost", None),
    ],
)
def test_whose(directory, kind, value, owner):
    found = directory.find_contact(kind, value)
    assert (found and found.provider) == owner


def test_listed_is_exact(directory):
    assert directory.owners.listed("url", "http://www.acme.com").as_of == READ
    assert directory.owners.listed("url", "https://acme.com/anything") is None
    assert directory.owners.listed("email", "desk@acme.com") is None
