"""IDX files, in which MNIST was published: sizes first, then the numbers."""

import gzip
import math
from pathlib import Path

import numpy as np

from ..tensor import Tensor

KINDS = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def read_idx(path):
    """The numbers of an IDX file, packed with gzip or not.

    The file begins with two zero bytes, a byte for the kind of number (8 is a byte from 0
    to 255) and a byte for the number of axes. Then comes the size of each axis, in four
    bytes, the highest first, and then the numbers, row by row.

    Args:
        path: for example train-images-idx3-ubyte or train-images-idx3-ubyte.gz.

    Shape: as the file says: (60000, 28, 28) for the images that MNIST trains on.

    Raises:
        ValueError: for any other file, and for one that was cut off or extended.

    Example: `images = data.read_idx("train-images-idx3-ubyte.gz")`

    Source: LeCun and Cortes, The MNIST Database of Handwritten Digits, 1998.
    """
    content = Path(path).read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] not in KINDS:
        raise ValueError(
            f"read_idx expected {path} to begin with 0, 0 and a kind of number "
            f"({', '.join(map(str, KINDS))}), got {list(content[:4])}: is it an IDX file?"
        )
    kind, axes = np.dtype(KINDS[content[2]]), content[3]
    begin = 4 + 4 * axes
    sizes = [int.from_bytes(content[i : i + 4], "big") for i in range(4, begin, 4)]
    expected = begin + math.prod(sizes) * kind.itemsize
    if len(content) != expected:
        raise ValueError(
            f"read_idx expected {path} to hold {expected} bytes, as its sizes {sizes} say, got "
            f"{len(content)}: fetch it again"
        )
    numbers = np.frombuffer(content, kind, offset=begin).reshape(sizes)
    return Tensor(numbers.astype(kind.newbyteorder("=")))


def read_mnist(folder, train):
    """Images and labels, as bytes, from the two IDX files of a part of MNIST."""
    part = "train" if train else "t10k"
    return [_read(folder, f"{part}-{rest}") for rest in ("images-idx3-ubyte", "labels-idx1-ubyte")]


def _read(folder, name):
    for found in (folder / name, folder / f"{name}.gz"):
        if found.is_file():
            return read_idx(found)
    raise FileNotFoundError(f"mnist expected {name} or {name}.gz in the folder {folder}, found neither")
