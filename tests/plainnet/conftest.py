"""One thread for every library, and `import parity` for the tests of this folder."""

import os
import sys
from pathlib import Path

# on a busy machine small products in two threads take a hundred times as long
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parent))
