"""Stop in time.

Write `stop_at`: it takes the held-back losses, one for each epoch from 0 on, and `patience`. Training
stops as soon as the best loss is `patience` epochs old. Return the epoch of the **best** loss so far:
its weights are kept. If training never stops early, the best of all counts.
"""


# --8<-- [start:stub]
def stop_at(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        ...
    return best
# --8<-- [end:stub]


# --8<-- [start:solution]
def stop_at(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best


# --8<-- [end:solution]


# --8<-- [start:check]
losses = [0.60, 0.41, 0.43, 0.35, 0.37, 0.36, 0.44, 0.30]
got = stop_at(losses, 3)
assert got == 3, f"Patience 3: 0.35 in epoch 3 is the best when training stops, got epoch {got}."
got = stop_at(losses, 1)
assert got == 1, f"Patience 1 stops at the first rise and keeps epoch 1, got epoch {got}."
got = stop_at(losses, 9)
assert got == 7, f"Patience 9 never stops early, and epoch 7 is the best of all, got epoch {got}."
got = stop_at([0.6, 0.4, 0.5, 0.3, 0.4, 0.2, 0.3], 2)
assert got == 5, f"Patience 2: each new best starts the wait anew, so 0.2 in epoch 5 is reached, got epoch {got}."
# --8<-- [end:check]


# --8<-- [start:mistake-keeps-the-last]
# This returns the epoch at which training stops. The weights to keep are those of the best epoch before.
def stop_at(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best >= patience:
            return epoch
    return best


# --8<-- [end:mistake-keeps-the-last]


# --8<-- [start:mistake-knows-the-future]
# This looks at all the losses. While training, the later ones aren't known yet: stop when patience ends.
def stop_at(losses, patience):
    return losses.index(min(losses))


# --8<-- [end:mistake-knows-the-future]


# --8<-- [start:mistake-no-patience]
# This stops at the first rise. A small rise may be noise; wait as long as patience says.
def stop_at(losses, patience):
    for epoch in range(1, len(losses)):
        if losses[epoch] > losses[epoch - 1]:
            return epoch - 1
    return len(losses) - 1


# --8<-- [end:mistake-no-patience]


# --8<-- [start:mistake-never-resets]
# This counts every epoch without a new best. With a new best, the wait begins again from 0.
def stop_at(losses, patience):
    best, waited = 0, 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        elif epoch:
            waited += 1
        if waited >= patience:
            break
    return best


# --8<-- [end:mistake-never-resets]
