"""Cut an epoch into batches.

Write `batches`: it takes the numbers of the examples in their new order, and the size of a batch,
and returns a list of batches. No example may be lost, so the last batch can be smaller.
"""


# --8<-- [start:stub]
def batches(order, size):
    return [order]
# --8<-- [end:stub]


# --8<-- [start:solution]
def batches(order, size):
    return [order[start : start + size] for start in range(0, len(order), size)]


# --8<-- [end:solution]


# --8<-- [start:check]
got = [list(batch) for batch in batches([3, 0, 4, 1, 2], 2)]
assert got == [[3, 0], [4, 1], [2]], f"[3, 0, 4, 1, 2] in batches of 2 is [[3, 0], [4, 1], [2]], got {got}."
count = len(batches(list(range(60)), 20))
assert count == 3, f"60 examples in batches of 20 make 3 batches, got {count}."
# --8<-- [end:check]


# --8<-- [start:mistake-drops-last]
# The last, smaller batch is missing: these examples are never seen in this epoch.
def batches(order, size):
    return [order[i * size : (i + 1) * size] for i in range(len(order) // size)]


# --8<-- [end:mistake-drops-last]


# --8<-- [start:mistake-one-too-many]
# One batch too many: where the size divides the number of examples, the last one is empty.
def batches(order, size):
    return [order[i * size : (i + 1) * size] for i in range(len(order) // size + 1)]


# --8<-- [end:mistake-one-too-many]


# --8<-- [start:mistake-sorts]
# The batches come in sorted order. The new order of each epoch has to stay.
def batches(order, size):
    order = sorted(order)
    return [order[start : start + size] for start in range(0, len(order), size)]


# --8<-- [end:mistake-sorts]
