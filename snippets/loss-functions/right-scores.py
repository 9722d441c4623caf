"""Three photos. The loss looks at the share that the right answer got."""

import math

answers = ["cat", "dog", "rabbit"]
photos = [
    ([0.70, 0.20, 0.10], "cat"),
    ([0.40, 0.50, 0.10], "dog"),
    ([0.15, 0.75, 0.10], "rabbit"),
]  # the shares p of the three answers, and the right one

product, total = 1.0, 0.0
print("right   its share  −ln of it")
for p, right in photos:
    share = p[answers.index(right)]
    product *= share
    total -= math.log(share)
    print(f"{right:7} {share:8.2f} {-math.log(share):10.3f}")

first = -math.log(photos[0][0][0])
loss = total / len(photos)
print(f"product {product:.3f}, −ln of it {-math.log(product):.3f}")
print(f"sum     {total:.3f}, mean {loss:.3f}")
tiny = 0.5**1100
print("1,100 halves multiplied:", tiny)
