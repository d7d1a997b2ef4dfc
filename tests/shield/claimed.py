"""Sentences of guides and the verdict that a careful person gives, written before the code was asked.

A row: the provider that the guide is about, what the sentence speaks of, the verdict, the sentence, perhaps a country.
The verdict is about this provider's own facts; `unknown` also means that there is nothing here to judge.
"""

from datetime import date

from unrenew.model.providers import Channel, Provider, Refund

_DAY = date(2026, 11, 1)


def _refund(scope, plan, days, text, **more):
    page = "https://help.example.com/refunds"
    return Refund(scope=scope, plan=plan, days=days, text=text, source=page, evidence="official", read_on=_DAY, **more)


def _channel(name, *steps, **more):
    return Channel(
        id=name, steps=steps, source="https://help.example.com/end", evidence="official", read_on=_DAY, **more
    )


def _provider(name, kind, **more):
    return Provider(schema="unrenew-provider/1", id=name.lower().split()[0], name=name, kind=kind, read_on=_DAY, **more)


PROVIDERS = (
    _provider(
        "Acmeguard",
        "security",
        products=("Acmeguard Total Shield", "Acmeguard Plus"),
        refunds=(
            _refund("any", "annual", 60, "Annual plan: within 60 days of purchase or renewal"),
            _refund("first-purchase", "monthly", 14, "Monthly plan: within 14 days of purchase"),
            _refund("renewal", "monthly", 0, "Monthly renewals: none"),
        ),
        channels=(
            _channel(
                "acme-account",
                "Sign in",
                "Open My Subscriptions",
                "Turn off Auto-Renewal",
                access_until="period-end",
                success_status="Auto-Renewal: Off",
            ),
            _channel("care", "Ask customer care in chat or by phone"),
            _channel("paystore", "Use the order mail", partner="paystore"),
            _channel("boxmart", "Open the Boxmart locker", partner="boxmart"),
        ),
    ),
    _provider(
        "Borealis",
        "security",
        products=("Borealis Deep Tunnel",),
        refunds=(_refund("first-purchase", "any", 30, "30 days from the first order"),),
        channels=(_channel("account", "Sign in", "Cancel", access_until="period-end"),),
    ),
    _provider(
        "Cinela",
        "streaming",
        refunds=(_refund("any", "any", 0, "None"),),
        channels=(_channel("web-account", "Open Account", "Cancel Membership", access_until="period-end"),),
    ),
    _provider("Duskmail", "software", refunds=(_refund("any", "any", 30, "30 days"),)),
    _provider(
        "Elmtree",
        "software",
        refunds=(
            _refund("any", "any", 0, "Fees are not refundable"),
            _refund("any", "any", 14, "EU: 14 days", regions=("EU",)),
        ),
    ),
    _provider(
        "Fable",
        "audio",
        refunds=(_refund("any", "any", None, "Unused credits are lost when the membership ends"),),
        channels=(_channel("web", "Sign in", "Cancel Membership", access_until="at once"),),
    ),
    _provider(
        "Gymhold",
        "gym",
        channels=(
            _channel("letter", "Certified letter to the home club"),
            _channel("in-person", "Fill in the form at the front desk of the club"),
        ),
    ),
    _provider("Hushnote", "cloud", channels=(_channel("web", "Sign in", "Cancel"),)),
    _provider("Paystore", "billing-partner"),
    _provider("Riverpay", "billing-partner", status="wound-down", ended_on="2025-01"),
    _provider("Boxmart", "retailer"),
    _provider("App Store", "app-store", channel="app-store", aliases=("Apple",)),
)

