"""XOR with three trained units: two lines, and a third unit that joins them."""

either, _ = train([0, 1, 1, 1])  # OR
not_both, _ = train([1, 1, 1, 0])  # NAND
join, _ = train([0, 0, 0, 1])  # AND

print("x1 x2  OR NAND  AND of both")
for x in rows:
    lines = [either.answer(x), not_both.answer(x)]
    print(f"{x[0]:2} {x[1]:2} {lines[0]:3} {lines[1]:4} {join.answer(lines):8}")
