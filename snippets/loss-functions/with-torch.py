"""Each loss by hand, and PyTorch's own function beside it."""

import torch
import torch.nn.functional as F

z = torch.tensor([[2.0, 1.0, 0.1], [0.5, -1.0, 0.0]], requires_grad=True)  # logits, (N, K)
t = torch.tensor([1, 0])  # numbers of the right classes, (N,)
p = torch.softmax(z, dim=1)
y = F.one_hot(t, 3).float()
score, yes = torch.tensor([0.3, -2.0, 4.0]), torch.tensor([1.0, 1.0, 0.0])  # one logit each
a = torch.sigmoid(score)
price, paid = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 2.0, 5.0])
P, Q = torch.tensor([[0.5, 0.5]]), torch.tensor([[0.9, 0.1]])

by_hand = {
    "mse_loss": ((price - paid) ** 2).mean(),
    "l1_loss": (price - paid).abs().mean(),
    "cross_entropy": -(y * torch.log(p)).sum(1).mean(),
    "binary_cross_entropy": -(yes * torch.log(a) + (1 - yes) * torch.log(1 - a)).mean(),
    "..._with_logits": (torch.log(1 + torch.exp(score)) - yes * score).mean(),
    "kl_div": (P * torch.log(P / Q)).sum(),
}
theirs = {
    "mse_loss": F.mse_loss(price, paid),
    "l1_loss": F.l1_loss(price, paid),
    "cross_entropy": F.cross_entropy(z, t),  # logits, not p
    "binary_cross_entropy": F.binary_cross_entropy(a, yes),
    "..._with_logits": F.binary_cross_entropy_with_logits(score, yes),
    "kl_div": F.kl_div(torch.log(Q), P, reduction="batchmean"),  # Q first, as logarithms
}
for name, loss in by_hand.items():
    same = (loss - theirs[name]).abs().item() < 1e-6
    print(f"{loss.item():.3f}  same: {same}  {name}")

theirs["cross_entropy"].backward()  # the mean over N = 2 rows
print("gradient is (p − y) / N:", torch.allclose(z.grad, ((p - y) / 2).detach()))
