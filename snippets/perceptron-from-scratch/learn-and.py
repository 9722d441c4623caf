"""A unit learns AND from its own mistakes."""

rows = [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]  # x1, x2, target
w1, w2, b = 0, 0, 0
mistakes = [4]

while mistakes[-1] > 0:  # until an epoch without a mistake
    mistakes.append(0)
    for x1, x2, target in rows:
        answer = 1 if w1 * x1 + w2 * x2 + b >= 0 else 0
        error = target - answer
        w1 += error * x1
        w2 += error * x2
        b += error
        mistakes[-1] += abs(error)

epochs = mistakes[1:]
total = sum(epochs)
print("mistakes in each epoch:", *epochs)
print("in all:", total)
print("w =", (w1, w2), " b =", b)