REFUNDS = """
acmeguard | supported | There is a 60-day money-back guarantee for annual plans.
acmeguard | contradicted | There is a 30-day money-back guarantee for annual plans.
acmeguard | supported | Monthly plans can be refunded within 14 days of purchase.
acmeguard | contradicted | Monthly plans can be refunded within 30 days of purchase.
acmeguard | contradicted | Monthly renewals are refunded within 14 days.
acmeguard | supported | Monthly renewals are not refunded.
acmeguard | supported | There is no refund for monthly renewals.
acmeguard | contradicted | Acmeguard does not offer refunds on annual plans.
acmeguard | supported | Renewals of the yearly plan can be refunded within 60 days.
acmeguard | contradicted | Renewals of the yearly plan can be refunded within 14 days.
acmeguard | contradicted | Acmeguard offers a 45-day money-back guarantee.
acmeguard | supported | Acmeguard offers a 60-day money-back guarantee, no questions asked.
acmeguard | unknown | Acmeguard offers a 14-day money-back guarantee.
acmeguard | unknown | Many guides claim a 45-day refund, for monthly or yearly, who knows.
acmeguard | supported | It is a myth that Acmeguard gives a refund within 90 days.
acmeguard | contradicted | Acmeguard does not give a 60-day refund on annual plans.
acmeguard | unknown | Orders from the App Store are refunded within 90 days by Apple.
acmeguard | unknown | If you bought it from Boxmart, the refund period is 15 days.
acmeguard | unknown | The refund takes 5 to 7 days to show up on your card.
acmeguard | unknown | You will receive your refund within 10 business days.
acmeguard | unknown | No refunds are given if you did not ask in time.
acmeguard | unknown | No refund is possible after 90 days.
acmeguard | supported | After 60 days, annual plans can no longer be refunded.
acmeguard | contradicted | Annual plans cannot be refunded after 30 days.
acmeguard | unknown | I got no refund from Acmeguard even after 30 days.
acmeguard | unknown | Can I get a refund after 45 days?
acmeguard | supported | Annual plans: 60 days. Monthly plans: refund within 14 days.
acmeguard | contradicted | Refund policy: yearly plans 30 days.
borealis | supported | Borealis has a 30-day money-back guarantee.
borealis | supported | Borealis has a thirty-day money-back guarantee.
borealis | supported | You can get your money back for up to 30 days.
borealis | supported | A full refund is possible within one month of purchase.
borealis | contradicted | Borealis has a 45-day money back guarantee.
borealis | contradicted | Borealis has a forty-five-day money-back guarantee.
borealis | contradicted | A full refund is possible within two weeks of purchase.
borealis | unknown | Renewals are refunded within 45 days.
borealis | unknown | There are no refunds for renewals.
borealis | contradicted | Borealis does not offer refunds on new orders.
borealis | unknown | Acmeguard has a 60-day money-back guarantee.
borealis | supported | Unlike Acmeguard with its 60 days, Borealis gives refunds for 30 days.
borealis | contradicted | Unlike Acmeguard with its 60 days, Borealis gives refunds for 14 days.
borealis | supported | Borealis refunds within 30 days, while Acmeguard refunds within 60 days.
borealis | unknown | The free trial lasts 7 days.
borealis | unknown | Start with the 7-day free trial, after that no refund is given for it.
borealis | supported | The guarantee is 30 days, not 60 days as some say, for a full refund.
borealis | supported | Many guides claim a 60-day refund; that is wrong.
borealis | contradicted | Many guides claim a 30-day refund; that is wrong.
borealis | supported | Contrary to what you may read, the refund window is not 45 days.
borealis | unknown | You must give notice 45 days before the renewal to be safe.
borealis | unknown | Cancel at least 3 days before the next charge, or ask for a refund.
borealis | unknown | Your data is deleted 60 days after the refund.
borealis | unknown | Refunds reach your bank account in 5-10 working days.
borealis | unknown | EU customers have a statutory right of withdrawal of 14 days.
borealis | supported | 💰 **30-day** money-back guarantee
borealis | contradicted | 💰 **60-day** money-back guarantee
borealis | contradicted | If you cancel within 45 days of purchase, you qualify for a full refund.
borealis | supported | If you are not satisfied you can get a refund within 30 days.
borealis | unknown | My refund came after 12 days.
borealis | unknown | You have 45 days to download your files. Refunds depend on where you bought it.
cinela | contradicted | Cinela gives a full refund within 30 days.
cinela | supported | There are no refunds for the rest of the month.
cinela | supported | Cinela does not give refunds.
cinela | supported | Payments are non-refundable.
cinela | supported | Cinela has no refund policy and does not refund partial months.
cinela | unknown | No refund is given, but you can rejoin within 300 days.
cinela | contradicted | If you cancel within 14 days, you get your money back.
cinela | unknown | You lose nothing if you cancel 3 days before the renewal.
duskmail | unknown | You have 60 days to download your files.
duskmail | supported | You have 60 days to download your files. Refunds are possible within 30 days.
duskmail | unknown | The refund arrives within 10 business days.
duskmail | unknown | The free trial lasts 7 days. After it no refund is given.
duskmail | contradicted | Duskmail does not give a 30-day refund.
duskmail | contradicted | Duskmail gives no refunds.
duskmail | contradicted | Sorry, there are no refunds.
duskmail | contradicted | Full refund within 2 weeks.
duskmail | contradicted | Full refund within fourteen days.
duskmail | contradicted | Refund window: 14d.
duskmail | contradicted | Refund window: 48 hours.
duskmail | supported | Refund window: thirty (30) days.
duskmail | supported | Refunds: up to 30 calendar days after the purchase.
duskmail | supported | They have a thirty day money back guarantee as well.
duskmail | contradicted | Refunds are possible up to 8 weeks after purchase.
duskmail | contradicted | Renewals can be refunded within 60 days.
duskmail | supported | Monthly plans can be refunded within 30 days.
duskmail | unknown | Your account can be restored within 90 days, but no refund is given for that.
duskmail | unknown | Refund requests are answered within 3 days.
duskmail | unknown | The refund is issued within 14 days of your request.
duskmail | unknown | They process refunds in 7 days.
duskmail | unknown | Reminder: the renewal is charged 15 days before the term ends, with no refund link in the mail.
duskmail | unknown | Disputes at the bank can be raised for 120 days if the refund is refused.
duskmail | unknown | We asked for a refund and waited 21 days.
duskmail | unknown | Still no refund after 45 days!
duskmail | unknown | 500 people asked for a refund in 2026.
elmtree | unknown | Elmtree gives a refund within 14 days.
elmtree | supported | In the EU you can get a refund within 14 days.
elmtree | contradicted | In the EU you can get a refund within 30 days.
elmtree | contradicted | In the United States you can get a refund within 14 days.
elmtree | supported | Elmtree gives a refund within 14 days. | DE
elmtree | contradicted | Elmtree gives a refund within 30 days. | DE
elmtree | contradicted | Elmtree gives a refund within 14 days. | US
elmtree | unknown | Elmtree does not offer refunds.
elmtree | contradicted | Elmtree gives a refund within 60 days.
fable | unknown | Fable gives a refund within 60 days.
duskmail | supported | Duskmail bietet eine 30-tägige Geld-zurück-Garantie.
duskmail | contradicted | Duskmail bietet eine 14-tägige Geld-zurück-Garantie.
duskmail | contradicted | Duskmail bietet eine vierzehntägige Geld-zurück-Garantie.
duskmail | supported | Eine Rückerstattung ist innerhalb von dreißig Tagen nach dem Kauf möglich.
duskmail | contradicted | Eine Rückerstattung ist innerhalb von zwei Wochen nach dem Kauf möglich.
duskmail | contradicted | Innerhalb von 60 Tagen bekommst du dein Geld zurück.
duskmail | unknown | Die Rückerstattung kommt innerhalb von 10 Werktagen an.
duskmail | unknown | Die Erstattung dauert 5 bis 7 Tage.
duskmail | unknown | Die Kündigungsfrist beträgt 14 Tage, eine Erstattung ist Sache des Anbieters.
duskmail | unknown | Der Probezeitraum dauert 7 Tage, danach gibt es nichts zurück.
duskmail | contradicted | Es gibt keine Rückerstattung.
cinela | supported | Es gibt keine Rückerstattung für die restliche Laufzeit.
cinela | supported | Beiträge werden nicht erstattet.
acmeguard | supported | Jahresabos werden innerhalb von 60 Tagen erstattet.
acmeguard | contradicted | Monatsabos werden innerhalb von 30 Tagen nach dem Kauf erstattet.
borealis | supported | Viele Anleitungen nennen eine Geld-zurück-Frist von 60 Tagen, das ist falsch.
borealis | unknown | Bei Acmeguard bekommt man das Geld 60 Tage lang zurück.
duskmail | unknown | Als Verbraucher hast du ein Widerrufsrecht von 14 Tagen.
duskmail | supported | Duskmail propose une garantie satisfait ou remboursé de 30 jours.
duskmail | contradicted | Duskmail propose une garantie satisfait ou remboursé de 14 jours.
duskmail | contradicted | Le remboursement est possible sous quinze jours après l'achat.
duskmail | supported | Vous pouvez demander un remboursement dans un délai de trente jours après l'achat.
duskmail | unknown | Le remboursement arrive sous 10 jours ouvrés.
duskmail | unknown | Le remboursement apparaît sur votre compte dans les 5 jours.
duskmail | contradicted | Il n'y a pas de remboursement.
cinela | supported | Aucun remboursement n'est accordé.
cinela | supported | Cinela ne rembourse pas les mois entamés.
cinela | contradicted | Cinela rembourse intégralement dans les 30 jours suivant l'achat.
acmeguard | contradicted | Les abonnements mensuels sont remboursés dans les 30 jours suivant l'achat.
acmeguard | supported | Les abonnements annuels sont remboursés dans les 60 jours suivant l'achat.
borealis | supported | Beaucoup de guides parlent d'un remboursement sous 60 jours, c'est faux.
duskmail | unknown | L'essai gratuit dure 7 jours, sans remboursement ensuite.
duskmail | unknown | Le préavis est de 15 jours avant le renouvellement, sans quoi le remboursement est incertain.
duskmail | unknown | Le droit de rétractation est de 14 jours.
duskmail | supported | Duskmail ofrece una garantía de devolución de 30 días.
duskmail | contradicted | Duskmail ofrece una garantía de devolución de 15 días.
duskmail | supported | Tienes treinta días desde la compra para pedir el reembolso.
duskmail | contradicted | Reembolso completo dentro de los 14 días posteriores a la compra.
cinela | contradicted | Cinela devuelve el dinero si cancelas en un plazo de 30 días.
cinela | supported | No hay reembolsos.
cinela | supported | Cinela no ofrece reembolsos por meses parciales.
duskmail | contradicted | No se ofrecen reembolsos.
duskmail | unknown | El reembolso llega en 10 días hábiles.
duskmail | unknown | El reembolso tarda entre 5 y 7 días en aparecer.
duskmail | unknown | La prueba gratuita dura 7 días.
acmeguard | contradicted | Los planes mensuales se reembolsan dentro de los 30 días posteriores a la compra.
acmeguard | supported | Los planes anuales se reembolsan dentro de los 60 días posteriores a la compra.
borealis | unknown | A diferencia de Acmeguard, que da reembolso durante 60 días, aquí depende.
duskmail | supported | A Duskmail oferece garantia de reembolso de 30 dias.
duskmail | contradicted | A Duskmail oferece garantia de reembolso de 7 dias.
duskmail | contradicted | Reembolso total em até quatorze dias após a compra.
cinela | supported | Não há reembolso.
cinela | supported | A Cinela não oferece reembolsos.
duskmail | contradicted | A Duskmail não oferece reembolsos.
duskmail | unknown | O reembolso cai na conta em até 10 dias úteis.
duskmail | unknown | O teste grátis dura 7 dias.
acmeguard | contradicted | Os planos mensais têm reembolso em até 30 dias após a compra.
duskmail | supported | Duskmail offre una garanzia di rimborso di 30 giorni.
duskmail | contradicted | Duskmail offre una garanzia di rimborso di 14 giorni.
duskmail | supported | Puoi chiedere il rimborso entro trenta giorni dall'acquisto.
duskmail | contradicted | Rimborso completo entro due settimane dall'acquisto.
cinela | supported | Non sono previsti rimborsi.
cinela | supported | Cinela non offre rimborsi.
duskmail | contradicted | Duskmail non offre rimborsi.
duskmail | unknown | Il rimborso arriva entro 10 giorni lavorativi.
duskmail | unknown | La prova gratuita dura 7 giorni, poi niente rimborso.
acmeguard | supported | I piani annuali sono rimborsati entro 60 giorni dall'acquisto.
acmeguard | contradicted | I piani mensili sono rimborsati entro 60 giorni dall'acquisto.
duskmail | supported | Duskmail heeft een niet-goed-geld-teruggarantie van 30 dagen.
duskmail | contradicted | Volledige terugbetaling binnen 14 dagen na aankoop.
duskmail | contradicted | Je krijgt je geld terug binnen twee weken na aankoop.
duskmail | contradicted | Er is geen terugbetaling mogelijk.
cinela | supported | Cinela geeft geen geld terug.
duskmail | unknown | De terugbetaling duurt 5 tot 10 werkdagen.
duskmail | unknown | De proefperiode duurt 7 dagen.
duskmail | unknown | De opzegtermijn is 14 dagen, terugbetaling is niet zeker.
acmeguard | contradicted | Maandabonnementen worden binnen 30 dagen na aankoop terugbetaald.
duskmail | supported | Duskmail oferuje zwrot pieniędzy w ciągu 30 dni od zakupu.
duskmail | contradicted | Duskmail oferuje zwrot pieniędzy w ciągu 14 dni od zakupu.
cinela | supported | Cinela nie oferuje zwrotu pieniędzy.
duskmail | unknown | Zwrot pieniędzy trafia na konto w ciągu 10 dni roboczych.
duskmail | supported | Duskmail har 30 dagars pengarna-tillbaka-garanti.
duskmail | contradicted | Duskmail har 14 dagars pengarna-tillbaka-garanti.
cinela | supported | Cinela ger ingen återbetalning.
duskmail | contradicted | Duskmail har 14 dages pengene tilbage-garanti.
duskmail | supported | Duskmail har 30 dagers pengene-tilbake-garanti.
duskmail | contradicted | Duskmail gir ingen refusjon.
norton | contradicted | Monthly plans can be refunded within 30 days of purchase.
norton | supported | Monthly plans can be refunded within 14 days.
norton | supported | Annual plans: refund within 60 days, monthly plans: refund within 14 days.
mcafee | contradicted | First purchases can be refunded within 60 days.
mcafee | supported | First purchases can be refunded within 30 days.
mcafee | contradicted | Renewals can be refunded within 30 days.
mcafee | supported | Renewals can be refunded within 60 days.
mcafee | unknown | McAfee renews 30 days before the term ends.
surfshark | supported | Surfshark refunds within one month.
surfshark | contradicted | Surfshark has a 60-day money-back guarantee.
nordvpn | contradicted | NordVPN has a 14-day money-back guarantee.
nordvpn | unknown | Surfshark has 30 days of money-back guarantee.
kaspersky | contradicted | Kaspersky usually offers a 60-day money-back guarantee for annual plans.
kaspersky | supported | Kaspersky offers a 30-day money-back guarantee.
evernote | supported | Annual subscribers can ask for a refund within 60 days of payment, monthly ones within 20 days.
evernote | contradicted | Monthly subscribers can ask for a refund within 30 days of payment.
totalav | supported | TotalAV refunds annual plans within 30 days and monthly plans within 14 days.
netflix | supported | Netflix does not refund partial months.
adobe | supported | You get a full refund if you cancel within 14 days of your first purchase.
zoom | unknown | Zoom refunds new purchases within 14 days.
"""

