"""The first epoch on AND, one row at a time."""

rows = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
w, b = [0, 0], 0

print("   x    z a t  error    w     b")
for x, target in rows:
    z = w[0] * x[0] + w[1] * x[1] + b
    answer = 1 if z >= 0 else 0  # a
    error = target - answer  # t - a
    w = [weight + error * value for weight, value in zip(w, x)]
    b = b + error
    print(f"{x} {z:2} {answer} {target} {error:5}  {w} {b:3}")
