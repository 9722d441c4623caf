"""Read the head of an IDX file.

Write `sizes(content)`: the sizes of the axes, as a list. Byte 3 says how many axes there are. From
byte 4 on, each size takes four bytes, **the highest first**.
"""

# --8<-- [start:given]
images = bytes([0, 0, 8, 3, 0, 0, 0xEA, 0x60, 0, 0, 0, 28, 0, 0, 0, 28]) + b"..."

# --8<-- [end:given]


# --8<-- [start:stub]
def sizes(content):
    axes = content[3]
    return [0] * axes  # `int.from_bytes(four_bytes, ...)` makes a number of bytes
# --8<-- [end:stub]


# --8<-- [start:solution]
def sizes(content):
    axes = content[3]
    return [int.from_bytes(content[i : i + 4], "big") for i in range(4, 4 + 4 * axes, 4)]


# --8<-- [end:solution]


# --8<-- [start:check]
found = sizes(images)
assert found == [60000, 28, 28], f"The images of MNIST: expected [60000, 28, 28], got {found}."
found = sizes(bytes([0, 0, 8, 1, 0, 0, 0, 5, 7, 2, 1, 0, 4]))
assert found == [5], f"A file of five labels: expected [5], got {found}."
found = sizes(bytes([0, 0, 8, 2, 1, 2, 3, 4, 0, 0, 0, 9]))
assert found == [16909060, 9], f"All four bytes of a size count: expected [16909060, 9], got {found}."
# --8<-- [end:check]


# --8<-- [start:mistake-lowest-first]
# The bytes were read lowest first, as most processors keep them. In this file the highest comes first: "big".
def sizes(content):
    axes = content[3]
    return [int.from_bytes(content[i : i + 4], "little") for i in range(4, 4 + 4 * axes, 4)]


# --8<-- [end:mistake-lowest-first]


# --8<-- [start:mistake-starts-at-zero]
# The sizes begin at byte 4. The four bytes before say what kind of file it is.
def sizes(content):
    axes = content[3]
    return [int.from_bytes(content[i : i + 4], "big") for i in range(0, 4 * axes, 4)]


# --8<-- [end:mistake-starts-at-zero]
