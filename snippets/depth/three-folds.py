"""Fold, fold again, and once more."""


def fold(x):
    return 2 * x if x < 0.5 else 2 - 2 * x


for eighth in range(9):
    x = eighth / 8
    print(x, "becomes", fold(fold(fold(x))))
