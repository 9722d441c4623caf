"""How often does a random flat place curve up in every direction?"""

import numpy as np

rng = np.random.default_rng(0)
tries = 20_000
shares = []
print("directions   minimum   saddle   maximum")
for D in (1, 2, 3, 4, 5, 6):
    A = rng.normal(size=(tries, D, D))
    curvatures = np.linalg.eigvalsh(A + A.transpose(0, 2, 1))  # sorted
    up = (curvatures[:, 0] > 0).mean()
    down = (curvatures[:, -1] < 0).mean()
    shares.append((up, down))
    print(f"{D:10}   {up:7.2%}  {1 - up - down:7.2%}   {down:7.2%}")
