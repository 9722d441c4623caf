"""Do you take the bike today?"""

warmth, time, rain = 0.5, -0.3, 0.7
z = 0.8 * warmth + 1.2 * time - 0.5 * rain + 0.1
print("ride" if z > 0 else "bus")
