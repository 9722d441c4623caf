"""Learned numbers in networks that made history, as their papers state them."""

import math

from plainnet import draw

networks = {  # year, parameters
    "LeCun’s digits": (1989, 9_760),
    "LeNet-5": (1998, 60_000),
    "AlexNet": (2012, 60_000_000),
    "BERT": (2019, 340_000_000),
    "GPT-3": (2020, 175_000_000_000),
    "Chinchilla": (2022, 70_000_000_000),
}
first, largest = networks["LeCun’s digits"], networks["GPT-3"]
factor = largest[1] / first[1]
years, doublings = largest[0] - first[0], math.log2(factor)
months = 12 * years / doublings
print(f"{years} years, {doublings:.1f} doublings: one in {months:.0f} months")

plane = draw.Plane(x=(1985, 2028), y=(3, 12), names=("year", "power of ten"), equal=False)
for name, (year, numbers) in networks.items():
    plane.points([(year, math.log10(numbers))], [1], labels=[name])
plane.save("growth.svg")
