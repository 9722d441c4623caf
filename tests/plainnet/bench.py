"""Measures the engine beside torch and NumPy by hand, and prints it: `make bench`.

CPU time at one thread. The contenders of a task take turns, a few steps each, in one
process; printed is the median of the ratios within a turn, so that a busy machine slows
all alike. They start from the same weights and see the same batches; their losses are
compared first. Memory: by default glibc returns it to the system after every step, and
`plainnet.keep_heap()` keeps it, for torch too. Each task is measured both ways, each in
a process of its own, since what ran before changes what glibc does.

`python tests/plainnet/bench.py gpt lstm` measures these tasks only.
"""

import os
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from bench_by_hand import PEAK_FLOPS
from bench_tasks import TASKS
from figures import beside

SECONDS = 3.5  # for each task, in each process
BLOCK = 0.02  # seconds that a contender has in a turn
CHECKED = 10  # steps whose losses are compared
TOLERANCE = 2e-5  # of losses in float32 that went ten steps their own way
IMPORTS = 5


def main(names):
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every import compiles anew
    if not names:
        print_imports(environment)
    for heap in "kept", "as it is":
        print(f"\nspeed, torch eager = 1; heap {heap}", flush=True)
        for name in names or TASKS:
            command = [sys.executable, __file__, f"--heap={heap}", name]
            subprocess.run(command, env=environment, check=True)


# --- the time to import ---------------------------------------------------------------


def print_imports(environment):
    names = "torch", "plainnet", "numpy"
    import_seconds("plainnet", environment)  # compiles
    rounds = [[import_seconds(n, environment) for n in names] for _ in range(IMPORTS)]
    torch, plainnet, numpy = map(median, zip(*rounds, strict=True))
    print(
        f"import plainnet {plainnet * 1e3:.0f} ms (of it NumPy {numpy * 1e3:.0f} ms), "
        f"torch {torch * 1e3:.0f} ms: 1/{torch / plainnet:.1f} of torch's (aim 1/12); "
        f"{beside('import plainnet, part of torch', plainnet / torch, 'times')}"
    )


def import_seconds(name, environment):
    code = f"import time; start = time.process_time(); import {name}; print(time.process_time() - start)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return float(done.stdout)


# --- training steps -------------------------------------------------------------------


def measure(heap, task):
    import torch

    import plainnet

    torch.set_num_threads(1)
    if heap == "kept" and not plainnet.keep_heap():
        print("  (this system has no such setting)")
    steps = started(task, torch, plainnet)
    check_losses(task, steps)
    print_task(heap, task, turns(steps))


def started(task, torch, plainnet):
    """{contender: its step}, all from the same weights."""
    theirs, their_step = task.start(torch)
    ours, our_step = task.start(plainnet)
    weights = {k: v.numpy().copy() for k, v in theirs.state_dict().items()}
    ours.load_state_dict(weights)
    others = {k: start(weights.values()) for k, start in task.others.items()}
    return {"torch": their_step, "plainnet": our_step, **others}


def check_losses(task, steps):
    losses = {
        name: [number(step()) for _ in range(CHECKED)] for name, step in steps.items() if name != "peak"
    }
    for name, found in losses.items():
        for ours, theirs in zip(found, losses["torch"], strict=True):
            if not abs(ours - theirs) <= TOLERANCE * abs(theirs):
                raise SystemExit(f"{task.title}: {name} lost {ours}, torch {theirs}")


def number(loss):
    return float(getattr(loss, "detach", lambda: loss)())


def turns(steps):
    """{contender: seconds per step in each turn}; every other turn goes backwards."""
    counts = {name: count_for(step) for name, step in steps.items()}
    times = {name: [] for name in steps}
    end = time.perf_counter() + SECONDS
    for order in cycle([list(steps), list(steps)[::-1]]):
        for name in order:
            times[name].append(seconds(steps[name], counts[name]))
        if time.perf_counter() > end and len(times["torch"]) >= 10:
            return times


def count_for(step):
    return max(1, round(BLOCK / min(seconds(step, 1) for _ in range(3))))


def seconds(step, count):
    start = time.process_time()
    for _ in range(count):
        step()
    return (time.process_time() - start) / count


def print_task(heap, task, times):
    ours = times["plainnet"]
    speed = ratio(times["torch"], ours)
    rate = f"{median(ours) * 1e6:7.0f} us"
    verdict = f"{speed:5.2f}  (aim {task.aim})  {beside(f'{task.title}, heap {heap}', speed, 'times')}"
    print(f"  {task.title:<42}{rate}  {verdict}{notes(task, times)}", flush=True)


def notes(task, times):
    ours, found = times["plainnet"], ""
    for name in task.others:
        against = ratio(times[name], ours)
        if name == "peak":
            found += f"; {against * task.flops / PEAK_FLOPS:.0%} of the peak"
        else:
            found += f"; {against:.2f} times {name}"
    return found


def ratio(others, ours):
    return median(a / b for a, b in zip(others, ours, strict=True))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments and arguments[0].startswith("--heap="):
        measure(arguments[0].removeprefix("--heap="), TASKS[arguments[1]])
    else:
        main(arguments)
