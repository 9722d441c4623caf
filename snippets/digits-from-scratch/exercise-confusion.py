"""Count every class against every answer.

Write `confusion(targets, answers, K)`: a table of $K$ by $K$ counts. **Row** $i$ holds the
examples whose target is $i$, **column** $j$ those that were answered $j$.
"""

# --8<-- [start:given]
import numpy as np

# --8<-- [end:given]


# --8<-- [start:stub]
def confusion(targets, answers, K):
    table = np.zeros((K, K), int)
    ...  # add 1 for each example
    return table
# --8<-- [end:stub]


# --8<-- [start:solution]
def confusion(targets, answers, K):
    table = np.zeros((K, K), int)
    for target, answer in zip(targets, answers):
        table[target, answer] += 1
    return table


# --8<-- [end:solution]


# --8<-- [start:check]
found = confusion([0, 0, 1, 2], [0, 1, 1, 2], 3)
assert found.sum() == 4, f"Four examples make four counts, yours are {found.sum()}."
found = confusion([2, 2, 2, 0], [1, 1, 2, 0], 3).tolist()
assert found == [[1, 0, 0], [0, 0, 0], [0, 2, 1]], (
    f"Targets 2, 2, 2, 0 with answers 1, 1, 2, 0 should give [[1, 0, 0], [0, 0, 0], [0, 2, 1]], yours is {found}."
)
found = np.shape(confusion([1], [0], 5))
assert found == (5, 5), f"Five classes make a table of (5, 5), yours is {found}."
# --8<-- [end:check]


# --8<-- [start:mistake-turned]
# Rows and columns have changed places. The target chooses the row.
def confusion(targets, answers, K):
    table = np.zeros((K, K), int)
    for target, answer in zip(targets, answers):
        table[answer, target] += 1
    return table


# --8<-- [end:mistake-turned]


# --8<-- [start:mistake-counts-once]
# With lists as an index, `+=` adds only once to a place that is named twice. Use a loop, or `np.add.at`.
def confusion(targets, answers, K):
    table = np.zeros((K, K), int)
    table[targets, answers] += 1
    return table


# --8<-- [end:mistake-counts-once]
