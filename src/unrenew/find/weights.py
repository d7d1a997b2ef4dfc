"""The weights of the confidence: written by `python -m bench.weigh`."""

BIAS = -18.7847
WEIGHTS: dict[str, float] = {
    "charges": -2.7076,
    "full": 2.8100,
    "scatter": 1.8085,
    "scatter_share": -0.5299,
    "evidence": 5.3963,
    "others": -3.4855,
    "like": -0.1529,
    "steady": 5.3164,
    "spread": -0.7869,
    "debit": 0.6921,
    "round": -2.7425,
    "short": -8.9669,
    "long": 0.6110,
    "long_steady": -1.9888,
    "long_scatter": -2.2197,
    "long_others": -1.3973,
    "full_short": 7.5583,
    "known": 8.3356,
    "says_subscription": 0.1806,
    "says_bill": 2.8527,
    "says_habit": -5.2888,
}
