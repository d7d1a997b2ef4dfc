"""The weights of the confidence: written by `python -m bench.weigh`."""

BIAS = -12.0341
WEIGHTS: dict[str, float] = {
    "charges": 0.4514,
    "full": 4.3066,
    "scatter": -0.2602,
    "evidence": 1.5373,
    "others": -0.3564,
    "steady": 1.6223,
    "spread": -0.1848,
    "debit": 3.4241,
    "round": -1.8439,
    "short": -2.3740,
    "long": -0.7007,
    "says_subscription": 4.1399,
    "says_bill": 2.6869,
    "says_habit": -4.2666,
}
