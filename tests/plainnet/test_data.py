"""The data sets: what they hold, whose they are, and that no network is needed."""

import gzip
import hashlib
import inspect
import re
import socket
from pathlib import Path

import numpy as np
import pytest

from plainnet import data, random

ROOT = Path(__file__).parents[2]
PACKAGE = Path(data.__file__).parent


def credits_of(document):
    """The rows (call, file, bytes, sha256, source, licence) of a credits table."""
    lines = document.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    return [row for row in rows if len(row) == 6 and row[0].startswith("`")]


CREDITS = [(PACKAGE / "files", row) for row in credits_of(PACKAGE / "CREDITS.md")]
CREDITS += [(ROOT / "data", row) for row in credits_of(ROOT / "data" / "README.md")]


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("a data set asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("folder, row", CREDITS, ids=[row[1] for _, row in CREDITS])
def test_each_file_is_the_one_its_credits_name(folder, row):
    call, name, size, digest, source, licence = row
    content = (folder / name).read_bytes()
    assert len(content) == int(size)
    assert hashlib.sha256(content).hexdigest() == digest
    assert source and licence
    notes = inspect.getdoc(getattr(data, call.strip("`")))
    assert re.sub(r"\[(.*)\]\(.*\)", r"\1", licence) in " ".join(notes.split())


def test_no_file_is_without_credits():
    named = {row[1] for _, row in CREDITS}
    assert {path.name for path in (PACKAGE / "files").iterdir()} <= named


def test_the_files_in_the_package_stay_small():
    assert sum(path.stat().st_size for path in (PACKAGE / "files").iterdir()) < 120_000


def test_every_call_names_its_source():
    for name in data.__all__:
        call = getattr(data, name)
        if callable(call) and call.__module__ != "plainnet.data.points":
            assert "Source: " in call.__doc__, name


def test_digits():
    images, labels = data.digits()
    assert images.shape == (1797, 8, 8) and str(images.dtype) == "torch.float32"
    assert np.bincount(labels.array).tolist() == [
        178, 182, 177, 183, 181, 182, 181, 179, 174, 180,
    ]  # fmt: skip
    assert (images.array.min(), images.array.max()) == (0, 1)


def test_digits_can_be_told_apart_by_their_nearest_neighbour():
    images, labels = (x.array for x in data.digits())
    x = images.reshape(-1, 64)
    train, test = x[:1500], x[1500:]
    distance = (test**2).sum(1)[:, None] - 2 * test @ train.T + (train**2).sum(1)
    assert (labels[:1500][distance.argmin(1)] == labels[1500:]).mean() > 0.94


def test_iris():
    measurements, species = data.iris()
    assert measurements.shape == (150, 4)
    assert np.bincount(species.array).tolist() == [50, 50, 50]
    np.testing.assert_allclose(measurements.array.mean(0), [5.843, 3.057, 3.758, 1.199], atol=1e-3)
    assert len(data.IRIS_SPECIES) == 3


def test_karate_club():
    pairs, clubs = data.karate_club()
    friends = np.bincount(pairs.array.ravel(), minlength=34)
    assert pairs.shape == (78, 2) and clubs.array.sum() == 17
    assert (friends[0], friends[33], friends[11]) == (16, 17, 1)
    assert (clubs.array[0], clubs.array[8], clubs.array[33]) == (0, 0, 1)


def test_sonnets():
    text = data.sonnets()
    assert len(text) == 95_728 and len(set(text)) == 62
    assert "Shall I compare thee to a summer's day?" in text


def test_mnist_is_found_in_the_repository_and_by_its_path():
    images, labels = data.mnist()
    assert images.shape == (10_000, 28, 28) and labels.shape == (10_000,)
    assert (images.array.min(), images.array.max()) == (0, 1)
    again, _ = data.mnist(ROOT / "data" / "mnist-10k.npz")
    assert (again.array == images.array).all()


def test_mnist_that_is_missing_says_where_to_get_it(tmp_path):
    with pytest.raises(FileNotFoundError, match="folder data/ of the book's repository"):
        data.mnist(tmp_path / "mnist-10k.npz")


def test_file_that_no_folder_holds_says_where_it_was_looked_for():
    with pytest.raises(
        FileNotFoundError, match=r"nothing.npz at nothing.npz or data/nothing.npz or .*folder data/"
    ):
        data.find("nothing.npz")


def idx(kind, numbers):
    """An IDX file as the format asks for it, byte by byte."""
    sizes = b"".join(size.to_bytes(4, "big") for size in numbers.shape)
    return bytes([0, 0, kind, numbers.ndim]) + sizes + numbers.tobytes()


def test_full_mnist_is_read_from_its_idx_files(tmp_path):
    images = np.arange(3 * 28 * 28).reshape(3, 28, 28).astype(np.uint8)
    labels = np.array([7, 2, 1], np.uint8)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx(8, images))
    (tmp_path / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(idx(8, labels)))
    found, classes = data.mnist(tmp_path)
    assert found.shape == (3, 28, 28) and str(found.dtype) == "torch.float32"
    np.testing.assert_array_equal(found.array, images.astype(np.float32) / np.float32(255))
    assert classes.tolist() == [7, 2, 1] and str(classes.dtype) == "torch.int64"
    with pytest.raises(FileNotFoundError, match="t10k-images-idx3-ubyte"):
        data.mnist(tmp_path, train=False)


