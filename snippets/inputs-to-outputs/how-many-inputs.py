"""How many numbers are in one photo?"""

height, width, colours = 224, 224, 3
inputs = height * width * colours
print(f"inputs of one photo: {inputs:,}")

kinds = 1000  # of things, one score each
slopes = inputs * kinds  # one for each pair
offsets = kinds
numbers = slopes + offsets
print(f"numbers in the rule: {numbers:,}")

products = inputs * (inputs + 1) // 2  # x1·x1, x1·x2, ...
print(f"products of two:     {products:,}")
