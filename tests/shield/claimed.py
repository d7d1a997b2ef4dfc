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


def rows(table):
    """Return the rows of a table as lists of its columns."""
    return [[part.strip() for part in line.split(" | ")] for line in table.strip().splitlines()]
