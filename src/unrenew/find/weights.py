"""The weights of the confidence: written by `python -m bench.weigh`."""

BIAS = -14.3989
WEIGHTS: dict[str, float] = {
    "charges": -3.4141,
    "full": 4.6433,
    "scatter": -0.6439,
    "scatter_share": 0.7353,
    "evidence": 5.7310,
    "others": -4.3168,
    "like": 0.7458,
    "steady": 5.2800,
    "spread": -0.4681,
    "debit": 0.2889,
    "round": -2.3648,
    "short": -2.1202,
    "long": 0.8155,
    "known": 0.0000,
    "says_subscription": 2.3576,
    "says_bill": 2.5901,
    "says_habit": -3.7146,
}
