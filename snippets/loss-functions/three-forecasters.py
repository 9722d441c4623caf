"""Three forecasters, ten days. Rain was said every day, and came on nine of them."""

import math

says = {"careful": 0.60, "bold": 0.90, "sure": 0.99}  # the chance of rain, every day
rain = [1, 1, 1, 0, 1, 1, 1, 1, 1, 1]

losses = []
print("          says  right  chance of the ten days")
for name, p in says.items():
    right = sum((p >= 0.5) == bool(day) for day in rain)
    chance = 1.0
    for day in rain:
        chance *= p if day else 1 - p  # what it gave to the weather that came
    losses.append(-math.log(chance) / len(rain))  # for later in the chapter
    print(f"{name:8} {p:5.2f} {right:6} {chance:23.4f}")
