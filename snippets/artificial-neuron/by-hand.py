"""One neuron, worked out the way you would on paper."""

import math

x = [0.5, -0.3, 0.7]  # inputs: warmth, spare time, rain
w = [0.8, 1.2, -0.5]  # one weight for each input
b = 0.1  # the bias

products = [weight * value for weight, value in zip(w, x)]
total = sum(products)
z = total + b
a = 1 / (1 + math.exp(-z))

for product in products:
    print(f"product {product:7.2f}")
print(f"sum     {total:7.2f}")
print(f"z       {z:7.2f}")
print(f"a       {a:9.4f}")
