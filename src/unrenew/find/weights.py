"""The weights of the confidence: written by `python -m bench.weigh`."""

BIAS = -13.6206
WEIGHTS: dict[str, float] = {
    "charges": -4.7393,
    "full": 2.6537,
    "scatter": -0.5180,
    "scatter_share": 0.6232,
    "evidence": 7.0020,
    "others": -3.8913,
    "like": -0.6081,
    "steady": 5.2585,
    "spread": -0.3609,
    "debit": 0.5814,
    "round": -1.8916,
    "short": -1.3774,
    "long": 0.4315,
    "known": 0.0000,
    "says_subscription": 1.7458,
    "says_bill": 2.6035,
    "says_habit": -3.9630,
}
