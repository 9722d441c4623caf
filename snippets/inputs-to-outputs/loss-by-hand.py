"""How wrong is a guess? Its loss, worked out row by row."""

buns = [1, 2, 3, 5, 8]
paid = [1.50, 2.70, 3.90, 6.30, 9.90]


def f(x):
    return x + 1


squares = []
print("buns  paid  f(x)   miss  squared")
for x, y in zip(buns, paid):
    miss = f(x) - y
    squares.append(miss**2)
    print(f"{x:4}  {y:.2f}  {f(x):.2f}  {miss:5.2f}  {squares[-1]:7.2f}")

loss = sum(squares) / len(squares)
print(f"loss: {loss:.2f}")
