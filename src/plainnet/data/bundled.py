"""Data sets that come as files: most beside this module, MNIST separately."""

import gzip
from pathlib import Path

import numpy as np

from ..tensor import Tensor
from .idx import read_mnist

FILES = Path(__file__).parent / "files"
IRIS_SPECIES = ("setosa", "versicolor", "virginica")
OFFICERS = {9, 14, 15, 18, 20, *range(22, 34)}  # members who followed the officer


def digits():
    """1,797 handwritten digits, 8 by 8 pixels from 0 (paper) to 1 (ink).

    Shape: images (1797, 8, 8) float32, labels (1797,) int64 from 0 to 9.

    Example:
        >>> from plainnet import data
        >>> images, labels = data.digits()
        >>> images.shape, labels[:5]
        (torch.Size([1797, 8, 8]), tensor([0, 1, 2, 3, 4]))

    Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, 1998 (the
    test part), UCI Machine Learning Repository, CC BY 4.0.
    """
    return _images(FILES / "digits.npz", 16)


def find(name):
    """Where a file of the book's folder `data/` lies, which is too large for the package.

    It is looked for in the working directory, in its folder `data/`, and in the repository
    of this package. (In the page it is fetched for a program that names it.)

    Returns:
        A path.

    Raises:
        FileNotFoundError: where it is in none of these places.

    Example: `data.find("mnist-10k.npz")`

    Source: docs/chapters/digits-from-scratch.md
    """
    repository = Path(__file__).parents[3]
    places = [Path(name), Path("data") / name, repository / "data" / name]
    for place in places:
        if place.is_file():
            return place
    raise FileNotFoundError(
        f"expected the file {name} at {' or '.join(map(str, places))}: take it from the "
        "folder data/ of the book's repository"
    )


def mnist(path=None, train=True):
    """Handwritten digits of MNIST, 28 by 28 pixels from 0 (paper) to 1 (ink).

    10,000 of them lie in the folder `data/` of the book's repository, as mnist-10k.npz: the
    file is too large to come with the package. The full set, 60,000 digits to train on and
    10,000 to test on, is read from the IDX files in which it was published.

    Args:
        path: the file mnist-10k.npz, or a folder with the IDX files. If None, `find` looks
            for the first.
        train: of a folder, whether to read the part to train on or the part to test on.

    Shape: images (N, 28, 28) float32, labels (N,) int64 from 0 to 9; N is 10,000, and 60,000
        for the full part to train on.

    Raises:
        FileNotFoundError: where a file is missing.

    Example: `images, labels = data.mnist("data/mnist-10k.npz")`

    Source: LeCun and Cortes, The MNIST Database of Handwritten Digits, CC BY-SA 3.0.
    """
    path = find("mnist-10k.npz") if path is None else Path(path)
    if path.is_dir():
        images, labels = (part.array for part in read_mnist(path, train))
        return Tensor(images.astype(np.float32) / np.float32(255)), Tensor(labels.astype(np.int64))
    if not path.is_file():
        raise FileNotFoundError(
            f"mnist expected the file mnist-10k.npz, or a folder with MNIST's IDX files, at {path}; "
            "mnist-10k.npz lies in the folder data/ of the book's repository"
        )
    return _images(path, 255)


def _images(path, white):
    with np.load(path) as file:
        images = file["images"].astype(np.float32) / np.float32(white)
        return Tensor(images), Tensor(file["labels"].astype(np.int64))


def iris():
    """150 irises of three species: length and width of sepals and petals, in cm.

    The columns are sepal length, sepal width, petal length, petal width; the names of
    the species are `IRIS_SPECIES`.

    Shape: measurements (150, 4) float32, species (150,) int64 from 0 to 2.

    Example:
        >>> from plainnet import data
        >>> measurements, species = data.iris()
        >>> measurements[0], data.IRIS_SPECIES[species[0]]
        (tensor([5.1000, 3.5000, 1.4000, 0.2000]), 'setosa')

    Source: Fisher, The Use of Multiple Measurements in Taxonomic Problems, 1936; UCI
    Machine Learning Repository, CC BY 4.0.
    """
    rows = np.loadtxt(FILES / "iris.csv", delimiter=",", skiprows=1)
    return Tensor(rows[:, :4].astype(np.float32)), Tensor(rows[:, 4].astype(np.int64))


def karate_club():
    """34 members of a karate club: who met whom, and whom they followed when it split.

    Shape: friendships (78, 2) int64, each pair of members once; clubs (34,) int64,
    0 for the instructor's (member 0), 1 for the officer's (member 33).

    Example:
        >>> import plainnet as torch
        >>> from plainnet import data
        >>> friendships, clubs = data.karate_club()
        >>> met = torch.zeros(34, 34)
        >>> for a, b in friendships.tolist():
        ...     met[a, b] = met[b, a] = 1
        >>> met.sum(0)[33]
        tensor(17.)

    Source: Zachary, An Information Flow Model for Conflict and Fission in Small Groups,
    1977; the matrix as in NetworkX, BSD-3-Clause.
    """
    pairs = np.loadtxt(FILES / "karate-club.csv", np.int64, delimiter=",", skiprows=1)
    return Tensor(pairs), Tensor(np.array([i in OFFICERS for i in range(34)], np.int64))


def sonnets():
    """Shakespeare's 154 sonnets as one text: 95,728 characters, 62 of them distinct.

    Example:
        >>> from plainnet import data
        >>> data.sonnets()[42:85]
        'From fairest creatures we desire increase,\\n'

    Source: William Shakespeare, 1609, public domain; the text as in the Python package
    shakespeare 0.6.
    """
    return gzip.decompress((FILES / "sonnets.txt.gz").read_bytes()).decode()
