"""Cut an epoch into batches.

Write `batches(N, size, rng)`: it returns a list of batches for one epoch, each an array of
places in the data. Every place from 0 to N − 1 is in exactly one batch, in **shuffled** order.
Each batch has `size` places, only the last one may have fewer. `rng.permutation(N)` shuffles.
"""

# --8<-- [start:given]
import numpy as np
# --8<-- [end:given]


# --8<-- [start:stub]
def batches(N, size, rng):
    return [np.arange(N)]


# --8<-- [end:stub]


# --8<-- [start:solution]
def batches(N, size, rng):
    order = rng.permutation(N)
    return [order[start : start + size] for start in range(0, N, size)]


# --8<-- [end:solution]


# --8<-- [start:check]
cut = batches(10, 4, np.random.default_rng(0))
lengths = [len(batch) for batch in cut]
assert lengths == [4, 4, 2], f"10 examples in batches of 4 make batches of 4, 4 and 2; yours have {lengths}."
places = sorted(np.concatenate(cut).tolist())
assert places == list(range(10)), f"Each of the places 0 to 9 belongs in one batch; yours hold {places}."
long = np.concatenate(batches(100, 10, np.random.default_rng(0))).tolist()
assert long != sorted(long), "The places are in order from 0 to 99: they are not shuffled."
rng = np.random.default_rng(0)
epochs = [[list(map(int, batch)) for batch in batches(100, 10, rng)] for _ in range(2)]
assert epochs[0] != epochs[1], "A second epoch has the same batches as the first. Draw its order from `rng`."
together = [batch for batch in epochs[0] if max(batch) - min(batch) == 9]
assert not together, f"The places {min(together[0])} to {max(together[0])} make one batch: neighbours stay together."
# --8<-- [end:check]


# --8<-- [start:mistake-lost-rest]
# The examples that don't fill a batch are lost. Let the last batch be smaller.
def batches(N, size, rng):
    order = rng.permutation(N)
    return [order[i * size : (i + 1) * size] for i in range(N // size)]


# --8<-- [end:mistake-lost-rest]


# --8<-- [start:mistake-not-shuffled]
# Every epoch has the same batches, in the order of the file. Shuffle the places before you cut.
def batches(N, size, rng):
    order = np.arange(N)
    return [order[start : start + size] for start in range(0, N, size)]


# --8<-- [end:mistake-not-shuffled]


# --8<-- [start:mistake-neighbours]
# Neighbours stay together, so a batch holds the same places in every epoch. Shuffle all the places before you cut.
def batches(N, size, rng):
    return [start + rng.permutation(min(size, N - start)) for start in range(0, N, size)]


# --8<-- [end:mistake-neighbours]


# --8<-- [start:mistake-drawn-again]
# Each batch is drawn anew, so some places come twice and others never. Shuffle once, then cut.
def batches(N, size, rng):
    return [rng.permutation(N)[: min(size, N - start)] for start in range(0, N, size)]


# --8<-- [end:mistake-drawn-again]
