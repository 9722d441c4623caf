"""XOR with two ReLU units and a plain sum."""


def relu(z):
    return max(0, z)


print("x1 x2  relu(s) relu(s-1)  output")
for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    s = x1 + x2
    a1, a2 = relu(s), relu(s - 1)
    print(f"{x1:2} {x2:2} {a1:6} {a2:8} {a1 - 2 * a2:9}")
