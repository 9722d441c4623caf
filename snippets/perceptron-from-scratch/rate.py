"""The same training with smaller and with larger moves."""

rows = [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]  # x1, x2, target
epochs = []

for rate in (1 / 8, 1, 8):
    w1 = w2 = b = 0
    mistakes, count = 1, 0
    while mistakes:
        mistakes, count = 0, count + 1
        for x1, x2, target in rows:
            error = target - (1 if w1 * x1 + w2 * x2 + b >= 0 else 0)
            move = rate * error
            w1, w2, b = w1 + move * x1, w2 + move * x2, b + move
            mistakes += abs(error)
    epochs.append(count)
    print(f"rate {rate:5}: {count} epochs, w = {(w1, w2)}, b = {b}")
