"""Files of tensors: there and back, with safetensors and torch, and from bad hands."""

import io
import json
import platform

import numpy as np
import pytest

from plainnet import heap, serialize
from plainnet.nn import Linear, Sequential
from plainnet.tensor import Tensor

KINDS = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "?"]
ARRAYS = {f"{kind} tensor": np.arange(6).reshape(2, 3).astype(kind) for kind in KINDS}
ARRAYS |= {"number": np.array(7), "empty": np.zeros((0, 4), "f4"), "größe": np.ones(3)}
ARRAYS["odd"] = np.arange(3, dtype="u1")
ARRAYS["permuted"] = np.asfortranarray(np.arange(6.0).reshape(2, 3))


def written(tensors):
    file = io.BytesIO()
    serialize.save(tensors, file)
    return file.getvalue()


def assert_same(got, expected):
    assert list(got) == list(expected)
    for name, array in expected.items():
        assert got[name].dtype == array.dtype and got[name].shape == array.shape, name
        assert (got[name] == array).all(), name


def test_what_was_saved_is_loaded(tmp_path):
    path = tmp_path / "all.safetensors"
    serialize.save({name: Tensor(array) for name, array in ARRAYS.items()}, path)
    loaded = serialize.load(path)
    assert_same({name: t.array for name, t in loaded.items()}, ARRAYS)
    assert all(t.array.flags.writeable for t in loaded.values())
    assert path.read_bytes() == written(ARRAYS)


def test_the_safetensors_library_reads_ours_and_we_read_its():
    library = pytest.importorskip("safetensors.numpy")
    got = library.load(written(ARRAYS))
    assert_same({name: got[name] for name in ARRAYS}, ARRAYS)
    in_order = {name: np.array(a, order="C") for name, a in ARRAYS.items()}
    theirs = library.save(in_order, metadata={"format": "pt"})
    back = serialize.load(io.BytesIO(theirs))
    assert_same({name: back[name].array for name in ARRAYS}, ARRAYS)


def test_a_state_dict_goes_to_torch_and_comes_back(tmp_path):
    torch = pytest.importorskip("torch")
    library = pytest.importorskip("safetensors.torch")
    ours, theirs = (
        Sequential(Linear(3, 4), Linear(4, 2)),
        torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Linear(4, 2)),
    )
    serialize.save(ours.state_dict(), tmp_path / "a.safetensors")
    theirs.load_state_dict(library.load_file(tmp_path / "a.safetensors"))
    x = np.linspace(-1, 1, 6, dtype="f4").reshape(2, 3)
    expected = theirs(torch.from_numpy(x)).detach().numpy()
    np.testing.assert_allclose(ours(Tensor(x)).array, expected, rtol=2e-6)
    fresh = Sequential(Linear(3, 4), Linear(4, 2))
    library.save_file(theirs.state_dict(), tmp_path / "b.safetensors")
    fresh.load_state_dict(serialize.load(tmp_path / "b.safetensors"))
    assert (fresh(Tensor(x)).array == ours(Tensor(x)).array).all()


@pytest.mark.parametrize("legacy", [False, True])
def test_torchs_own_files_are_refused_with_the_way_to_convert_them(tmp_path, legacy):
    torch = pytest.importorskip("torch")
    path = tmp_path / "model.pt"
    weights = {"w": torch.ones(2)}
    torch.save(weights, path, _use_new_zipfile_serialization=not legacy)
    with pytest.raises(ValueError, match=r"safetensors\.torch\.save_file"):
        serialize.load(path)


def file_of(header, body=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def entry(dtype="F32", shape=(2,), offsets=(0, 8), **more):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets), **more}


WHOLE = file_of({"a": entry()}, bytes(8))
HOSTILE = {
    "no byte": (b"", "header of 2 to"),
    "seven bytes": (b"\x02" + bytes(6), "header of 2 to"),
    "huge header": ((2**63).to_bytes(8, "little") + b"{}", "header of 2 to"),
    "long header": ((99_000_000).to_bytes(8, "little") + b"{}", "cut off"),
    "no JSON": (file_of(b"{nothing}"), "JSON"),
    "no text": (file_of(b"{\xff\xfe}"), "JSON"),
    "deep": (file_of(b"[" * 50_000), "JSON"),
    "a list": (file_of([1, 2]), "names"),
    "a name twice": (file_of(b'{"a":1,"a":2}'), "twice"),
    "no entry": (file_of({"a": 3}), "dtype, shape and data_offsets"),
    "more keys": (file_of({"a": entry(run="me")}, bytes(8)), "dtype, shape"),
    "no dtype": (file_of({"a": entry("BF16")}, bytes(8)), "'BF16'"),
    "dtype list": (file_of({"a": entry(["F32"])}, bytes(8)), "F32"),
    "negative": (file_of({"a": entry(shape=(-2,))}, bytes(8)), "whole numbers"),
    "half": (file_of({"a": entry(shape=(0.5,))}, bytes(8)), "whole numbers"),
    "truth": (file_of({"a": entry(shape=(True, 2))}, bytes(8)), "whole numbers"),
    "one offset": (file_of({"a": entry(offsets=(0,))}, bytes(8)), "whole numbers"),
    "wrong size": (file_of({"a": entry(shape=(3,))}, bytes(8)), "12 bytes for 'a'"),
    "overflow": (
        file_of({"a": entry(shape=(2**40, 2**40))}, bytes(8)),
        "bytes for 'a'",
    ),
    "backwards": (file_of({"a": entry(offsets=(8, 0))}, bytes(8)), "bytes for 'a'"),
    "overlap": (file_of({"a": entry(), "b": entry()}, bytes(8)), "begin at byte 8"),
    "hole": (file_of({"a": entry(offsets=(4, 12))}, bytes(12)), "begin at byte 0"),
    "cut off": (WHOLE[:-1], "8 bytes of numbers, got 7"),
    "extended": (WHOLE + b"!", "8 bytes of numbers, got 9"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_broken_or_hostile_file_is_refused(case):
    content, part = HOSTILE[case]
    with pytest.raises(ValueError, match=part):
        serialize.load(io.BytesIO(content))


def test_every_cut_and_every_changed_byte_is_refused_or_harmless():
    for i in range(len(WHOLE)):
        with pytest.raises(ValueError):
            serialize.load(io.BytesIO(WHOLE[:i]))
        changed = WHOLE[:i] + bytes([WHOLE[i] ^ 0x15]) + WHOLE[i + 1 :]
        try:
            loaded = serialize.load(io.BytesIO(changed))
        except ValueError:
            continue
        assert all(isinstance(t, Tensor) for t in loaded.values())


@pytest.mark.parametrize("wrong", [[1], {"epoch": 3}, {1: Tensor([1.0])}, Linear(1, 1)])
def test_only_named_tensors_are_saved(wrong):
    with pytest.raises(TypeError, match="save expected"):
        written(wrong)


def test_keep_heap_says_whether_it_did_anything():
    assert heap.keep_heap() is (platform.libc_ver()[0] == "glibc")
