"""XOR: the numbers of a perceptron after each epoch."""

rows = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]  # x1, x2, target
w1, w2, b = 0, 0, 0
seen = []

while (w1, w2, b) not in seen:  # until the numbers come back
    seen.append((w1, w2, b))
    mistakes = 0
    for x1, x2, target in rows:
        answer = 1 if w1 * x1 + w2 * x2 + b >= 0 else 0
        error = target - answer
        w1, w2, b = w1 + error * x1, w2 + error * x2, b + error
        mistakes += abs(error)
    print(f"epoch {len(seen)}: {mistakes} mistakes, w = {(w1, w2)}, b = {b}")

print(f"the same numbers as after epoch {seen.index((w1, w2, b))}: a circle")