@pytest.mark.parametrize(("kind", "dtype"), [(9, ">i1"), (11, ">i2"), (12, ">i4"), (13, ">f4"), (14, ">f8")])
def test_idx_file_of_any_kind_keeps_its_numbers(tmp_path, kind, dtype):
    numbers = np.array([[-3, 0, 100], [7, 8, 9]], dtype)
    (tmp_path / "numbers").write_bytes(idx(kind, numbers))
    np.testing.assert_array_equal(data.read_idx(tmp_path / "numbers").array, numbers)


def test_idx_file_that_is_none_or_was_cut_off_is_refused(tmp_path):
    whole = idx(8, np.zeros((2, 3), np.uint8))
    for content, said in (
        (b"PK\x03\x04", "is it an IDX file"),
        (b"", "got"),
        (whole[:-1], "18 bytes.*got 17"),
    ):
        (tmp_path / "file").write_bytes(content)
        with pytest.raises(ValueError, match=said):
            data.read_idx(tmp_path / "file")


def test_mnist1d_is_the_published_data_set():
    curves, labels = data.mnist1d()
    assert curves.shape == (5000, 40)
    assert labels.array[:10].tolist() == [2, 6, 4, 5, 6, 6, 6, 0, 3, 1]
    published = [-0.33200567, -0.47191037, -0.77869708, -1.00974083, -0.88235257]
    np.testing.assert_allclose(curves.array[0, :5], published, atol=1e-6)


GENERATORS = [data.xor, data.moons, data.circles, data.spirals, data.two_rings]


@pytest.mark.parametrize("make", GENERATORS, ids=lambda make: make.__name__)
def test_points_follow_the_seed_and_come_in_balanced_classes(make):
    random.manual_seed(0)
    points, labels = make(300)
    random.manual_seed(0)
    again, _ = make(300)
    other, _ = make(300, generator=random.Generator().manual_seed(1))
    assert points.array.dtype == np.float32 and labels.array.dtype == np.int64
    assert (points.array == again.array).all() and (points.array != other.array).any()
    counts = np.bincount(labels.array)
    assert counts.min() > 0.8 * counts.max()


def test_points_without_noise_lie_where_their_class_says():
    points, labels = (x.array for x in data.xor(500))
    assert ((points[:, 0] * points[:, 1] < 0) == (labels == 1)).all()
    points, labels = (x.array for x in data.circles(500, noise=0, factor=0.25))
    lengths = np.linalg.norm(points, axis=1)
    np.testing.assert_allclose(lengths, np.where(labels == 0, 1, 0.25), rtol=1e-6)
    points, labels = (x.array for x in data.two_rings(500, noise=0))
    centres = np.where(labels[:, None] == 0, [0, 0, 0], [1, 0, 0])
    np.testing.assert_allclose(np.linalg.norm(points - centres, axis=1), 1, rtol=1e-6)
    points, labels = (x.array for x in data.moons(500, noise=0))
    upper = points[labels == 0]
    assert (upper[:, 1] >= -1e-6).all() and (points[labels == 1][:, 1] <= 0.5).all()


def test_spiral_arms_are_each_others_rotation():
    points, labels = (x.array for x in data.spirals(300, classes=3, noise=0))
    angle = np.arctan2(points[:, 1], points[:, 0])
    length = np.linalg.norm(points, axis=1)
    turned = angle - 2 * np.pi * (0.75 * length + labels / 3)
    np.testing.assert_allclose(np.cos(turned), 1, atol=1e-4)
