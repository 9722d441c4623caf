"""Programs for PyTorch run on plainnet, and are told by name what is missing."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stdout

import pytest

from plainnet import as_torch

XOR = """
import torch
import torch.nn.functional as F
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
net = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
optimizer = optim.Adam(net.parameters(), lr=0.05)
loader = DataLoader(TensorDataset(x, y), batch_size=2, shuffle=True)
for epoch in range(101):
    for a, b in loader:
        optimizer.zero_grad()
        loss = F.mse_loss(net(a), b)
        loss.backward()
        optimizer.step()
    if epoch % 20 == 0:
        print(epoch, f"{loss.item():.5f}")
print([round(v, 3) for v in net(x).squeeze().tolist()])
"""


MNIST = """
import torch
from torch import nn
from plainnet import data

images, labels = (torch.from_numpy(x.numpy()) for x in data.mnist())
torch.manual_seed(0)
net = nn.Sequential(
    nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(),
    nn.Linear(128, 10),
)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
examples = torch.utils.data.TensorDataset(images, labels)
loader = torch.utils.data.DataLoader(examples, batch_size=64, shuffle=True)
for step, (x, y) in zip(range(100), loader):
    loss = nn.functional.cross_entropy(net(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(step, f"{loss.item():.4f}")
"""


def run(program, tmp_path, *arguments):
    path = tmp_path / "program.py"
    path.write_text(program)
    start = [sys.executable, "-m", "plainnet.as_torch", path, *arguments]
    one = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(start, capture_output=True, text=True, env=one)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("program, lines", [(XOR, 7), (MNIST, 100)])
def test_a_program_prints_what_it_prints_under_torch(program, lines, tmp_path):
    pytest.importorskip("torch").set_num_threads(1)
    with redirect_stdout(io.StringIO()) as theirs:
        exec(program, {"__name__": "__main__"})
    assert run(program, tmp_path) == (0, theirs.getvalue(), "")
    assert theirs.getvalue().count("\n") == lines


def test_a_program_finds_itself_as_main_with_its_arguments_and_neighbours(tmp_path):
    (tmp_path / "neighbour.py").write_text("import torch\none = torch.ones(1)")
    program = (
        "import sys, neighbour\n"
        "if __name__ == '__main__':\n"
        "    print(sys.argv[1:], neighbour.one.item(), __file__ == sys.argv[0])\n"
        "    sys.exit(7)"
    )
    assert run(program, tmp_path, "a", "-b") == (7, "['a', '-b'] 1.0 True\n", "")


def test_a_traceback_shows_the_programs_lines_only(tmp_path):
    program = "import torch\ndef f(x):\n    return x @ x\nf(torch.ones(2, 3))\n"
    status, out, err = run(program, tmp_path)
    assert status == 1 and out == ""
    assert err.count("  File ") == 2 and "return x @ x" in err
    assert "plainnet/" not in err and err.count("Traceback") == 1


def test_a_syntax_error_is_shown_at_its_line(tmp_path):
    status, _, err = run("import torch\nx = = 1\n", tmp_path)
    assert status == 1 and 'program.py", line 2' in err and "SyntaxError" in err


@pytest.mark.parametrize("arguments", [[], ["--help"], ["nowhere.py"]])
def test_a_wrong_call_is_answered_with_the_right_one(arguments, capsys):
    assert as_torch.main(arguments) == 2
    assert capsys.readouterr().out.startswith(("usage: ", "plainnet.as_torch expected"))


@pytest.fixture
def installed():
    as_torch.install()
    yield
    as_torch.uninstall()


@pytest.mark.usefixtures("installed")
def test_the_stand_ins_hand_out_plainnets_own_objects():
    import torch
    import torch.optim.lr_scheduler
    from torch.nn.functional import relu
    from torch.nn.init import ones_
    from torch.utils.data import DataLoader

    import plainnet

    assert torch.Tensor is plainnet.Tensor
    assert relu is plainnet.nn.functional.relu
    assert ones_ is plainnet.nn.init.ones_
    assert DataLoader is plainnet.utils.data.DataLoader
    assert torch.optim.lr_scheduler.StepLR is plainnet.optim.lr_scheduler.StepLR
    assert torch.__version__ == f"plainnet {plainnet.__version__}"
    assert {"Linear", "ReLU"} <= set(dir(torch.nn))


@pytest.mark.usefixtures("installed")
def test_a_star_import_brings_the_names():
    names = {}
    exec("from torch.nn import *", names)
    assert "Linear" in names


MISSING = {
    "import torch; torch.nn.Lineer(1, 1)": "no torch.nn.Lineer; the nearest",
    "import torch; torch.cuda.is_available()": "no torch.cuda: plainnet runs on",
    "import torch; torch.qwertyuiop": "no torch.qwertyuiop; nothing is near it",
    "import torch; torch.data": "no torch.data",
    "from torch import compile": "no torch.compile: plainnet runs programs as they are",
    "from torch.nn import Lineer": "no torch.nn.Lineer; the nearest it has: Lin",
    "import torch.distributed as dist": "no torch.distributed;",
    "from torch.utils.data import Lodaer": "no torch.utils.data.Lodaer",
    "import torchvision": "no torchvision: images are in plainnet.data.digits()",
    "from torchvision.datasets import MNIST": "no torchvision",
}


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("line", MISSING)
def test_what_is_missing_is_named_with_what_to_do(line):
    with pytest.raises((AttributeError, ModuleNotFoundError)) as caught:
        exec(line, {})
    assert f"plainnet has {MISSING[line]}" in str(caught.value)


def test_uninstall_puts_back_what_was_there():
    before = {name for name in sys.modules if name.split(".")[0] == "torch"}
    real = sys.modules.get("torch")
    as_torch.install()
    as_torch.install()
    assert sys.modules["torch"] is not real
    as_torch.uninstall()
    as_torch.uninstall()
    assert sys.modules.get("torch") is real
    assert {name for name in sys.modules if name.split(".")[0] == "torch"} == before
    assert as_torch.Refusal not in sys.meta_path


def test_importing_the_door_opens_nothing():
    program = "import sys, plainnet.as_torch; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "False\n"
