"""Write a tiny IDX file, the format of the full MNIST, and read it again."""

from pathlib import Path

import numpy as np

from plainnet import data

pictures = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
head = bytes([0, 0, 8, pictures.ndim])  # 8: each number is a byte
sizes = b"".join(size.to_bytes(4, "big") for size in pictures.shape)
Path("tiny-idx3-ubyte").write_bytes(head + sizes + pictures.tobytes())

content = Path("tiny-idx3-ubyte").read_bytes()
print(len(content), "bytes, the first 16:", list(content[:16]))
again = data.read_idx("tiny-idx3-ubyte")
print("shape", again.shape, "same numbers:", (again.numpy() == pictures).all())
