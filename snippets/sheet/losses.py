"""What a network pays that knows nothing yet, and what KL says in either direction."""

import math

import torch
import torch.nn.functional as F

K = 10
before = F.cross_entropy(torch.zeros(1, K), torch.tensor([3])).item()
either = F.binary_cross_entropy_with_logits(torch.zeros(1), torch.ones(1)).item()
print(f"cross-entropy, {K} classes: {before:.3f}, ln {K} = {math.log(K):.3f}")
print(f"yes or no: {either:.3f}, ln 2 = {math.log(2):.3f}")

p, q = torch.tensor([0.5, 0.5]), torch.tensor([0.9, 0.1])
there = F.kl_div(q.log(), p, reduction="sum").item()
back = F.kl_div(p.log(), q, reduction="sum").item()
print(f"KL from (0.5, 0.5) to (0.9, 0.1): {there:.3f}, and back: {back:.3f}")
