"""A ball in a bowl, loss = w^2 / 2: with and without emptying the gradient."""

lr = 0.25

for empties in (True, False):
    w, grad = 1.0, 0.0
    path = []
    for step in range(160):
        path.append(w)
        if empties:
            grad = 0.0  # what zero_grad does
        grad += w  # what backward does: it ADDS the slope of w^2 / 2
        w -= lr * grad  # what step does
    print("emptied  " if empties else "forgotten", *(f"{w:4.1f}" for w in path[:24:4]))
    print(f"  farthest in steps 150 to 159: {max(abs(w) for w in path[-10:]):.2f}")
