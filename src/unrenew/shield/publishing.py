"""Sites where anybody can publish, and services that take money to cancel."""

import re

_ANYBODYS = frozenset(
    # sites, blogs and shops that anybody makes; files and pages that anybody stores
    "sites.google.com docs.google.com drive.google.com forms.google.com groups.google.com calendar.google.com"
    " script.google.com meet.google.com photos.google.com maps.google.com colab.research.google.com"
    " lookerstudio.google.com datastudio.google.com translate.google.com chromewebstore.google.com forms.gle"
    " googleusercontent.com googleapis.com translate.goog appspot.com web.app firebaseapp.com run.app"
    " blogspot.com blogger.com wordpress.com weebly.com wixsite.com wixstudio.com editorx.io webflow.io"
    " netlify.app vercel.app pages.dev workers.dev herokuapp.com onrender.com glitch.me replit.app repl.co surge.sh"
    " fly.dev render.com azurewebsites.net windows.net azurefd.net cloudfront.net amazonaws.com github.io gitlab.io"
    " gitbook.io readthedocs.io godaddysites.com jimdosite.com strikingly.com carrd.co tilda.ws yolasite.com"
    " myshopify.com square.site bigcartel.com mystrikingly.com ucraft.net site123.me webador.com 000webhostapp.com"
    " notion.site notion.so coda.io airtable.com canva.site canva.link figma.site framer.website"
    " framer.app super.site softr.app bubbleapps.io lovable.app"
    # forms, calendars, lists of links
    " typeform.com jotform.com surveymonkey.com tally.so wufoo.com formstack.com cognitoforms.com hsforms.com"
    " hubspotpagebuilder.com hs-sites.com forms.office.com forms.microsoft.com forms.cloud.microsoft sway.office.com"
    " sway.cloud.microsoft calendly.com cal.com youcanbook.me linktr.ee beacons.ai bio.link lnk.bio allmylinks.com"
    " about.me solo.to campsite.bio msha.ke taplink.cc"
    # files, notes, meetings
    " onedrive.live.com 1drv.ms sharepoint.com teams.live.com dropboxusercontent.com paper.dropbox.com docsend.com"
    " wetransfer.com we.tl mega.nz mediafire.com box.com pastebin.com rentry.co telegra.ph justpaste.it"
    " scribd.com issuu.com slideshare.net calameo.com fliphtml5.com anyflip.com share.evernote.com share.icloud.com"
    " facetime.apple.com discussions.apple.com apps.apple.com podcasts.apple.com music.apple.com books.apple.com"
    " testflight.apple.com answers.microsoft.com techcommunity.microsoft.com express.adobe.com spark.adobe.com"
    " indd.adobe.com xd.adobe.com adobesign.com myportfolio.com behance.net"
    " buy.stripe.com donate.stripe.com checkout.stripe.com invoice.stripe.com paypal.me venmo.com cash.app ko-fi.com"
    " buymeacoffee.com gofundme.com open.spotify.com podcasters.spotify.com creators.spotify.com anchor.fm"
    " spotify.link"
    # social sites, forums, questions
    " medium.com tumblr.com reddit.com redd.it quora.com facebook.com fb.com fb.me instagram.com threads.net"
    " twitter.com"
    " x.com pinterest.com tiktok.com vk.com weibo.com youtu.be discord.com discord.gg discordapp.com telegram.me t.me"
    " wa.me mixcloud.com bandcamp.com trustpilot.com sitejabber.com stackoverflow.com stackexchange.com"
    " gitlab.com bitbucket.org atlassian.net statuspage.io trello.com freshdesk.com helpscoutdocs.com gist.github.com"
    " githubusercontent.com notion.com ghost.io beehiiv.com livejournal.com wattpad.com goodreads.com meetup.com"
    " eventbrite.com change.org".split()
)
"""Hosts on which, and below which, every page may be a stranger's."""
_BELOW = frozenset(
    "github.com zendesk.com intercom.help substack.com squarespace.com typeform.com hubspot.com helpdocs.io"
    " wix.com shopify.com"
    " tumblr.com patreon.com gumroad.com teachable.com kajabi.com thinkific.com podia.com bigcartel.com"
    " service-now.com salesforce.com force.com my.site.com freshservice.com uservoice.com canny.io clickfunnels.com"
    " mailchimpsites.com constantcontact.com activehosted.com getresponse.com kit.com lpages.co"
    " unbouncepages.com".split()
)
"""Hosts below which each name is a customer's; the host itself is its owner's."""
_RESERVED = frozenset(
    "www support help docs account accounts login my app apps manage billing secure blog status about"
    " developers de en fr"
    " es it pt nl".split()
)
"""Names below such a host that its owner keeps."""
_ZOOM = r"/(?:j|s|w|p|u|my|rec|wc|clips|launch|meeting|webinar|postattendee|share)(?:/|$)"
_SOMEBODYS = {
    "zoom.us": _ZOOM,
    "zoom.com": _ZOOM,
    "events.zoom.us": "/",
    "paypal.com": r"/(?:[a-z]{2}/)?(?:paypalme|invoice/p|donate|ncp|cgi-bin|pools|qrcodes|instantcommerce"
    r"|checkoutnow|webapps/hermes)",
    "evernote.com": r"/(?:shard|pub|l|client|rw)(?:/|$)",
    "dropbox.com": r"/(?:s|sh|scl|l|t|transfer|request|paper|sign)/",
    "acrobat.adobe.com": r"/(?:link|id|[a-z]+/link)(?:/|$)",
    "documentcloud.adobe.com": r"/(?:link|spodintegration)",
    "canva.com": r"/(?:design|link|brand|[a-z]{2,5}(?:_[a-z]{2})?/design)/",
    "figma.com": r"/(?:file|design|proto|community|board|slides|deck|make|@)",
    "linkedin.com": r"/(?:in|company|posts|pulse|groups|feed|school|showcase|jobs|newsletters|events|redir"
    r"|safety/go|video|pub)(?:/|$)",
    "strava.com": r"/(?:athletes|clubs|activities|routes|segments|posts|challenges)/",
    "duolingo.com": r"/(?:profile|u|classroom|forum|comment)/",
    "skillshare.com": r"/(?:[a-z]{2}/)?(?:classes|profile|user|r|projects|lists)/",
    "coursera.org": r"/(?:user|share|learner)/",
    "substack.com": r"/(?:@|profile|home/post|pub|note|inbox/post|redirect)",
    "tinder.com": r"/@",
    "ancestry.com": r"/(?:family-tree|boards|profile|community)/",
    "deezer.com": r"/(?:[a-z]{2}/)?(?:playlist|profile|show|episode|track|album|artist)/",
    "crunchyroll.com": r"/(?:user|forum)",
    "stripe.com": r"/(?:pay|b)/",
    "link.com": r"/(?:pay|b)/",
    "icloud.com": r"/(?:iclouddrive|photos|sharedalbum|notes|attachment|keynote|pages|numbers|reminders"
    r"|freeform|shortcuts)/",
    "google.com": r"/(?:url|amp|maps|search|share|imgres|sites|document|forms|spreadsheets|presentation)(?:[/?#]|$)",
    "play.google.com": r"/store/(?!account)",
    "live.com": r"/(?:redir|share|meet)",
    "office.com": r"/(?:r|e|g|pages)/",
    "teams.microsoft.com": r"/(?:l|meet|share)/",
    "outlook.office.com": r"/(?:bookwithme|book|owa/calendar)",
    "outlook.office365.com": r"/(?:bookwithme|book|owa/calendar)",
    "xbox.com": r"/(?:[a-z]{2}-[a-z]{2}/)?(?:play/user|profile|clubs)",
    "cleverbridge.com": r"/\d+/(?:purl|p)",
    "masterclass.com": r"/(?:@|community)",
    "hulu.com": r"/party",
    **{
        f"amazon.{top}": r"/(?:[^/]+/)?(?:dp|gp/(?:product|profile|aw|redirect)|shop|review|stores|hz/wishlist"
        r"|clouddrive/share|photos/share|exec)(?:/|$)"
        for top in "com co.uk de fr it es nl ca com.au co.jp in se pl com.br com.mx".split()
    },
}
"""Of hosts that speak for their owner otherwise: the paths at which anybody's pages, files, meetings and bills are."""
_OWN = {
    "youtube.com": r"/(?:paid_memberships|purchases|account|premium|musicpremium|kids|tv|about|t"
    r"|howyoutubeworks)?(?:[/?#]|$)",
    "github.com": r"/(?:settings|login|logout|pricing|features|contact|about|security|account|password_reset"
    r"|enterprise|site)?(?:[/?#]|$)",
    "patreon.com": r"/(?:settings|login|policy|about|pricing|portal|home|signup)?(?:[/?#]|$)",
    "soundcloud.com": r"/(?:pages|you|settings|login|logout|signin|checkout|go|terms-of-use|upload"
    r"|subscriptions)?(?:[/?#]|$)",
}
"""Of hosts on which every other path is somebody's: the paths that are the owner's."""
_FORUMS = frozenset("community communities forum forums discuss discussions answers board boards".split())
"""Names of hosts on which a firm lets its customers write."""
_FREE_MAIL = re.compile(
    r"^(?:g(?:oogle)?mail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac"
    r"|proton(?:mail)?|pm|gmx|web|mail|yandex|zoho|tutanota|tuta|fastmail|qq|163|126|substack)"
    r"\.[a-z.]{2,7}$"
)
SHORT = frozenset(
    "bit.ly bitly.com tinyurl.com goo.gl t.co is.gd v.gd cutt.ly rb.gy ow.ly shorturl.at rebrand.ly t.ly tiny.cc"
    " lnkd.in buff.ly s.id shorturl.asia amzn.to adobe.ly aka.ms bl.ink short.io dub.sh tr.ee youtu.be 1drv.ms"
    " forms.gle maps.app.goo.gl photos.app.goo.gl we.tl qr.ae git.io page.link app.link onelink.me trib.al dlvr.it"
    " soo.gd clck.ru vk.cc u.to".split()
)
"""Hosts of short addresses that lead elsewhere."""
_REDIRECT = re.compile(
    r"[?&#/](?:url|u|q|to|dest|target|redirect(?:_?ur[il])?|next|goto|link|return|continue)=(?:https?(?::|%3A)"
    r"|www\.|//|%2F%2F)",
    re.IGNORECASE,
)
_MIDDLEMEN = frozenset(
    "donotpay.com rocketmoney.com truebill.com trimm.com asktrim.com aboalarm.de"
    " volders.de kuendigung.org kuendigung.de smartkuendigen.de vertragslotse.com"
    " resilier.com resiliation.com demarchesadministratives.fr jechange.fr"
    " xpendy.com xpendy.nl opzeggen.nl opzegservice.nl unsubby.com subby.io"
    " scribeless.co expresscancel.com postclic.com resilie.com papernest.com".split()
)
_SHORTENED = "a shortened address: where it leads is not shown"
_PUBLISHED = "anybody can publish on this site"
_PATHS = {host: re.compile(path, re.IGNORECASE) for host, path in (_SOMEBODYS | _OWN).items()}
_DEEP = 6
_CODE = ("javascript:", "vbscript:", "data:")


