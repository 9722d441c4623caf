"""One case in a hundred: what a good accuracy hides."""

import numpy as np

rng = np.random.default_rng(0)
N, RARE = 20_000, 0.01
ill = rng.random(N) < RARE
score = rng.normal(size=N) + 2 * ill  # the ill score higher, by two standard deviations


def judged(threshold):
    said = score > threshold
    hits, alarms, missed = (said & ill).sum(), (said & ~ill).sum(), (~said & ill).sum()
    precision = hits / (hits + alarms) if hits else 0.0
    recall = hits / (hits + missed)
    f1 = 2 * hits / (2 * hits + alarms + missed)
    return [100 * np.mean(said == ill), 100 * precision, 100 * recall, f1]


table = {"never": judged(np.inf), "above 3": judged(3), "above 2": judged(2), "above 1": judged(1)}
print("says ill  accuracy  precision  recall    F1")
for name, (accuracy, precision, recall, f1) in table.items():
    print(f"{name:8} {accuracy:9.1f}% {precision:8.0f}% {recall:7.0f}%  {f1:.2f}")


def auc(ill):
    """How often one who is ill scores higher than one who is not."""
    return np.mean(score[ill][:, None] > score[~ill])


area, chance = auc(ill), auc(rng.permutation(ill))
print(f"AUC {area:.2f}, with shuffled labels {chance:.2f}")
