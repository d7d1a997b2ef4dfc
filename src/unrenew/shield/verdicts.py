"""Contacts to verdicts: official, unknown or planted, with reasons."""

from unrenew.directory import Directory
from unrenew.model.contacts import Contact, Screening, Verdict
from unrenew.shield.contacts import Found, find_contacts
from unrenew.shield.phones import FICTIONAL, is_fiction
from unrenew.shield.publishing import anybody_writes_there, middleman
from unrenew.shield.scenes import Scene
from unrenew.shield.signs import Sign, signs_of_link, signs_of_phone

DIAL_OUT = "for calling it yourself only: a caller can show any number"


def screen(text: str, directory: Directory, regions: tuple[str, ...] = ()) -> Screening:
    """Return every contact of a text with its verdict. The directory alone makes a contact official."""
    found = find_contacts(text, regions)
    if not found.contacts:
        return Screening()
    return judge_all(found, directory)


def judge_all(found: Found, directory: Directory) -> Screening:
    """Return the verdict on each contact found, and how hostile the text is."""
    scene = Scene(found, directory)
    verdicts = _together(tuple(judge(contact, scene) for contact in found.contacts))
    return Screening(verdicts=verdicts, hostile=_hostility(verdicts, scene))


def judge(contact: Contact, scene: Scene) -> Verdict:
    """Return what we think of one contact. What the directory lists is official, whatever the text does with it."""
    if contact.kind == "phone":
        return _official(contact, scene.directory) or _judge_phone(contact, scene)
    if contact.kind in {"url", "email"}:
        return _judge_link(contact, scene)
    return Verdict(contact=contact, reasons=("a messenger handle: no provider in the directory uses it",))


def _official(contact: Contact, directory: Directory, *, exact: bool = False) -> Verdict | None:
    """Return the verdict on what the directory lists; `exact`: only if it lists this address, not the site alone."""
    if contact.kind == "messenger":
        return None
    find = directory.owners.listed if exact else directory.find_contact
    known = find(contact.kind, contact.value)
    if known is None:
        return None
    name = directory.providers[known.provider].name
    reasons = [f"{name} lists it (source {known.source}, read {known.as_of})"]
    if contact.kind == "phone":
        reasons.append(DIAL_OUT)
    return Verdict(
        contact=contact,
        word="official",
        of=known.provider,
        as_of=str(known.as_of),
        source=known.source,
        reasons=tuple(reasons),
    )


def _judge_phone(contact: Contact, scene: Scene) -> Verdict:
    signs = signs_of_phone(contact, scene)
    quoted = len(contact.spans) <= 2 and any(scene.warns_near(start, end) for start, end in contact.spans[:1])
    if quoted:
        return Verdict(contact=contact, reasons=("the text itself warns about it", *(sign.words for sign in signs)))
    if _enough(signs) and scene.asks_to_call(contact):
        return Verdict(contact=contact, word="planted", reasons=tuple(sign.words for sign in signs))
    reasons = [sign.words for sign in signs] + ["no provider in the directory lists it"]
    if is_fiction(contact.value):
        reasons.append(FICTIONAL)
    return Verdict(contact=contact, reasons=tuple(reasons))


def _enough(signs: list[Sign]) -> bool:
    """Tell whether there are two independent signs or more, at least one of them about the contact itself."""
    return len({sign.family for sign in signs}) >= 2 and any(sign.own for sign in signs)


def _judge_link(contact: Contact, scene: Scene) -> Verdict:
    host = contact.host
    open_to_all = anybody_writes_there(host, contact.value)
    web = contact.kind == "email" or contact.value.startswith(("http://", "https://"))
    if web and contact.shown is None and "not the host" not in " ".join(contact.ways):
        official = _official(contact, scene.directory, exact=open_to_all is not None)
        if official:
            return official
    signs = signs_of_link(contact, scene)
    if _enough(signs):
        return Verdict(contact=contact, word="planted", reasons=tuple(sign.words for sign in signs))
    reasons = [sign.words for sign in signs]
    paid = middleman(host)
    if paid:
        reasons.append(paid)
    reasons.append(open_to_all or "no provider in the directory lists it")
    return Verdict(contact=contact, reasons=tuple(reasons))


def _together(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Accuse a messenger handle too where it is the same number as one that is accused."""
    planted = {v.contact.value for v in verdicts if v.word == "planted" and v.contact.kind == "phone"}
    return tuple(
        Verdict(contact=v.contact, word="planted", reasons=("a messenger for a planted number",))
        if v.contact.kind == "messenger" and v.contact.value.partition(":")[2] in planted
        else v
        for v in verdicts
    )


def _hostility(verdicts: tuple[Verdict, ...], scene: Scene) -> float:
    """Return 0 for a text without a sign, towards 1 the more planted contacts and signs it has."""
    planted = sum(v.word == "planted" for v in verdicts)
    signs = max((len(v.reasons) for v in verdicts if v.word == "planted"), default=0)
    phones = any(v.contact.kind == "phone" and v.word != "official" for v in verdicts)
    mild = (0.1 * scene.pushes + 0.1 * min(scene.baits, 3) + (0.2 if scene.styled else 0.0)) if phones else 0.0
    if not planted:
        return round(min(0.45, mild), 2)
    return round(min(1.0, 0.6 + 0.08 * signs + 0.04 * planted + mild / 5), 2)
