"""Files of tensors in the safetensors format: names, shapes and bytes, nothing to run.

A file is 8 bytes that give the length of the header, a header in JSON that says for
each name its dtype, its shape and where its bytes stand, and then these bytes. Nothing
in it is a program: a file from a stranger can do no worse than hold wrong numbers.
Source: the format as described with the safetensors library of Hugging Face.
"""

import json
import math
from pathlib import Path

import numpy as np

from .tensor import Tensor

KINDS = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2",
    "I8": "|i1", "U8": "|u1", "BOOL": "|b1",
}  # fmt: skip
NAMES = {np.dtype(kind): name for name, kind in KINDS.items()}
LONGEST_HEADER = 100_000_000  # bytes, as in the safetensors library
PICKLES = (b"PK\x03\x04", b"\x80\x02", b"\x80\x04")  # how torch's own files begin


def save(obj, f):
    """Write tensors under their names: `torch.save(model.state_dict(), path)`.

    Args:
        obj: a dict from names to tensors, such as a state dict.
        f: a path, or a file opened for writing bytes.

    Raises:
        TypeError: for anything but a dict from texts to tensors.

    Example:
        >>> import io
        >>> import plainnet as torch
        >>> file = io.BytesIO()
        >>> torch.save({"weight": torch.ones(2, 3)}, file)
        >>> _ = file.seek(0)
        >>> torch.load(file)
        {'weight': tensor([[1., 1., 1.],
                [1., 1., 1.]])}

    Source: docs/chapters/digits-from-scratch.md
    """
    arrays = _arrays(obj)
    # wide types first, so that every number stands at a multiple of its size
    placed = sorted(arrays, key=lambda name: -arrays[name].itemsize)
    offsets, end = {}, 0
    for name in placed:
        offsets[name] = [end, end := end + arrays[name].nbytes]
    entries = {
        name: {"dtype": NAMES[array.dtype], "shape": list(array.shape), "data_offsets": offsets[name]}
        for name, array in arrays.items()
    }
    header = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
    header += b" " * (-len(header) % 8)
    body = b"".join(arrays[name].tobytes() for name in placed)
    content = len(header).to_bytes(8, "little") + header + body
    if hasattr(f, "write"):
        f.write(content)
    else:
        Path(f).write_bytes(content)


def _arrays(obj):
    """{name: array in little-endian order}, or TypeError."""
    if not isinstance(obj, dict):
        raise TypeError(
            f"save expected a dict from names to tensors, got {type(obj).__name__}: "
            "save model.state_dict(), not the model"
        )
    for name, value in obj.items():
        if not isinstance(name, str) or not isinstance(value, Tensor | np.ndarray):
            raise TypeError(
                "save expected texts as names and tensors as values, got "
                f"{type(value).__name__} under {name!r}: wrap numbers in torch.tensor"
            )
    arrays = {k: getattr(v, "array", v) for k, v in obj.items()}
    return {k: v.astype(v.dtype.newbyteorder("<")) for k, v in arrays.items()}


def load(f):
    """Read what `save`, or the safetensors library, has written.

    Args:
        f: a path, or a file opened for reading bytes.

    Returns:
        A dict from names to new tensors, in the order of the header.

    Raises:
        ValueError: for any other file, for one that was cut off or tampered with, and
            for pickles (torch's .pt and .pth files), which could run programs.

    Example: `model.load_state_dict(torch.load("model.safetensors"))`

    Source: docs/chapters/digits-from-scratch.md
    """
    if not hasattr(f, "read"):
        with open(f, "rb") as file:
            return load(file)
    entries, body = _parts(f)
    entries.pop("__metadata__", None)
    _check_places(entries, len(body))
    return {name: _tensor(entry, body) for name, entry in entries.items()}


def _parts(file):
    """The header as a dict, and the bytes after it."""
    start = file.read(8)
    if start.startswith(PICKLES):
        raise ValueError(
            "load expected a safetensors file, got one of torch's own (a pickle, which "
            "could run programs). Where torch is installed, convert it: "
            'safetensors.torch.save_file(torch.load("model.pt", weights_only=True), '
            '"model.safetensors")'
        )
    length = int.from_bytes(start, "little")
    if len(start) < 8 or not 2 <= length <= LONGEST_HEADER:
        raise _broken(f"a header of 2 to {LONGEST_HEADER} bytes", f"{length}")
    header = file.read(length)
    if len(header) < length:
        raise _broken(f"a header of {length} bytes", f"{len(header)}: it was cut off")
    try:
        entries = json.loads(header.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _broken("a header in JSON", str(error)) from None
    if not isinstance(entries, dict):
        raise _broken("a header with names", type(entries).__name__)
    return entries, file.read()


def _once(pairs):
    """A dict of JSON pairs; a name may stand only once."""
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a name that stands twice")
    return dict(pairs)


def _check_places(entries, size):
    """Every tensor must fit its place, and the places must fill the bytes exactly."""
    for name, entry in entries.items():
        _check_entry(name, entry)
    end = 0
    for name, entry in sorted(entries.items(), key=lambda e: e[1]["data_offsets"]):
        start, stop = entry["data_offsets"]
        if start != end:
            raise _broken(f"{name!r} to begin at byte {end}", f"{start}")
        end = stop
    if end != size:
        raise _broken(f"{end} bytes of numbers", f"{size}: it was cut off or extended")


def _check_entry(name, entry):
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise _broken(f"dtype, shape and data_offsets for {name!r}", repr(entry)[:80])
    dtype, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(dtype, str) or dtype not in KINDS:
        raise _broken(f"{name!r} to be one of {', '.join(KINDS)}", repr(dtype))
    if not (_whole(shape) and _whole(offsets) and len(offsets) == 2):
        raise _broken(f"whole numbers as shape and place of {name!r}", repr(entry)[:80])
    size = math.prod(shape) * np.dtype(KINDS[dtype]).itemsize
    if offsets[1] - offsets[0] != size:
        raise _broken(f"{size} bytes for {name!r}", f"{offsets[1] - offsets[0]}")


def _whole(values):
    return isinstance(values, list) and all(type(v) is int and v >= 0 for v in values)


def _tensor(entry, body):
    kind, (start, stop) = np.dtype(KINDS[entry["dtype"]]), entry["data_offsets"]
    # truth values are read as bytes: any but 0 is True
    stored = np.frombuffer(body[start:stop], np.uint8 if kind.kind == "b" else kind)
    return Tensor(stored.astype(kind.newbyteorder("=")).reshape(entry["shape"]))


def _broken(expected, got):
    return ValueError(f"a safetensors file expected {expected}, got {got}")
