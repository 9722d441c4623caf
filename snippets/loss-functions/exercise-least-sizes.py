"""The best constant for the absolute error.

Write `best`: it takes a list `readings` with an odd number of values and returns the one
number whose mean absolute error over them is smallest.
"""

# --8<-- [start:stub]
def best(readings):
    return readings[0]
# --8<-- [end:stub]


# --8<-- [start:solution]
def best(readings):
    return sorted(readings)[len(readings) // 2]
# --8<-- [end:solution]


# --8<-- [start:check]
three = best([19, 24, 20])
assert three == 20, f"For 19, 24, 20 the best constant is 20, got {three}."
slip = best([19, 20, 24, 21, 240])
assert slip == 21, f"For 19, 20, 24, 21, 240 the best constant is 21, got {slip}."
one = best([7])
assert one == 7, f"For a single 7 the best constant is 7, got {one}."
# --8<-- [end:check]


# --8<-- [start:mistake-mean]
# This is the mean, the best constant for *squared* error. One wild value pulls it far away.
def best(readings):
    return sum(readings) / len(readings)
# --8<-- [end:mistake-mean]


# --8<-- [start:mistake-not-sorted]
# You took the value in the middle of the list. Sort it first: the order in which they were read says nothing.
def best(readings):
    return readings[len(readings) // 2]
# --8<-- [end:mistake-not-sorted]


# --8<-- [start:mistake-middle-of-range]
# This is halfway between the lowest and the highest, which makes the *largest* miss as small as can be. Try the value with as many readings above as below.
def best(readings):
    return (min(readings) + max(readings)) / 2
# --8<-- [end:mistake-middle-of-range]