def anybody_writes_there(host: str, address: str) -> str | None:
    """Say why a host does not speak for its owner, or None where it does."""
    above = _above(host)
    if address.startswith(_CODE):
        return "a link that runs code or holds a page of its own: it leads to nobody's site"
    if "@" in address and "://" not in address:
        if _FREE_MAIL.match(host):
            return "a free mailbox that anybody can open"
        return "anybody can have an address there" if _is_customers(above) else None
    if not SHORT.isdisjoint(above):
        return _SHORTENED
    if "=" in address and _REDIRECT.search(address):
        return "the address sends the reader on to another one"
    if not _ANYBODYS.isdisjoint(above) or _is_customers(above) or host.partition(".")[0] in _FORUMS:
        return _PUBLISHED
    return _PUBLISHED if _is_somebodys(above, address) else None


def _above(host: str) -> list[str]:
    """Return a host and the names that it lies on, the shortest last."""
    labels = host.removeprefix("www.").split(".")[-_DEEP:]
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def _is_customers(above: list[str]) -> bool:
    """Tell whether a host is a customer's name below a host of many."""
    for place, name in enumerate(above[1:], 1):
        if name in _BELOW:
            return above[place - 1].partition(".")[0] not in _RESERVED
    return False


def _is_somebodys(above: list[str], address: str) -> bool:
    """Tell whether the path of an address leads to what one of the users of a host has made."""
    rest = address.partition("://")[2]
    path = rest[len(rest.partition("/")[0].partition("?")[0].partition("#")[0]) :] or "/"
    whole = above[0].removeprefix("m.").removeprefix("music.") if above else ""
    if whole in _OWN:
        return _PATHS[whole].match(path) is None
    pattern = next((_PATHS[name] for name in above if name in _SOMEBODYS), None)
    return pattern is not None and pattern.match(path) is not None


def middleman(host: str) -> str | None:
    """Say that a site takes money for cancelling what can be cancelled without it, or None."""
    name = host.removeprefix("www.")
    if name in _MIDDLEMEN:
        return "a paid middleman: it takes money for a cancellation that is free at the provider"
    return None
