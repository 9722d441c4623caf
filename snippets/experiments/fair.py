"""Two groups, one score that means the same in both, and two rates of false alarm."""

import numpy as np

rng = np.random.default_rng(0)
N = 200_000
BASES = {"A": 0.5, "B": 0.25}  # how often the thing that is predicted happens


def rates(base, threshold=0.5, blur=1.0):
    """Everyone’s score is their true chance: calibrated. Who is above the threshold is flagged."""
    log_odds = np.log(base / (1 - base)) + rng.normal(0, blur, N)
    chance = 1 / (1 + np.exp(-log_odds))
    happened = rng.random(N) < chance
    flagged = chance > threshold
    told = happened[(chance > 0.58) & (chance < 0.62)].mean()  # of those with a score near 0.6
    return happened.mean(), told, flagged[~happened].mean(), flagged[happened].mean()


found = {}
print("group  happens  at score 0.6  false alarms  found")
for name, base in BASES.items():
    found[name] = [100 * rate for rate in rates(base)]
    happens, told, alarms, hits = found[name]
    print(f"{name:5} {happens:7.0f}% {told:11.0f}% {alarms:12.0f}% {hits:5.0f}%")

found["same"] = [100 * rate for rate in rates(BASES["A"])]
print("control, A once more: false alarms", f"{found['same'][2]:.0f}%")
