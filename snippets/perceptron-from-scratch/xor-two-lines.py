"""XOR with three threshold units: two lines, and a third unit that joins them."""


def unit(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x2 + b >= 0 else 0


print("x1 x2  OR NAND  AND of both")
for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    either = unit(x1, x2, 1, 1, -1)
    not_both = unit(x1, x2, -2, -1, 2)
    xor = unit(either, not_both, 2, 1, -3)
    print(f"{x1:2} {x2:2} {either:3} {not_both:4} {xor:8}")
