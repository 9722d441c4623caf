"""Three examples, before and after a step: loss and accuracy need not agree."""

import math

cases = {
    "loss worse, accuracy the same": ([0.6, 0.6, 0.4], [0.9, 0.9, 0.01]),
    "loss better, accuracy worse": ([0.51, 0.51, 0.51], [0.95, 0.95, 0.49]),
}  # the share of the right one of two answers, for each example


def loss(scores):
    return -sum(math.log(p) for p in scores) / len(scores)


def accuracy(scores):
    return sum(p > 0.5 for p in scores) / len(scores)


for name, (before, after) in cases.items():
    print(name)
    for when, scores in (("before", before), ("after", after)):
        print(f"  {when:6} loss {loss(scores):.2f}  accuracy {accuracy(scores):.0%}")