TRAPS = """
acmeguard | supported | Acmeguard has a generous 60-day refund policy on all yearly subscriptions.
acmeguard | contradicted | With a yearly subscription you get your money back for 90 days, no strings attached.
acmeguard | supported | If you pay monthly, you can request a refund up to 14 days after buying.
acmeguard | unknown | Refund timelines vary from 7 to 14 days depending on your bank.
acmeguard | unknown | To be eligible for a refund, contact support at least 2 days before the charge.
acmeguard | supported | Refunds are only available for annual plans within 60 days.
acmeguard | unknown | Don't wait 60 days for the refund, ask at once.
borealis | supported | 30-day money-back guarantee: yes
borealis | contradicted | Refund period: 7 days
borealis | contradicted | You are entitled to a full refund as long as you cancel within the first 14 days.
borealis | supported | You're eligible for a full refund as long as you cancel within the first 30 days.
borealis | supported | After the 30-day window closes, no refund is possible for anyone.
borealis | unknown | We have been reviewing software for 15 years and never asked for a refund.
borealis | unknown | The whole thing took 10 minutes and the refund was there 3 days later.
borealis | unknown | Your bank can take up to 10 days to post the refund.
borealis | unknown | Allow up to 14 days for the refund to process.
borealis | unknown | It takes one month until the refund is visible.
borealis | unknown | Acmeguard: 60-day guarantee; ask their support for your money.
borealis | unknown | Remember the 7 days free trial, refunds do not apply to it.
borealis | contradicted | Borealis verspricht eine 45-Tage-Geld-zurück-Garantie.
borealis | supported | Borealis verspricht eine 30-Tage-Geld-zurück-Garantie ohne Wenn und Aber.
borealis | supported | Wenn du nicht zufrieden bist, bekommst du innerhalb von 30 Tagen dein Geld zurück.
borealis | unknown | Das Geld ist nach 5 Tagen wieder auf dem Konto, so schnell war die Erstattung.
borealis | unknown | Bis die Erstattung auf deinem Konto ist, können 14 Tage vergehen.
borealis | supported | Si vous n'êtes pas satisfait, vous êtes remboursé sous 30 jours.
borealis | contradicted | Vous avez 15 jours pour vous faire rembourser après l'achat.
borealis | unknown | Comptez 7 jours pour que le remboursement soit visible.
borealis | supported | Si no estás satisfecho, tienes 30 días para pedir el reembolso.
borealis | contradicted | Garantía de reembolso: 45 días.
borealis | unknown | El dinero vuelve a tu tarjeta en unos 7 días tras el reembolso.
borealis | supported | Se non sei soddisfatto hai 30 giorni per chiedere il rimborso.
borealis | contradicted | Garanzia di rimborso: 14 giorni
borealis | unknown | Ci vogliono circa 7 giorni perché il rimborso sia visibile.
borealis | supported | Ben je niet tevreden, dan krijg je binnen 30 dagen na aankoop je geld terug.
borealis | contradicted | Geld-terug-garantie: 14 dagen
borealis | unknown | Het kan 7 dagen duren voordat de terugbetaling zichtbaar is.
borealis | supported | Se não estiver satisfeito, pode pedir o reembolso no prazo de 30 dias.
borealis | contradicted | Garantia de reembolso: 7 dias
borealis | unknown | Pode levar 7 dias para o reembolso aparecer.
cinela | supported | Cinela doesn't offer refunds or credits for partial months.
cinela | supported | All charges are final and non-refundable.
cinela | supported | Keine Erstattung bereits gezahlter Beiträge.
cinela | contradicted | Cinela offers a prorated refund within 7 days of the charge.
cinela | supported | You cannot get a refund through this site, only through Cinela.
cinela | unknown | Nobody at Cinela calls you about a refund.
duskmail | unknown | Duskmail will never ask for your card number for a refund.
duskmail | unknown | Do not pay anybody for a refund.
duskmail | unknown | Never call a number that promises a refund.
duskmail | unknown | Removing the app does not give you a refund.
duskmail | unknown | Cancelling does not refund past charges.
duskmail | unknown | Cancelling alone does not give you a refund.
duskmail | unknown | Turning off renewal does not trigger a refund.
duskmail | unknown | Deleting your account does not mean a refund.
duskmail | unknown | The refund is not automatic.
duskmail | unknown | You won't get a refund unless you ask.
duskmail | unknown | Kündigen allein bringt keine Erstattung.
duskmail | unknown | Résilier ne donne pas droit à un remboursement.
duskmail | unknown | Cancelar no da derecho a un reembolso.
duskmail | unknown | Scammers offer a refund within 24 hours.
duskmail | unknown | My card was charged 3 days ago and there is no refund.
duskmail | unknown | The support agent said there is no refund.
duskmail | unknown | Is there really no refund?
duskmail | contradicted | Unfortunately Duskmail offers no refunds.
duskmail | contradicted | There is no money-back guarantee.
duskmail | supported | There is a 30-day money-back guarantee, not a 60-day one.
duskmail | supported | Refunds: 30 days (first order and renewals alike).
duskmail | unknown | If you subscribed through Google Play, you have 48 hours for a refund.
duskmail | unknown | Google Play: 2 days refund window.
duskmail | unknown | On iPhone, Apple decides on refunds within 48 hours.
duskmail | unknown | PayPal disputes can be opened for 180 days if no refund comes.
duskmail | unknown | Your card issuer lets you dispute it within 120 days if the refund is refused.
duskmail | unknown | They promised a refund in 3 days but nothing came.
duskmail | unknown | She was refunded after 12 days.
duskmail | unknown | He got his money back within 2 days.
duskmail | unknown | Users report a refund within 5 days.
duskmail | unknown | The 14-day cooling-off period gives you a refund by law.
duskmail | unknown | As an EU consumer you may withdraw within 14 days and get a refund.
duskmail | unknown | Updated 3 days ago: how to get a refund.
duskmail | unknown | Read time: 2 minutes. Refund tips from 10 days of testing.
acmeguard | supported | Yearly customers: request your refund inside 60 days from the renewal.
acmeguard | contradicted | Yearly customers: request your refund inside 30 days from the renewal.
acmeguard | contradicted | Annual subscriptions are not refundable.
acmeguard | supported | You can claim a refund on an annual plan for two months after the charge.
acmeguard | contradicted | Refunds on monthly plans are possible for 60 days.
acmeguard | unknown | Refunds on the family plan are possible for 10 days.
acmeguard | unknown | The renewal notice comes 30 days before the charge; after that ask for a refund.
acmeguard | unknown | Acmeguard charges 35 days before the term ends, so a refund may be needed.
acmeguard | unknown | If the charge is older than 90 days, ask your bank instead of a refund.
acmeguard | unknown | Charged 3 times in 10 days? Ask for a refund.
borealis | unknown | Refund status: pending for 5 days means the bank is slow.
borealis | unknown | Keep your receipt for 90 days in case the refund does not come.
borealis | unknown | Watch your statement for 60 days to see that the refund came.
borealis | unknown | Check your card statement over the next 14 days for the refund.
borealis | unknown | Within 2 days you get a mail that confirms the refund.
borealis | unknown | Support answers within 24 hours; ask them for the refund.
borealis | unknown | Wait 48 hours, then ask for the refund again.
borealis | unknown | A refund request is closed after 7 days without an answer.
borealis | unknown | Refund requests must include a receipt not older than 60 days.
borealis | unknown | The refund link expires after 7 days.
borealis | unknown | The promo code is valid 14 days and cannot be refunded.
borealis | unknown | Try Borealis for 7 days; if you do not like it, cancel and no refund is needed.
borealis | unknown | Borealis sells 1-month, 12-month and 24-month plans with refund rules.
borealis | unknown | A 24-month plan costs less, with the same refund guarantee.
borealis | supported | All plans, from one month to 2 years, come with a 30-day money-back guarantee.
borealis | supported | Their 1-month plan comes with a 30-day refund too.
borealis | unknown | Hotels and flights are refunded within 14 days.
borealis | unknown | The Consumer Rights Act gives 14 days for a refund.
borealis | contradicted | Money back: within 90 days of purchase, full amount.
borealis | contradicted | Get a refund any time in the first 90 days.
borealis | supported | Get a refund any time in the first 30 days.
borealis | unknown | Google refunds app purchases within 48 hours.
borealis | unknown | Some resellers give 14 days for a refund.
borealis | unknown | In the past the refund window was 14 days.
borealis | unknown | Until 2020 the money-back guarantee was 14 days.
borealis | unknown | The old 14-day money-back guarantee no longer applies.
borealis | unknown | Formerly 14 days, the guarantee now gives a refund for longer.
borealis | contradicted | Die Geld-zurück-Garantie gilt 14 Tage ab Kauf.
borealis | supported | Die Geld-zurück-Garantie gilt 30 Tage ab Kauf.
borealis | unknown | Früher betrug die Geld-zurück-Frist 14 Tage.
borealis | unknown | Prüfe 60 Tage lang deine Kontoauszüge, ob die Erstattung kam.
borealis | unknown | Nach 8 Wochen geht die Lastschrift nicht mehr zurück, dann hilft nur die Erstattung.
borealis | unknown | Du kannst die Lastschrift innerhalb von 8 Wochen zurückbuchen lassen und bekommst dein Geld zurück.
borealis | unknown | You can reverse the direct debit at your bank within 8 weeks and get your money back.
borealis | unknown | Vous pouvez contester le prélèvement pendant 8 semaines auprès de votre banque et être remboursé.
borealis | unknown | Puedes devolver el recibo en el banco durante 8 semanas y recuperar tu dinero.
borealis | unknown | Your bank gives you 120 days for a chargeback, a kind of refund.
borealis | unknown | PayPal gives you 180 days to ask for your money back.
borealis | contradicted | La garantie de remboursement est de 14 jours.
borealis | supported | La garantie de remboursement est de trente jours.
borealis | contradicted | Tienes dos semanas para solicitar la devolución del dinero.
borealis | contradicted | Você tem 14 dias para solicitar o reembolso após a compra.
borealis | supported | Hai 30 giorni di tempo per ottenere il rimborso.
borealis | contradicted | Je hebt 14 dagen de tijd om je geld terug te vragen.
borealis | supported | Masz 30 dni na zwrot pieniędzy.
cinela | supported | No refunds are given for unused days.
cinela | supported | Netflix-like services, and Cinela too, do not refund.
cinela | unknown | If you are charged by mistake, Cinela refunds you within 7 days.
cinela | contradicted | Cinela hat eine 14-tägige Geld-zurück-Garantie.
cinela | supported | Cinela bietet keine Rückerstattungen an.
cinela | supported | Les paiements ne sont pas remboursables.
cinela | supported | Los pagos no son reembolsables.
cinela | supported | I pagamenti non sono rimborsabili.
cinela | supported | Betalingen worden niet terugbetaald.
cinela | supported | Os pagamentos não são reembolsáveis.
cinela | supported | Zahlungen sind nicht erstattungsfähig.
duskmail | contradicted | Zahlungen sind nicht erstattungsfähig.
duskmail | contradicted | Los pagos no son reembolsables.
duskmail | unknown | Domain names are non-refundable.
duskmail | unknown | Setup fees are non-refundable.
duskmail | unknown | The deposit is not refunded.
duskmail | unknown | Gift cards are non-refundable.
duskmail | unknown | Taxes and shipping are not refunded.
duskmail | unknown | Used licences are not refunded.
duskmail | unknown | Bundles bought in shops are not refunded.
borealis | contradicted | Refund window — 90 days
borealis | supported | Refunds available: Yes, 30 days
borealis | unknown | Pros: 30 days. Cons: none.
borealis | contradicted | Money back if you cancel in two weeks? No: you have 60 days for a refund.
borealis | supported | Every new customer can test it for 30 days and then get the money back.
borealis | unknown | Borealis and Acmeguard both give refunds within 60 days.
borealis | unknown | Compared with Acmeguard's 60 days for a refund, that is short.
borealis | unknown | Acmeguard, on the other hand, refunds within 60 days.
borealis | supported | Borealis, on the other hand, refunds within 30 days of purchase.
borealis | unknown | Its rival Acmeguard has a refund period of 60 days. They refund by card.
borealis | contradicted | Refund policy: You have 60 days from purchase.
borealis | unknown | The fee is refunded to members of more than 90 days.
borealis | unknown | For the first 90 days you pay half, no refund thereafter.
borealis | contradicted | A refund is available for 3 months from the date of purchase.
borealis | unknown | A refund is available for unopened boxes within 90 days.
borealis | unknown | Refunds for hardware: 90 days.
borealis | unknown | Refund for business customers: 14 days.
borealis | unknown | Refunds by bank transfer take longer, up to 28 days.
borealis | unknown | Expect the refund in 30 to 45 days.
borealis | unknown | Expect your refund within 45 days.
borealis | unknown | The money is refunded within 60 days after we get your letter.
borealis | unknown | Your refund will be there within 45 days.
borealis | unknown | We will refund you within 14 days.
borealis | unknown | Rückerstattung erfolgt innerhalb von 14 Tagen.
borealis | unknown | Die Rückerstattung erfolgt binnen 14 Tagen nach Eingang des Widerrufs.
borealis | unknown | Le remboursement est effectué sous 14 jours.
borealis | unknown | El reembolso se realiza en un plazo de 14 días.
borealis | unknown | Il rimborso viene effettuato entro 14 giorni.
borealis | unknown | De terugbetaling gebeurt binnen 14 dagen.
borealis | unknown | O reembolso é feito em até 14 dias.
borealis | unknown | Die Bank hat 14 Tage Zeit für die Rückerstattung.
borealis | unknown | Rechnungen sind 14 Tage nach Erhalt fällig, Erstattungen werden verrechnet.
borealis | unknown | Das Angebot gilt 14 Tage, Rückerstattung ausgeschlossen.
borealis | contradicted | Du hast 14 Tage Zeit, um eine Rückerstattung zu verlangen.
borealis | contradicted | Fordere dein Geld innerhalb von 14 Tagen nach der Bestellung zurück.
borealis | supported | Fordere dein Geld innerhalb von 30 Tagen nach der Bestellung zurück.
borealis | supported | Sie können innerhalb eines Monats nach dem Kauf eine Erstattung beantragen.
borealis | supported | Vous disposez d'un mois après l'achat pour demander un remboursement.
borealis | supported | Dispones de un mes desde la compra para pedir el reembolso.
borealis | contradicted | Dispones de 2 meses desde la compra para pedir el reembolso.
borealis | contradicted | Avete 60 giorni dall'acquisto per chiedere il rimborso.
borealis | contradicted | U kunt tot 60 dagen na aankoop uw geld terugvragen.
borealis | supported | Tem 30 dias após a compra para pedir o dinheiro de volta.
borealis | supported | Im ersten Monat gibt es das Geld zurück, genauer: 30 Tage Geld-zurück-Garantie.
borealis | unknown | Bei Jahresabos von Acmeguard gilt eine Geld-zurück-Garantie von 60 Tagen.
borealis | unknown | Anders als Acmeguard mit 60 Tagen Geld-zurück-Garantie.
borealis | unknown | Bei der Verlängerung gibt es 14 Tage lang Geld zurück.
borealis | unknown | Le délai est de 14 jours en cas de renouvellement pour un remboursement.
borealis | unknown | Nutzer melden 60 Tage bis zur Rückerstattung.
borealis | supported | Nein, 60 Tage stimmt nicht: Borealis gibt 30 Tage Geld-zurück-Garantie.
borealis | unknown | Ob Borealis nach 60 Tagen Geld zurück gibt, ist offen.
borealis | unknown | Maybe Borealis gives a refund even after 60 days.
borealis | unknown | Sometimes support grants a refund up to 60 days after purchase.
borealis | unknown | Support may make an exception and refund you up to 60 days later.
borealis | unknown | Ask politely and you could get a refund even 45 days after buying.
borealis | unknown | It would be nice to have a 60-day money-back guarantee.
borealis | unknown | There used to be a 60-day money-back guarantee.
borealis | unknown | Look for a VPN with a 45-day money-back guarantee instead.
borealis | unknown | Most VPNs have a 45-day money-back guarantee.
borealis | unknown | Other VPNs give 45 days for a refund.
borealis | unknown | Better services offer a 60-day refund.
borealis | unknown | The competition offers a 60-day money-back guarantee.
borealis | unknown | Andere Anbieter geben 45 Tage Geld-zurück-Garantie.
borealis | unknown | D'autres VPN offrent une garantie de remboursement de 45 jours.
borealis | unknown | Otros servicios ofrecen una garantía de reembolso de 45 días.
borealis | unknown | Altri servizi offrono una garanzia di rimborso di 45 giorni.
borealis | unknown | Andere aanbieders hebben 45 dagen geld-terug-garantie.
borealis | unknown | Outros serviços oferecem garantia de reembolso de 45 dias.
duskmail | unknown | If Duskmail gave no refunds, nobody would buy it.
duskmail | supported | Do they offer no refunds? They do, for 30 days.
duskmail | unknown | Bad services offer no refunds.
duskmail | unknown | Other services do not offer refunds.
duskmail | unknown | A service that offers no refunds is suspect.
duskmail | supported | You do get a refund, within 30 days.
duskmail | supported | You do not lose your money: refunds are given for 30 days.
duskmail | unknown | No refund has been paid to you until the mail says so.
duskmail | unknown | No refund is needed when you cancel in the trial.
duskmail | unknown | There is no need to pay for a refund.
duskmail | unknown | There is no phone number for refunds.
duskmail | unknown | No call is needed for a refund.
duskmail | unknown | No refund without the order number.
duskmail | unknown | Kein Geld zurück ohne Bestellnummer.
duskmail | unknown | Pas de remboursement sans facture.
borealis | unknown | Borealis refund status can be checked online for 60 days.
borealis | unknown | Refund? Call within 24 hours or lose it!
borealis | unknown | The charge of 59.99 was made 3 days ago, so a refund is still possible.
borealis | supported | The charge was made 3 days ago, and refunds are possible for 30 days.
borealis | contradicted | Our 60 day 100% money back guarantee covers Borealis.
borealis | contradicted | Cancel anytime in 60 days and get 100% of your money back.
borealis | supported | If 30 days are over, write to support and ask for a refund anyway.
borealis | unknown | More than 30 days ago? Then a refund is unlikely.
borealis | supported | Refunds are granted only in the first 30 days.
borealis | supported | Only purchases of the last 30 days are refunded.
borealis | unknown | No refund was ever easier: two clicks and 3 days of patience.
borealis | unknown | To get the refund, reply to the mail within 7 days.
borealis | unknown | Send the box back in 10 days to get your money back.
borealis | unknown | Refund amounts depend on the days used: 20 days used means one third back.
borealis | unknown | Borealis keeps the refund form open 24 hours a day, 7 days a week.
borealis | unknown | Our refund hotline is open 7 days a week.
borealis | unknown | 24/7 refund line, 365 days a year.
borealis | unknown | Refunds in 30 minutes, 7 days a week!
borealis | unknown | Call for a refund: open 6 days a week.
borealis | unknown | Die Erstattungs-Hotline ist 7 Tage die Woche da.
borealis | unknown | Le service remboursement est ouvert 7 jours sur 7.
borealis | unknown | El servicio de reembolsos abre los 7 días de la semana.
borealis | unknown | Il servizio rimborsi è aperto 7 giorni su 7.
borealis | unknown | De terugbetalingslijn is 7 dagen per week open.
borealis | unknown | Within 3 days of the call we refund you.
borealis | unknown | A refund usually lands within 3 to 10 days.
borealis | unknown | Save 70% on a 2-year plan plus 3 months free, with refund guarantee.
borealis | supported | Save 70% on a 2-year plan plus 3 months free, with a 30-day money-back guarantee.
borealis | unknown | Renewal mails come 14 days ahead, the refund page is linked there.
borealis | unknown | The card will be charged after the 7 day trial and refunds are limited.
borealis | unknown | You are charged 15 days before expiry and can ask for a refund then.
borealis | unknown | In some countries the refund window is 14 days.
borealis | unknown | In Brasilien gilt eine Frist von 7 Tagen für die Rückerstattung.
borealis | unknown | The law in Brazil gives 7 days for a refund.
borealis | unknown | Under Article 49 you have 7 days to ask for a refund.
borealis | unknown | EU law: 14 days refund.
borealis | unknown | By EU law you have 14 days to get a refund.
borealis | unknown | Nach EU-Recht hast du 14 Tage für eine Rückerstattung.
borealis | unknown | La loi vous donne 14 jours pour un remboursement.
borealis | unknown | La ley te da 14 días para pedir un reembolso.
borealis | unknown | La legge ti dà 14 giorni per il rimborso.
borealis | unknown | De wet geeft 14 dagen voor terugbetaling.
borealis | unknown | A lei dá 7 dias para o reembolso.
borealis | unknown | Pelo Código de Defesa do Consumidor você tem 7 dias para reembolso.
cinela | unknown | The refund number is not working.
duskmail | unknown | Refunds cannot be made by phone.
duskmail | unknown | The refund button is not available on phones.
duskmail | unknown | No refund scam will ever name your order number.
duskmail | unknown | Not a refund expert? Read on.
duskmail | unknown | There is no refund button.
duskmail | unknown | We are not Duskmail and give no refunds.
duskmail | unknown | This site offers no refunds, it is only a guide.
duskmail | unknown | We do not offer refunds ourselves.
duskmail | unknown | Refunds are not possible with cash.
duskmail | unknown | Refunds are not given twice.
duskmail | unknown | Refunds are not available in the app.
duskmail | unknown | Refunds are not available for Android.
duskmail | contradicted | Refunds are not available.
duskmail | contradicted | Note that refunds are not offered.
duskmail | unknown | Duskmail offers no refunds by cheque.
borealis | unknown | Die Bearbeitung der Rückerstattung nimmt 14 Tage in Anspruch.
borealis | unknown | Nach 14 Tagen war das Geld noch nicht zurück.
borealis | unknown | Melde dich innerhalb von 14 Tagen, falls die Rückerstattung ausbleibt.
borealis | unknown | Innerhalb von 14 Tagen vor Ablauf kannst du noch kündigen, eine Erstattung gibt es dann nicht.
borealis | unknown | Laut Verbraucherzentrale hast du 14 Tage für die Rückerstattung.
borealis | unknown | Dein Guthaben verfällt nach 60 Tagen, wenn du keine Erstattung verlangst.
borealis | supported | Die ersten 30 Tage sind durch die Geld-zurück-Garantie abgedeckt.
borealis | contradicted | Die ersten 14 Tage sind durch die Geld-zurück-Garantie abgedeckt.
borealis | unknown | Die Kündigung ist 14 Tage vor der Verlängerung nötig, sonst bleibt nur die Erstattung.
borealis | unknown | Erstattungen dauern bei Kreditkarten bis zu 14 Tage.
borealis | unknown | Les remboursements prennent jusqu'à 14 jours.
borealis | unknown | Si le remboursement n'arrive pas dans les 14 jours, relancez-les.
borealis | unknown | Vous serez remboursé sous 14 jours.
borealis | unknown | La demande de remboursement est traitée sous 48 heures.
borealis | unknown | Résiliez 14 jours avant l'échéance, sinon pas de remboursement.
borealis | contradicted | Borealis rembourse pendant 60 jours après l'achat.
borealis | unknown | L'essai de 7 jours est gratuit et n'ouvre droit à aucun remboursement.
borealis | unknown | Gardez la preuve pendant 60 jours en cas de remboursement.
borealis | unknown | Si el reembolso no llega en 14 días, escribe otra vez.
borealis | unknown | Recibirás el reembolso en 14 días.
borealis | unknown | La solicitud de reembolso se revisa en 48 horas.
borealis | unknown | Cancela 14 días antes de la renovación, si no, no hay reembolso.
borealis | unknown | Te devolverán el dinero en 14 días.
borealis | contradicted | Tienes 60 días de garantía de devolución del dinero.
borealis | supported | Tienes 30 días de garantía de devolución del dinero.
borealis | unknown | O reembolso leva 14 dias para cair.
borealis | unknown | Se o reembolso não chegar em 14 dias, fale com o suporte.
borealis | unknown | Cancele 14 dias antes da renovação, senão não há reembolso.
borealis | unknown | Você receberá o reembolso em 14 dias.
borealis | unknown | Se il rimborso non arriva entro 14 giorni, scrivi di nuovo.
borealis | unknown | Riceverai il rimborso in 14 giorni.
borealis | unknown | Disdici 14 giorni prima del rinnovo, altrimenti niente rimborso.
borealis | unknown | La richiesta di rimborso viene esaminata in 48 ore.
borealis | contradicted | Hai 60 giorni per essere rimborsato.
borealis | unknown | Je krijgt de terugbetaling binnen 14 dagen.
borealis | unknown | Als de terugbetaling na 14 dagen niet komt, bel je bank.
borealis | unknown | Zeg 14 dagen voor de verlenging op, anders geen terugbetaling.
borealis | unknown | De aanvraag voor terugbetaling wordt binnen 48 uur bekeken.
borealis | contradicted | Binnen 60 dagen na aankoop kun je een terugbetaling vragen.
duskmail | unknown | Ohne Quittung keine Rückerstattung.
duskmail | unknown | Keine Rückerstattung bei Käufen im App Store.
duskmail | unknown | Bei Geschenkkarten gibt es keine Rückerstattung.
duskmail | unknown | Aucun remboursement pour les cartes cadeaux.
duskmail | unknown | No hay reembolso para tarjetas regalo.
duskmail | unknown | Non c'è rimborso per le carte regalo.
duskmail | unknown | Geen terugbetaling voor cadeaubonnen.
duskmail | unknown | Ich habe keine Rückerstattung bekommen.
duskmail | unknown | Je n'ai reçu aucun remboursement.
duskmail | unknown | No recibí ningún reembolso.
duskmail | unknown | Non ho ricevuto alcun rimborso.
duskmail | unknown | Er kam keine Rückerstattung.
duskmail | unknown | Ich bekam keine Erstattung.
duskmail | contradicted | Duskmail gibt kein Geld zurück.
duskmail | contradicted | Duskmail n'offre aucun remboursement.
duskmail | contradicted | Duskmail no ofrece ningún reembolso.
duskmail | contradicted | Duskmail non offre alcun rimborso.
duskmail | contradicted | Duskmail biedt geen terugbetaling.
duskmail | contradicted | A Duskmail não oferece nenhum reembolso.
"""
"""Five sets, each made when those before came out right, and before its first run: 16, 21, 34, 15 and 4 were wrong."""

