"""Under an unknown shower: feel, compare, turn, and again."""

wanted = 38.0  # degrees


def water(knob):
    """The plumbing. The loop below never looks inside."""
    return 10 + 40 * knob


knob = 0.0
for turn in range(1, 9):
    miss = wanted - water(knob)
    knob += 0.0125 * miss  # turn by how far it is off
    print(f"turn {turn}: knob {knob:.3f}, {water(knob):.1f} degrees")
