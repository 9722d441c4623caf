"""Which examples does a unit answer loudest?

Write `strongest(A, unit, k)`: the numbers of the `k` examples with the largest answers of that
unit, the largest first. `A` has a row for each example and a column for each unit.
"""

# --8<-- [start:given]
import numpy as np

A = np.array([[0.0, 3.0, 1.0], [2.0, 0.0, 5.0], [4.0, 1.0, 0.0], [1.0, 2.0, 2.0]])

# --8<-- [end:given]


# --8<-- [start:stub]
def strongest(A, unit, k):
    return np.arange(k)  # the k examples
# --8<-- [end:stub]


# --8<-- [start:solution]
def strongest(A, unit, k):
    return np.argsort(-A[:, unit])[:k]


# --8<-- [end:solution]


# --8<-- [start:check]
found = np.asarray(strongest(A, 0, 2)).tolist()
assert found == [2, 1], f"Unit 0 answers 0, 2, 4, 1. The two loudest are examples 2 and 1, yours are {found}."
found = np.asarray(strongest(A, 2, 3)).tolist()
assert found == [1, 3, 0], f"Unit 2 answers 1, 5, 0, 2. The three loudest are 1, 3 and 0, yours are {found}."
# --8<-- [end:check]


# --8<-- [start:mistake-quietest]
# These are the quietest ones: `argsort` begins with the smallest. Sort the answers with their sign turned.
def strongest(A, unit, k):
    return np.argsort(A[:, unit])[:k]


# --8<-- [end:mistake-quietest]


# --8<-- [start:mistake-order]
# The right examples in the wrong order: the loudest should come first.
def strongest(A, unit, k):
    return np.argsort(A[:, unit])[-k:]


# --8<-- [end:mistake-order]


# --8<-- [start:mistake-row]
# You took a row of `A`: all answers to one example. The answers of one unit are a column.
def strongest(A, unit, k):
    return np.argsort(-A[unit])[:k]


# --8<-- [end:mistake-row]