MISSED = """
borealis | contradicted | After the 7-day trial you have another 60 days for a full refund.
borealis | supported | Borealis offers a risk-free 30-day trial period backed by a money-back guarantee.
acmeguard | contradicted | Acmeguard refuses refunds after 7 days on annual plans.
borealis | supported | The refund window was raised from 14 to 30 days.
duskmail | supported | It is not true that Duskmail gives no refunds: you have 30 days to ask for one.
"""
"""What a careful person understands and the program does not: it must say that it does not know."""

OTHERS = """
acmeguard | product | supported | Acmeguard sells Acmeguard Plus and other plans.
acmeguard | product | supported | You can end Acmeguard Total Shield there too.
acmeguard | product | contradicted | Your Acmeguard Deep Tunnel plan ends with it.
acmeguard | product | unknown | Your Acmeguard Silver Fox plan ends with it.
acmeguard | product | unknown | **Acmeguard Support:**
acmeguard | product | unknown | - **Acmeguard Support:**
acmeguard | product | unknown | Acmeguard is an antivirus service.
acmeguard | product | unknown | - Acmeguard is a good choice
acmeguard | product | unknown | Acmeguard Account Page
acmeguard | product | unknown | Sign in to your Acmeguard Account and open Acmeguard Help.
acmeguard | product | unknown | Kündigen Sie Ihr Acmeguard Konto.
acmeguard | reseller | supported | If you bought through Paystore, use their page.
acmeguard | reseller | supported | If you bought from Boxmart, cancel in the Boxmart locker.
acmeguard | reseller | contradicted | Orders from Riverpay are cancelled on their page.
acmeguard | reseller | supported | Do not go to Riverpay, it is bankrupt.
acmeguard | reseller | supported | Riverpay no longer exists.
acmeguard | reseller | supported | Riverpay ist insolvent.
acmeguard | reseller | supported | Riverpay a fait faillite.
acmeguard | reseller | unknown | Acmeguard is not sold by Boxmart.
acmeguard | reseller | unknown | You cannot cancel it through Paystore.
borealis | reseller | unknown | If you bought from Boxmart, cancel there.
mcafee | reseller | supported | If you bought from Dell, cancel in the Dell Digital Locker.
acmeguard | access | supported | You keep access until the end of the billing period.
acmeguard | access | supported | Your protection runs on until the end of the paid term.
acmeguard | access | contradicted | Access ends at once.
acmeguard | access | contradicted | You lose access immediately when you cancel.
acmeguard | access | supported | You do not lose access immediately.
acmeguard | access | contradicted | Der Zugang endet sofort.
acmeguard | access | supported | Du kannst den Dienst bis zum Ende der Laufzeit nutzen.
acmeguard | access | contradicted | L'accès prend fin immédiatement.
acmeguard | access | supported | Vous gardez l'accès jusqu'à la fin de la période payée.
acmeguard | access | supported | Conservas el acceso hasta el final del período de facturación.
acmeguard | access | contradicted | Pierdes el acceso de inmediato.
acmeguard | access | supported | Mantieni l'accesso fino alla fine del periodo pagato.
acmeguard | access | supported | Você mantém o acesso até o fim do período pago.
acmeguard | access | contradicted | De toegang stopt meteen.
acmeguard | access | supported | Je houdt toegang tot het einde van de betaalde periode.
acmeguard | access | unknown | Sign in immediately if you lose access to your mail.
acmeguard | access | unknown | If you take a refund, access ends at once.
fable | access | supported | Access ends immediately.
fable | access | contradicted | You can listen until the end of the billing period.
hushnote | access | unknown | Access ends immediately.
fable | credits | contradicted | Your unused credits stay in your account after you cancel.
fable | credits | supported | Unused credits are lost when you cancel.
fable | credits | supported | You will lose your credits.
fable | credits | supported | Nicht genutzte Guthaben verfallen bei der Kündigung.
fable | credits | supported | Vous perdez vos crédits inutilisés.
fable | credits | unknown | Use your credits before you cancel.
fable | credits | supported | You do not keep your credits.
hushnote | credits | unknown | Your credits stay in your account.
acmeguard | way | supported | You can cancel by phone.
acmeguard | way | contradicted | You cannot cancel by phone.
acmeguard | way | supported | Cancel in the live chat.
acmeguard | way | unknown | You can cancel by letter.
gymhold | way | supported | You can cancel by certified letter.
gymhold | way | supported | Send a letter to the club to cancel.
gymhold | way | supported | Kündigen Sie per Brief.
gymhold | way | supported | Résiliez par courrier recommandé.
gymhold | way | supported | You can cancel in person at the front desk.
gymhold | way | unknown | You can cancel Gymhold by phone.
acmeguard | way | supported | Sie können telefonisch kündigen.
acmeguard | way | supported | Puedes cancelar por teléfono.
acmeguard | way | supported | Puoi disdire per telefono.
acmeguard | page | supported | Open "My Subscriptions" and go on.
acmeguard | page | supported | Öffnen Sie „My Subscriptions“.
acmeguard | page | supported | Ouvrez « My Subscriptions ».
acmeguard | page | contradicted | Go to "My Membership".
acmeguard | status | supported | The renewal status will read "Auto-Renewal: Off".
acmeguard | status | unknown | The status will show "Goodbye forever".
"""

