"""How often something is paid, in the same words in every command."""

CADENCES = {
    "weekly": "every week",
    "biweekly": "every 2 weeks",
    "four_weekly": "every 4 weeks",
    "thirty_days": "every 30 days",
    "monthly": "every month",
    "bimonthly": "every 2 months",
    "quarterly": "every 3 months",
    "four_monthly": "every 4 months",
    "half_yearly": "every 6 months",
    "annual": "every year",
    "biennial": "every 2 years",
    "triennial": "every 3 years",
    None: "?",
}


def how_often(cadence: str | None) -> str:
    """Return the words for a cadence; a question mark where one charge is all there is."""
    return CADENCES[cadence]
