"""Four of the table's measures, each by hand."""

import math


def overlap(a, b):
    """IoU of two boxes (left, top, right, bottom): what both cover, of what either covers."""
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])
    return width * height / (area(a) + area(b) - width * height)


def word_errors(said, heard):
    """The fewest words to replace, drop or put in, as a share of what was said."""
    said, heard = said.split(), heard.split()
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        before, row = row, [i]
        for j, other in enumerate(heard, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (word != other)))
    return row[-1] / len(said)


def shared_pairs(wanted, given):
    """The heart of BLEU: the share of the given word pairs that the wanted text has too."""
    pairs = lambda text: list(zip(text.split(), text.split()[1:]))
    return sum(pair in pairs(wanted) for pair in pairs(given)) / len(pairs(given))


box = overlap((0, 0, 10, 10), (2, 0, 12, 10))
errors = word_errors("how to recognise speech", "how to wreck a nice beach")
pairs = shared_pairs("the cat sat on the mat", "the cat lay on the mat")
shares = [0.5, 0.25, 0.5, 0.125]  # that a language model gave to each next word
perplexity = math.exp(-sum(map(math.log, shares)) / len(shares))
print(f"IoU {box:.2f}, word error rate {errors:.0%}, shared pairs {pairs:.0%}, perplexity {perplexity:.2f}")