OTHER_TRAPS = """
acmeguard | access | supported | After that, your devices stay protected until your current plan expires.
acmeguard | access | supported | Premium features remain active until the billing cycle ends.
acmeguard | access | unknown | Cancel at least a day before the end of the billing period.
acmeguard | access | unknown | You have until the end of the month to decide.
acmeguard | access | unknown | Save your confirmation immediately.
acmeguard | access | unknown | If you delete your account, you lose access immediately.
acmeguard | access | unknown | Removing the payment method does not end the service at once.
acmeguard | access | unknown | Cancel immediately to stop the next charge of the subscription.
acmeguard | access | unknown | Contact support immediately if your subscription is charged again.
acmeguard | access | unknown | In the free trial, access ends immediately.
acmeguard | access | supported | The service will not stop immediately; it runs until the end of the paid period.
acmeguard | access | contradicted | As soon as you confirm, your membership ends immediately.
acmeguard | access | unknown | Will I lose access immediately?
acmeguard | access | supported | Ihr Abo läuft bis zum Ende der Laufzeit weiter.
acmeguard | access | contradicted | Ihr Abo endet sofort.
acmeguard | access | supported | Ihr Abo endet nicht sofort.
acmeguard | access | supported | Votre abonnement reste actif jusqu'à la fin de la période.
acmeguard | access | supported | Tu suscripción sigue activa hasta el final del periodo.
acmeguard | access | contradicted | Tu suscripción termina inmediatamente.
acmeguard | access | supported | L'abbonamento resta attivo fino alla fine del periodo.
acmeguard | access | supported | Sua assinatura continua até o fim do período.
acmeguard | access | supported | Je abonnement blijft actief tot het einde van de periode.
acmeguard | access | unknown | Der Sofortzugang ist ein anderes Produkt.
fable | credits | unknown | Credits are added every month.
fable | credits | contradicted | Do not worry, you will not lose your credits.
fable | credits | supported | Spend your credits first, or they are lost.
fable | credits | contradicted | Ihre Guthaben bleiben erhalten.
fable | credits | contradicted | Vos crédits sont conservés.
fable | credits | supported | Tus créditos se pierden y no se recuperan.
fable | credits | unknown | Do you lose your credits?
fable | credits | unknown | Credit cards expire too.
fable | credits | unknown | The credit card on file is lost or expired.
fable | files | unknown | Your files stay in your account.
acmeguard | way | unknown | Call your bank by phone and cancel the card.
acmeguard | way | unknown | There is no need to cancel by phone.
acmeguard | way | unknown | Scammers tell you to cancel by phone.
acmeguard | way | unknown | You do not have to cancel by phone.
acmeguard | way | supported | Cancellation is also possible over the phone.
acmeguard | way | supported | Cancelar por teléfono también es posible.
acmeguard | way | supported | Résilier par téléphone est possible.
acmeguard | way | unknown | Cancel in the app.
gymhold | way | supported | Die Kündigung muss schriftlich erfolgen.
gymhold | way | supported | Disdici con raccomandata: per raccomandata va sempre bene.
gymhold | way | supported | Opzeggen kan aan de balie.
acmeguard | product | supported | - Acmeguard Plus
acmeguard | product | supported | - Acmeguard Total Shield (yearly)
acmeguard | product | unknown | Open Acmeguard Settings and go on.
acmeguard | product | unknown | Acmeguard Deutschland GmbH sells it.
acmeguard | product | unknown | Ask the Acmeguard Team.
acmeguard | product | unknown | Acmeguard Premium costs more.
acmeguard | product | unknown | How to cancel Acmeguard Subscription Online
acmeguard | product | unknown | Acmeguard Review 2026
acmeguard | reseller | unknown | Paystore does not sell Acmeguard.
acmeguard | reseller | contradicted | Open the Riverpay portal and cancel there.
acmeguard | reseller | contradicted | If you ordered via Riverpay, do not forget your order number.
acmeguard | reseller | supported | Riverpay went out of business in 2025.
acmeguard | reseller | supported | Riverpay ist pleite.
acmeguard | reseller | supported | Riverpay quebró; Riverpay ya no existe.
acmeguard | reseller | unknown | Apple phones are nice.
acmeguard | reseller | unknown | Subscribed through the App Store? Cancel there.
acmeguard | page | supported | Klicken Sie auf „Turn off Auto-Renewal“.
acmeguard | page | supported | Haga clic en «My Subscriptions».
acmeguard | page | unknown | Click "Goodbye".
acmeguard | status | supported | The page will show "Auto-Renewal: Off".
acmeguard | status | unknown | A pop-up says "Are you sure?".
"""
"""Made when the table before came out right, before the code was asked: it then missed 14 of them."""


def rows(table):
    """Return the rows of a table as lists of its columns."""
    return [[part.strip() for part in line.split(" | ")] for line in table.strip().splitlines()]
