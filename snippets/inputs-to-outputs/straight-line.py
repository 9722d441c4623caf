"""The best straight line for three sets of examples."""

import numpy as np

buns = np.array([[1.0], [2], [3], [5], [8]])
price = 1.2 * buns[:, 0] + 0.3

x = np.linspace(-3, 3, 17)[:-1] + 3 / 16
wave = 0.75 * np.sin(1.5 * x + 0.4) + 0.12 * x

angle = 2 * np.pi * np.arange(16) / 16
ring = np.c_[np.cos(angle), np.sin(angle)]
rings = np.r_[ring, 2 * ring]  # 16 points inside, 16 outside
inside = np.r_[np.ones(16), np.zeros(16)]


def best_loss(columns, y):
    """The smallest loss that any slopes can reach."""
    slopes = np.linalg.lstsq(columns, y, rcond=None)[0]
    return np.mean((columns @ slopes - y) ** 2)


def compare(name, X, y):
    """Print and return the loss without slopes and with them."""
    ones = np.ones((len(X), 1))  # for the offset
    flat, sloped = best_loss(ones, y), best_loss(np.c_[X, ones], y)
    print(f"{name:5}  flat {flat:.2f}  with slope {sloped:.2f}")
    return flat, sloped


compare("price", buns, price)
flat_wave, best_wave = compare("wave", x[:, None], wave)
compare("rings", rings, inside)
fifth = best_loss(np.vander(x, 6), wave)  # terms up to x⁵
