"""Two machines in a row."""


def first(x):
    return 2 * x + 1


def second(x):
    return 3 * x - 2


print(second(first(0)), second(first(1)), second(first(2)))
