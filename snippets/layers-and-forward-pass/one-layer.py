"""Four neurons look at the same three inputs."""

x = [1, 2, -1]
W = [[2, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]]  # four neurons
b = [0, 1, 0, 3]

z = []
for weights, bias in zip(W, b):
    products = [w * value for w, value in zip(weights, x)]
    z.append(sum(products) + bias)
a = [max(0, total) for total in z]  # ReLU
print("z =", z)
print("a =", a)
