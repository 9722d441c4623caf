"""Six ways down a ravine a hundred times as steep as long, laid along the axes and askew."""

import numpy as np

RATES = np.geomspace(0.001, 1, 61)[:, None]  # every way is tried at all of them
BETA, BETA2, TINY = 0.9, 0.999, 1e-8


# --8<-- [start:ways]
def plain(w, slope, s, t):
    return slope(w)


def momentum(w, slope, s, t):
    s["v"] = BETA * s["v"] + slope(w)
    return s["v"]


def nesterov(w, slope, s, t):
    gradient = slope(w)
    s["v"] = BETA * s["v"] + gradient
    return gradient + BETA * s["v"]


def adagrad(w, slope, s, t):
    gradient = slope(w)
    s["g2"] = s["g2"] + gradient**2
    return gradient / (np.sqrt(s["g2"]) + TINY)


def rmsprop(w, slope, s, t):
    gradient = slope(w)
    s["g2"] = 0.99 * s["g2"] + 0.01 * gradient**2
    return gradient / (np.sqrt(s["g2"]) + TINY)


def adam(w, slope, s, t):
    gradient = slope(w)
    s["v"] = BETA * s["v"] + (1 - BETA) * gradient
    s["g2"] = BETA2 * s["g2"] + (1 - BETA2) * gradient**2
    return (s["v"] / (1 - BETA**t)) / (np.sqrt(s["g2"] / (1 - BETA2**t)) + TINY)


# --8<-- [end:ways]
def steps_down(way, angle, most=1000):
    """The fewest steps, over all rates, after which the loss stays below a millionth of the first."""
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    H = turn.T @ np.diag([1.0, 100.0]) @ turn  # the loss is w·Hw / 2
    w, state = np.ones((len(RATES), 1)) * (turn.T @ [1.0, 0.3]), {"v": 0.0, "g2": 0.0}
    first, last_above = np.sum(w * (w @ H), 1), np.zeros(len(RATES), int)
    for step in range(1, most + 1):
        w = np.clip(w - RATES * way(w, lambda w: w @ H, state, step), -1e6, 1e6)
        last_above[np.sum(w * (w @ H), 1) > 1e-6 * first] = step
    return int(last_above.min()) + 1


found = {}
print("steps       straight  askew")
for way in (plain, momentum, nesterov, adagrad, rmsprop, adam):
    found[way.__name__] = [steps_down(way, angle) for angle in (0, np.pi / 4)]
    print(f"{way.__name__:10} {found[way.__name__][0]:8} {found[way.__name__][1]:7}")
