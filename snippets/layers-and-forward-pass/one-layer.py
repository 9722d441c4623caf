"""Four neurons look at the same three inputs."""

x = [1, 2, -1]
W = [[2, 0, 1], [1, 1, 1], [0, -1, 2], [-1, 0, 0]]  # the weights of one neuron in each row
b = [0, 1, 0, 3]

z = [sum(w * value for w, value in zip(row, x)) + bias for row, bias in zip(W, b)]
a = [max(0, total) for total in z]  # ReLU
print("z =", z)
print("a =", a)
